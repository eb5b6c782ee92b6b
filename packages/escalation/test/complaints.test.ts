import { describe, expect, it } from "vitest";
import type { EscalationPolicyInput } from "../src/index.ts";
import { DESKS, kinds, story } from "./story.ts";

const policy: EscalationPolicyInput = {
  id: "shop",
  version: 1,
  targets: [
    { id: "solve", metric: "resolution", budget: { elapsed: { days: 30 } }, calendar: "desk" },
    {
      ...{ id: "settle", metric: "resolution", clock: "complaint", calendar: "desk" },
      budget: { elapsed: { hours: 48 } },
      start: { signals: ["complaint"] },
      fulfil: { signals: ["settled"] },
    },
  ],
  rules: [{ id: "all", targets: ["solve"] }],
  complaint: { targets: ["settle"], silence: { days: 7 }, recurrenceWindow: { days: 90 } },
  ladder: {
    rungs: [
      { level: "help", unmetTo: "contact" },
      { level: "contact", unmetTo: "participation" },
      { level: "participation" },
    ],
  },
};
const on = (day: string) => `${day}T09:00:00Z`;
const fault = { type: "complain", productId: "e1", symptom: "杂音" } as const;

function settled() {
  const told = story(policy, { desk: DESKS.always });
  told.tell({ type: "open", at: on("2026-06-01") });
  const opened = told.tell({ ...fault, at: on("2026-06-02") });
  told.tell({ type: "offerRemedy", remedyId: "r1", text: "A voucher.", at: on("2026-06-03") });
  told.tell({
    type: "answerRemedy",
    remedyId: "r1",
    answer: "declined",
    at: "2026-06-03T10:00:00Z",
  });
  told.tell({
    type: "offerRemedy",
    remedyId: "r2",
    text: "A new one.",
    at: "2026-06-03T11:00:00Z",
  });
  const accepted = told.tell({
    ...{ type: "answerRemedy", remedyId: "r2", answer: "accepted" },
    at: on("2026-06-04"),
  });
  return { ...told, opened, accepted };
}

describe("a complaint", () => {
  it("gets people and a target of its own", () => {
    const { opened } = settled();
    expect(kinds(opened)).toEqual(["ComplaintOpened", "ClockStarted", "LevelRaised", "HandedOff"]);
  });

  it("is settled by a remedy that the customer takes", () => {
    const { accepted, view } = settled();
    expect(kinds(accepted)).toEqual(["ComplaintSettled", "TargetMet"]);
    expect(view(on("2026-06-04")).complaint).toMatchObject({
      remedies: [{ status: "declined" }, { status: "accepted" }],
      closesAt: Date.parse(on("2026-06-11")),
    });
  });

  it("closes by silence, at its own moment", () => {
    const { tell } = settled();
    expect(tell({ type: "tick", at: "2026-06-11T08:59:59.999Z" })).toEqual([]);
    const told = tell({ type: "tick", at: on("2026-06-20") });
    expect(told).toMatchObject([
      { type: "ComplaintClosed", how: "silence", effectiveAt: Date.parse(on("2026-06-11")) },
    ]);
  });

  it("waits anew after each word of the customer", () => {
    const { tell, view } = settled();
    tell({ type: "customerMessage", expectsReply: false, at: on("2026-06-10") });
    expect(view(on("2026-06-10")).complaint?.closesAt).toBe(Date.parse(on("2026-06-17")));
  });

  it("keeps its ticket from being closed until it is confirmed", () => {
    const { tell, view } = settled();
    const early = tell({ type: "setState", state: "closed", at: on("2026-06-05") });
    expect(early).toMatchObject([
      { type: "FactIgnored", because: { code: "complaint-unsettled" } },
    ]);
    expect(kinds(tell({ type: "confirmSettlement", at: on("2026-06-06") }))).toContain(
      "ComplaintClosed",
    );
    tell({ type: "setState", state: "closed", at: "2026-06-06T10:00:00Z" });
    expect(view("2026-06-06T10:00:00Z").state).toBe("closed");
  });

  it.each([
    ["on the last day of the window", "2026-09-04", "ComplaintRecurred", "participation"],
    ["a day later", "2026-09-05", "ComplaintOpened", "contact"],
  ])("that comes back %s", (_, day, kind, level) => {
    const { tell, view } = settled();
    tell({ type: "confirmSettlement", at: on("2026-06-06") });
    expect(kinds(tell({ ...fault, at: on(day) }))).toContain(kind);
    expect(view(on(day)).level).toBe(level);
  });

  it("of another fault waits until the first is closed", () => {
    const { tell } = settled();
    const told = tell({ ...fault, symptom: "裂痕", at: on("2026-06-05") });
    expect(told).toMatchObject([{ because: { code: "another-complaint-open" } }]);
  });

  it("cannot be confirmed before it is settled", () => {
    const { tell } = story(policy, { desk: DESKS.always });
    tell({ type: "open", at: on("2026-06-01") });
    tell({ ...fault, at: on("2026-06-02") });
    const told = tell({ type: "confirmSettlement", at: on("2026-06-03") });
    expect(told).toMatchObject([{ because: { code: "complaint-unsettled" } }]);
  });
});
