import { describe, expect, it } from "vitest";
import { maskPersonal } from "../src/web/mask-personal.ts";

describe("maskPersonal", () => {
  it.each([
    ["refund for ana.de.vries@example.com", "refund for …"],
    ["call +31 6 1234 5678 please", "call … please"],
    ["order 20413377 lost", "order … lost"],
    ["订单１２３４５６７８在哪里", "订单…在哪里"],
    ["card 4111-1111-1111-1111", "card …"],
    ["MW-1234 hums", "MW-1234 hums"],
    ["30 days, € 49.95", "30 days, € 49.95"],
    ["洗衣机不排水", "洗衣机不排水"],
    ["", ""],
  ])("%j", (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  // A pattern that tried every way to divide these would not end before the test is ended.
  it("masks a text of any length", () => {
    const digits = "1 ".repeat(100_000);
    const letters = "a".repeat(100_000);
    expect(maskPersonal(digits + letters)).toBe(`… ${letters}`);
  });
});
