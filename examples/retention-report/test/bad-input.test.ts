import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dayOfDate, minorOfAmount } from "../src/orders/read-cells.ts";
import { runReport, withFiles } from "./run-report.ts";

const HEADING = "customer_id,order_date,amount\n";
const GOOD = "mei,2026-01-05,10.00\nann,2026-01-06,5\nmei,2026-03-01,7.5\n";

describe("Rows that are no orders", () => {
  it("are kept with line and reason, and all others count", async () => {
    const bad =
      'kai,2026-02-30,1\n,2026-01-01,2\n"li, wei",2026-01-01,1.234\nzoe,2026-01-01\n\nlate,"x\ny",3\nend,soon,4\n';
    await withFiles({ "orders.csv": HEADING + GOOD + bad }, async (folder) => {
      const words = [`${folder}/orders.csv`, "--out", `${folder}/r.html`, "--json"];
      const { code, stdout, stderr } = await runReport(words);
      expect(code).toBe(0);
      expect(stderr).toContain("6 of 9 rows are no orders");
      expect(JSON.parse(stdout).source).toMatchObject({ rows: 9, orders: 3, rejected: 6 });
      expect(readFileSync(`${folder}/r.rejects.csv`, "utf8")).toBe(
        [
          "line,reason,row",
          '5,BAD_DATE,"kai,2026-02-30,1"',
          '6,NO_CUSTOMER,",2026-01-01,2"',
          '7,BAD_AMOUNT,"""li, wei"",2026-01-01,1.234"',
          '8,BAD_ROW,"zoe,2026-01-01"',
          '10,BAD_DATE,"late,""x\ny"",3"',
          '12,BAD_DATE,"end,soon,4"',
          "",
        ].join("\n"),
      );
    });
  });

  it("are found line by line where a quotation never ends", async () => {
    const rows = `${HEADING}${GOOD}"kai,2026-01-01,3\nzoe,2026-01-02,4\n`;
    await withFiles({ "orders.csv": rows }, async (folder) => {
      const words = [`${folder}/orders.csv`, "--out", `${folder}/r.html`, "--json"];
      const { stdout } = await runReport(words);
      expect(JSON.parse(stdout).source).toMatchObject({ rows: 5, orders: 4, rejected: 1 });
      expect(readFileSync(`${folder}/r.rejects.csv`, "utf8")).toContain('5,BAD_ROW,"""kai,');
    });
  });

  it("leave no file of an earlier run behind when there are none", async () => {
    const files = { "orders.csv": HEADING + GOOD, "r.rejects.csv": "old" };
    await withFiles(files, async (folder) => {
      await runReport([`${folder}/orders.csv`, "--out", `${folder}/r.html`]);
      expect(existsSync(`${folder}/r.rejects.csv`)).toBe(false);
    });
  });
});

describe("Mistakes", () => {
  const files = {
    "empty.csv": "",
    "none.csv": HEADING,
    "odd.csv": "who,when,what\nmei,2026-01-01,1\n",
  };
  it.each([
    [["empty.csv"], "is empty"],
    [["none.csv"], "has no row that is an order"],
    [["odd.csv"], "odd.csv:1: has no column for the id"],
    [["missing.csv"], "no such file"],
    [["odd.csv", "--id", "name"], "looked for name"],
    [["a.csv", "b.csv"], "--help tells more"],
    [["--workers", "0"], '--workers: "0" is not a number from 1 to 64'],
    [["--locale", "fr"], '"fr" is not one of en, zh-Hans, zh-Hant'],
    [["--currency", "XXX1"], "is not a currency"],
    [["--margin", "2"], "is not a share"],
    [["--spending", "x"], "is not an amount of USD"],
    [["--satisfied", "9/8"], "is not how many of how many"],
    [["--calibration-end", "2026-02-30"], "is not a date"],
    [["--unknown"], "Unknown option"],
  ])("%j: %s", async (words, message) => {
    await withFiles(files, async (folder) => {
      const placed = words.map((word) => (word.endsWith(".csv") ? `${folder}/${word}` : word));
      const { code, stdout, stderr } = await runReport([...placed, "--out", `${folder}/r.html`]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(message);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    });
  });
});

describe("Cells", () => {
  it.each([
    ["1970-01-01", 0],
    ["2024-02-29", 19_782],
    ["2024-02-29T23:59", 19_782],
    ["2024-02-29 23:59:59.5", 19_782],
    ["2023-02-29", undefined],
    ["2024-13-01", undefined],
    ["2024-02-29T23:59Z", undefined],
    ["0099-12-31", -683_004],
    ["29/02/2024", undefined],
    ["", undefined],
  ])("the day of %j is %j", (text, day) => {
    expect(dayOfDate(text)).toBe(day);
  });

  it.each([
    ["29.33", 2, 2933],
    ["-5", 2, -500],
    ["-0", 2, 0],
    ["1.10", 1, 11],
    ["1.005", 2, undefined],
    ["100", 0, 100],
    ["1.5", 0, undefined],
    ["1e3", 2, undefined],
    ["1,000", 2, undefined],
    ["", 2, undefined],
    ["9007199254740", 3, 9_007_199_254_740_000],
    ["9999999999999", 3, undefined],
  ])("%j with %j decimals is %j", (text, decimals, minor) => {
    expect(minorOfAmount(text, decimals)).toBe(minor);
  });
});
