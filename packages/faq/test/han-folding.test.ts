import { expect, it } from "vitest";
import { foldedHan } from "../src/han-folding.ts";

const folded = (text: string) =>
  Array.from(text, (one) => String.fromCharCode(foldedHan(one.charCodeAt(0)))).join("");

it.each([
  ["訂單已經發貨嗎", "订单已经发货吗"],
  ["後天再裝這臺機器", "后天再装这台机器"],
  ["回覆著妳", "回复着你"],
  ["裡裏為爲衛衞綫線", "里里为为卫卫线线"],
  ["退货 abc", "退货 abc"],
])("%s is searched as %s", (traditional, simplified) => {
  expect(folded(traditional)).toBe(simplified);
});

it("folds in one step: what something is folded to stays", () => {
  for (let code = 0; code < 0x10000; code++) {
    expect(foldedHan(foldedHan(code))).toBe(foldedHan(code));
  }
});
