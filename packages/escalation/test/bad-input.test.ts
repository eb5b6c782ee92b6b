import { instant, KefuError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  compileEscalation,
  type EscalationPolicyInput,
  escalation,
  viewTicket,
} from "../src/index.ts";
import { DESKS, kinds, oneTarget, story } from "./story.ts";

const resolution = { metric: "resolution", budget: { working: { hours: 4 } } } as const;

function issuesOf(
  policy: unknown,
  calendars: object = { desk: [{ version: 1, calendar: DESKS.utc }] },
) {
  try {
    compileEscalation({ policies: [policy as EscalationPolicyInput], calendars } as never);
    return [];
  } catch (error) {
    if (!(error instanceof KefuError)) throw error;
    return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  }
}

describe("a policy", () => {
  const rung = (level: string, unmetTo?: string) => ({ level, ...(unmetTo && { unmetTo }) });
  it.each([
    [
      "without its calendar",
      oneTarget(resolution),
      "policies.0.targets.0.calendar: there is no calendar desk",
      {},
    ],
    [
      "with a budget of zero",
      oneTarget({ ...resolution, budget: { working: {} } }),
      "policies.0.targets.0.budget: must be longer than zero",
    ],
    [
      "with a budget of no working days",
      oneTarget({ ...resolution, budget: { workingDays: 0, land: "sameTime" } }),
      "policies.0.targets.0.budget: must be longer than zero",
    ],
    [
      "with months of working time",
      oneTarget({ ...resolution, budget: { working: { months: 1 } } }),
      "policies.0.targets.0.budget: must be longer than zero",
    ],
    [
      "whose rule names no target",
      oneTarget(resolution, { rules: [{ id: "r", targets: ["other"] }] }),
      "policies.0.rules.0.targets.0: is no target of this policy",
    ],
    [
      "whose ladder names a level twice",
      oneTarget(resolution, { ladder: { rungs: [rung("contact"), rung("contact")] } as never }),
      "policies.0.ladder.rungs: names a level twice",
    ],
    [
      "whose ladder has no rung for people",
      oneTarget(resolution, { ladder: { rungs: [rung("help")] } as never }),
      "policies.0.ladder.personLevel: has no rung for contact",
    ],
    [
      "whose ladder leads in a circle",
      oneTarget(resolution, {
        ladder: { rungs: [rung("help", "contact"), rung("contact", "help")] } as never,
      }),
      "policies.0.ladder.rungs.1.unmetTo: must be higher than contact",
    ],
    [
      "with a clock named like a part of objects",
      oneTarget({ ...resolution, clock: "__proto__" }),
      "policies.0.targets.0.clock: is a name of JavaScript's own",
    ],
  ])("%s is refused with the place", (_, policy, issue, calendars?: object) => {
    expect(issuesOf(policy, calendars)).toContain(issue);
  });

  it("with a negative budget is refused", () => {
    expect(issuesOf(oneTarget({ ...resolution, budget: { working: { hours: -1 } } }))).not.toEqual(
      [],
    );
  });

  it("that gives one clock two targets is refused", () => {
    const policy = {
      ...oneTarget(resolution),
      targets: ["a", "b"].map((id) => ({ id, calendar: "desk", ...resolution })),
      rules: [{ id: "all", targets: ["a", "b"] }],
    };
    expect(issuesOf(policy)).toEqual([
      "policies.0.rules.0.targets.1: governs SLA:resolution a second time",
    ]);
  });

  it("may not be there twice in one version", () => {
    const policies = [oneTarget(resolution), oneTarget(resolution)];
    const calendars = { desk: [{ version: 1, calendar: DESKS.utc }] };
    expect(() => compileEscalation({ policies, calendars })).toThrow("names a version twice");
  });
});

describe("a clock on a calendar that never opens", () => {
  it.each([{ working: { hours: 4 } }, { workingDays: 2, land: "close" }] as const)(
    "is never due with %o",
    (budget) => {
      const { tell, verdict, view } = story(oneTarget({ metric: "resolution", budget }), {
        desk: DESKS.never,
      });
      const at = "2026-06-01T09:00:00Z";
      expect(kinds(tell({ type: "open", at }))).toEqual(["ClockStarted", "NeverDue"]);
      expect(verdict("resolution", at)).toBe("never-due");
      expect(view(at)).toMatchObject({ nextDueAt: null, nextWakeAt: null });
      expect(kinds(tell({ type: "resolve", at: "2030-06-01T09:00:00Z" }))).toEqual(["TargetMet"]);
    },
  );
});

describe("a command", () => {
  const { context } = story(oneTarget(resolution), { desk: DESKS.utc });
  const tickets = escalation(context);
  const open = {
    type: "open",
    id: "o",
    policy: "shop",
    at: instant("2026-06-01T09:00:00Z"),
  } as const;

  it.each([
    ["before 1801", { ...open, at: Date.UTC(1800, 0) }],
    ["after 2198", { ...open, at: Date.UTC(2200, 0) }],
    ["with an unknown key", { ...open, prio: 1 }],
    ["of an unknown type", { ...open, type: "close" }],
    ["without a name", { ...open, id: "" }],
  ])("%s is a mistake", (_, command) => {
    expect(() => tickets.decide(undefined, tickets.initial, command as never)).toThrow(KefuError);
  });

  it.each([
    ["open", { ...open, policy: "other" }, "unknown-policy"],
    [
      "applyPolicy",
      { type: "applyPolicy", id: "a", policy: "shop", version: 9, at: open.at },
      "unknown-policy",
    ],
    [
      "calendarChanged",
      { type: "calendarChanged", id: "a", calendar: "desk", version: 9, at: open.at },
      "unknown-calendar",
    ],
  ] as const)("%s that names what is not there is refused", (_, command, code) => {
    const decision = tickets.decide(undefined, tickets.initial, command);
    expect(decision).toMatchObject({ outcome: "refused", because: { code } });
  });

  it("from before the opening is kept and told", () => {
    const { tell, view } = story(oneTarget(resolution), { desk: DESKS.utc });
    const told = tell({ type: "agentMessage", at: "2026-06-01T09:00:00Z" });
    expect(told).toMatchObject([{ type: "FactIgnored", because: { code: "not-open" } }]);
    expect(view("2026-06-01T09:00:00Z").state).toBeNull();
  });
});

it("a state that nobody has heard of runs on", () => {
  const { tell, due } = story(oneTarget(resolution), { desk: DESKS.utc });
  tell({ type: "open", at: "2026-06-01T10:00:00Z" });
  tell({ type: "setState", state: "gone fishing", at: "2026-06-01T11:00:00Z" });
  expect(due("resolution", "2026-06-01T11:00:00Z")).toBe("2026-06-01T14:00:00Z");
});

it("a ticket of a later form is a mistake", () => {
  const { context, ticket } = story(oneTarget(resolution), { desk: DESKS.utc });
  const later = { ...ticket(), schemaVersion: 2 } as never;
  expect(() => viewTicket(context, later, instant("2026-06-01T10:00:00Z"))).toThrow(KefuError);
});

it("ten thousand facts on one ticket cost about as much each as the first", {
  timeout: 60_000,
}, () => {
  const policy = oneTarget({ metric: "nextReply", budget: { working: { hours: 4 } } });
  const { context } = story(policy, { desk: DESKS.utc });
  const tickets = escalation(context);
  const start = Date.UTC(2026, 5, 1, 10);
  let ticket = tickets.initial;
  for (let i = 0; i < 10_000; i++) {
    const type = i === 0 ? "open" : i % 2 === 0 ? "customerMessage" : "agentMessage";
    const command = {
      type,
      id: `f${i}`,
      at: start + i * 60_000,
      ...(i === 0 && { policy: "shop" }),
    };
    const decision = tickets.decide(undefined, ticket, command as never);
    if (decision.outcome === "accepted") ticket = decision.events.reduce(tickets.evolve, ticket);
  }
  expect(ticket.pages.flat()).toHaveLength(10_000);
  const [clock] = viewTicket(context, ticket, instant(start + 10_000 * 60_000)).clocks;
  expect(clock).toMatchObject({ verdict: "met", cycle: 5000 });
});
