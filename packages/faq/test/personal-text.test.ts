import { describe, expect, it } from "vitest";
import { looksPersonal } from "../src/personal-text.ts";

describe("looksPersonal", () => {
  it.each([
    "write to ada@example.com",
    "write to ada＠example.com",
    "@ada on the chat",
    "see https://example.com/x",
    "WWW.example.com",
    "call 030 12 34",
    "call +49 (30) 12-34",
    "手机13800138000",
    "手机１３８０",
    "电话一三八零零",
    "order 1234",
    "order #AB-12-34",
    "parcel JD0012X",
    "on 24.11.2026",
    "٠١٢٣",
  ])("%s", (text) => {
    expect(looksPersonal(text, 3)).toBe(true);
  });

  it.each([
    "where is my parcel",
    "iphone 15 case",
    "iPhone15和iPhone16",
    "500ml or 250ml bottle",
    "三天能到吗",
    "统一发一下",
    "does it fit 38 or 40",
    "",
  ])("not %s", (text) => {
    expect(looksPersonal(text, 3)).toBe(false);
  });

  it.each([
    [3, true],
    [4, false],
    [5, false],
  ])("up to %i digits: %s for a model of four", (mostDigits, isPersonal) => {
    expect(looksPersonal("EC9335 descale", mostDigits)).toBe(isPersonal);
  });

  // So long that more than linear time would never end.
  it.each([
    ["1 ", false],
    ["-", false],
    ["a1", false],
    ["一", false],
    ["@", true],
  ])("takes linear time: %j a million times", (piece, isPersonal) => {
    expect(looksPersonal(piece.repeat(1_000_000), 1_000_000)).toBe(isPersonal);
  });
});
