// Rules run where code may not be made from text.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { ANSWER, programText } from "./program.ts";

it("needs no code generation on Node", async () => {
  const program = `${await programText()}\nconsole.log(JSON.stringify(answer));`;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "-"];
  const { stdout, stderr } = spawnSync(process.execPath, flags, {
    ...{ encoding: "utf8", input: program },
  });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(ANSWER);
});

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const hasChromium = existsSync(executablePath);

it.skipIf(!hasChromium)(
  "runs under a strict Content Security Policy (where there is a Chromium)",
  async () => {
    const script = await programText();
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.route("https://shop.test/**", (route) =>
        route.request().url().endsWith(".js")
          ? route.fulfill({ contentType: "text/javascript", body: script })
          : route.fulfill({
              contentType: "text/html",
              headers: { "Content-Security-Policy": "default-src 'none'; script-src 'self'" },
              body: '<!doctype html><title>Shop</title><script type="module" src="/rules.js"></script>',
            }),
      );
      await page.goto("https://shop.test/");
      expect(await page.evaluate("answer")).toEqual(ANSWER);
    } finally {
      await browser.close();
    }
  },
);
