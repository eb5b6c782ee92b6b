import { describe, expect, it } from "vitest";
import { runCheck, sample, startCheck, withFile } from "./run-check.ts";

const campaign = sample("campaign.json");
const customers = sample("customers.jsonl");

/** The cells of a printed table, by the first cell of each row. */
function rowsOf(text: string): Map<string, readonly string[]> {
  const rows = text.split("\n").map((line) => line.split(/\s{2,}/));
  return new Map(rows.map(([first = "", ...rest]) => [first, rest]));
}

describe("the rules", () => {
  it("are found in order", async () => {
    const { code, stdout } = await runCheck(campaign);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing to mend in the rules.\n" });
  });

  it("are told with a mend for each mistake, and not used", async () => {
    const { code, stdout } = await runCheck(sample("flawed.json"), customers);
    expect(code).toBe(1);
    for (const told of [
      "unknown-field  typo",
      "never  nobody",
      "no-unsubscribe  mail",
      "dates-never  ended",
    ]) {
      expect(stdout).toContain(told);
    }
    expect(stdout).toContain('did you mean "tier"?');
    expect(stdout).toContain("These rules can't be used.");
  });

  it("are told as JSON", async () => {
    const { code, stdout } = await runCheck(sample("flawed.json"), "--json");
    const { usable, findings } = JSON.parse(stdout);
    expect([code, usable, findings.length]).toEqual([1, false, 4]);
  });

  it("end with code 1 where findings alone are to stop a build", async () => {
    const rules = { version: "1", rules: [{ id: "a", when: { any: [] }, content: "Hi" }] };
    const text = JSON.stringify({ contact: { timeZone: "UTC" }, rules });
    await withFile(text, async (file) => {
      expect((await runCheck(file)).code).toBe(0);
      expect((await runCheck(file, "--strict")).code).toBe(1);
    });
  });
});

describe("a dry run", () => {
  it("tells who gets what, by which channel and when", async () => {
    const { code, stdout } = await runCheck(campaign, customers);
    const rows = rowsOf(stdout);
    expect(code).toBe(0);
    expect(rows.get("wang")).toEqual(["come-back/voucher", "messenger", "now"]);
    expect(rows.get("chen")?.slice(0, 3)).toEqual(["recall-kettle", "sms", "now"]);
    // Capped for another half hour, and then it is night.
    expect(rows.get("zhao")?.slice(0, 3)).toEqual([
      "gold-preview",
      "email",
      "2026-11-25T00:00:00.000Z",
    ]);
    // Quiet hours of the customer's own end at ten.
    expect(rows.get("huang")?.[2]).toBe("2026-11-25T02:00:00.000Z");
    expect(rows.get("lin")?.[0]).toBe("nothing");
    expect(rows.get("gold-preview")).toEqual(["2", "2", "0"]);
  });

  it("asks as of another moment", async () => {
    const { stdout } = await runCheck(campaign, customers, "--at", "2027-01-01T12:00:00+08:00");
    // The preview is over.
    expect(rowsOf(stdout).get("gold-preview")).toEqual(["0", "0", "0"]);
  });

  it("shows as many customers as wished for, and counts all", async () => {
    const { stdout } = await runCheck(campaign, customers, "--limit", "1");
    expect(stdout).toContain("lin ");
    expect(stdout).not.toContain("wang ");
    expect(stdout).toContain("… +7");
    expect(rowsOf(stdout).get("gold-preview")).toEqual(["2", "2", "0"]);
  });

  it("is told as JSON", async () => {
    const told = JSON.parse((await runCheck(campaign, customers, "--json")).stdout);
    expect(told.decisions.map((one: { customer: string }) => one.customer)).toHaveLength(8);
    expect(told.decisions[1].decision).toMatchObject({ outcome: "send", rule: "come-back" });
    expect(told.sums["recall-kettle"]).toEqual({ sent: 1, later: 0, shown: 0 });
  });

  it("tells of one customer what became of every rule", async () => {
    const { stdout } = await runCheck(campaign, customers, "--why", "wang", "--locale", "zh-Hant");
    expect(stdout).toContain("come-back: 選中");
    expect(stdout).toContain("recall-kettle: 不符合");
  });
});

describe("mistakes", () => {
  it.each([
    [["--help", "--nonsense"], "Unknown option '--nonsense'"],
    [[], "campaign-check <campaign.json> [customers.jsonl]"],
    [["nowhere.json"], "nowhere.json: cannot be read (ENOENT)"],
    [[campaign, "nowhere.jsonl"], "nowhere.jsonl: cannot be read (ENOENT)"],
    [[campaign, customers, "--at", "yesterday"], "yesterday"],
    [[campaign, customers, "--why", "nobody"], 'there is no customer "nobody"'],
    [[campaign, customers, "--limit", "-1"], "--limit"],
    [[campaign, "--locale", "no tag"], "--locale"],
  ])("of %j are told in a line", async (words, told) => {
    const { code, stdout, stderr } = await runCheck(...words);
    expect([code, stdout.includes("undefined")]).toEqual([2, false]);
    expect(stderr).toContain(told);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it.each([
    ["{", "is not valid JSON"],
    ["[]", "customer"],
    ['{"profile":{"id":"a","orders":1,"tier":"bronze"},"contact":{"channels":[]}}', "tier"],
    ['{"profile":{"id":"a","orders":1},"contact":{"channels":["pigeon"]}}', "channels"],
    [
      '{"profile":{"id":"a","orders":1},"contact":{"channels":[]},"history":[{"at":"noon"}]}',
      "noon",
    ],
  ])("of a customer %s name the line", async (row, told) => {
    await withFile(`\n${row}\n`, async (file) => {
      const { code, stderr } = await runCheck(campaign, file);
      expect(code).toBe(2);
      expect(stderr).toContain(`${file}:2`);
      expect(stderr).toContain(told);
    });
  });

  it.each([
    ["[]", "campaign"],
    ["{", "is not valid JSON"],
    ['{"contact":{"timeZone":"Mars/Olympus"},"rules":{}}', "timeZone"],
    ['{"contact":{"timeZone":"UTC"},"rules":{},"profile":{"type":"nonsense"}}', "JSON Schema"],
  ])("of a campaign %s are told in a line", async (text, told) => {
    await withFile(text, async (file) => {
      const { code, stderr } = await runCheck(file);
      expect(code).toBe(2);
      expect(stderr).toContain(told);
    });
  });
});

it("runs as its user types it", () => {
  const { code, stdout } = startCheck(campaign, customers, "--at", "2026-11-24T12:30:00Z");
  expect(code).toBe(0);
  expect(rowsOf(stdout).get("wang")).toEqual(["come-back/voucher", "messenger", "now"]);
  expect(startCheck("--help").stdout).toContain("campaign-check <campaign.json>");
});
