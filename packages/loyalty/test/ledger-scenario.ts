import { type Instant, instant } from "@kefu/core";
import {
  balanceOf,
  type LedgerCommandInput,
  type LedgerEvent,
  type LedgerState,
  type LoyaltyProgrammeInput,
  loyalty,
} from "../src/index.ts";

/** A programme as the cases write it. */
export interface ScenarioProgramme {
  readonly earn: {
    readonly points: number;
    readonly per: number;
    readonly rounding: "floor" | "half-even" | "ceiling";
    readonly scope: "order" | "line";
    readonly capPerDay?: number;
    readonly capPerOrder?: number;
  };
  readonly multiplier?: readonly [number, number];
  readonly pendingDays?: number;
  readonly expiry?: {
    readonly kind: string;
    readonly months?: number;
    readonly days?: number;
    readonly month?: number;
    readonly day?: number;
    readonly from?: "activation";
    readonly round?: string;
  };
  readonly redemption?: {
    readonly points: number;
    readonly value: number;
    readonly min: number;
    readonly step: number;
    readonly maxShareBps: number;
  };
  readonly refundPolicy?: string;
}

/** A step of a scenario. */
export interface ScenarioStep {
  readonly do: "purchase" | "balance" | "redeem" | "refund" | "reverse" | "adjust";
  readonly at: string;
  readonly order?: string;
  readonly lines?: readonly { readonly net: number; readonly excluded?: boolean }[];
  readonly points?: number;
  readonly pts?: number;
  readonly order_total?: number;
  readonly line?: number;
  readonly net?: number;
  readonly id?: string;
  readonly grace?: number;
  readonly key?: string;
  readonly returns: unknown;
}

/** Midnight of a day in UTC, the zone of all scenarios. */
export const day = (date: string): Instant => instant(`${date}T00:00:00Z`);

/** The programme in the package's own words. */
export function programmeOf(given: ScenarioProgramme): LoyaltyProgrammeInput {
  const { earn, multiplier, pendingDays = 0, refundPolicy } = given;
  return {
    version: 1,
    timeZone: "UTC",
    currency: "EUR",
    rules: [
      { id: "base", give: { points: earn.points, per: earn.per } },
      ...(multiplier
        ? [{ id: "multiplier", give: { multiply: [...multiplier] as [number, number] } }]
        : []),
    ],
    rounding: earn.rounding,
    roundingPer: earn.scope,
    caps: [
      ...(earn.capPerDay ? [{ points: earn.capPerDay, per: "day" as const }] : []),
      ...(earn.capPerOrder ? [{ points: earn.capPerOrder, per: "order" as const }] : []),
    ],
    vesting: { days: pendingDays },
    expiry: expiryOf(given),
    redemption: redemptionOf(given),
    clawback: (refundPolicy?.replace("_", "-") ?? "unlimited") as "unlimited",
  };
}

function expiryOf({ expiry }: ScenarioProgramme): NonNullable<LoyaltyProgrammeInput["expiry"]> {
  if (expiry === undefined) return { kind: "never" };
  const { kind, months = 0, days = 0, month = 12, day = 31, from, round } = expiry;
  const after = { months, days };
  const through = round ? { through: round.replace("end_of_", "") as "month" } : {};
  if (kind === "fixed") return { kind, after, from: from ?? "earning", ...through };
  if (/inactiv|rolling/.test(kind)) return { kind: "inactivity", after, ...through };
  return { kind: "dayOfYear", month, day };
}

function redemptionOf({ redemption }: ScenarioProgramme): LoyaltyProgrammeInput["redemption"] {
  if (redemption === undefined) return {};
  const { points, value, min, step, maxShareBps } = redemption;
  return {
    ...{ points, valueMinor: value, minimumPoints: min, stepPoints: step },
    highestShare: [maxShareBps, 10_000],
  };
}

/** A ledger that is told commands. */
export function ledgerFor(programme: LoyaltyProgrammeInput) {
  const decider = loyalty(programme);
  let state: LedgerState = decider.initial;
  let commands = 0;
  const events: LedgerEvent[] = [];
  const tell = (command: Omit<LedgerCommandInput, "commandId"> & { commandId?: string }) => {
    commands++;
    const full = { commandId: `c${commands}`, ...command } as LedgerCommandInput;
    const decision = decider.decide(undefined, state, full);
    if (decision.outcome === "accepted") {
      events.push(...decision.events);
      state = decision.events.reduce(decider.evolve, state);
    }
    return decision;
  };
  return { tell, events, decider, stateNow: () => state };
}

const ERRORS: Readonly<Record<string, string>> = {
  insufficient: "INSUFFICIENT",
  "below-minimum": "BELOW_MINIMUM",
  "not-a-multiple": "NOT_A_MULTIPLE",
  "over-share": "OVER_SHARE",
  "command-id-taken": "IDEMPOTENCY_CONFLICT",
};

/** What the steps answer, in the words of the cases. */
export function answersOf(programme: ScenarioProgramme, steps: readonly ScenarioStep[]): unknown[] {
  const ledger = ledgerFor(programmeOf(programme));
  return steps.map((step) => {
    if (step.do === "balance") {
      const { active, pending, expired, spent, negative } = balanceOf(
        ledger.stateNow(),
        day(step.at),
      );
      return { active, pending, expired, spent, negative };
    }
    const decision = ledger.tell(commandOf(step));
    if (decision.outcome === "duplicate") return "duplicate";
    if (decision.outcome === "refused") return { error: ERRORS[decision.because.code] };
    return answerOf(decision.events[0] as LedgerEvent);
  });
}

function commandOf(step: ScenarioStep) {
  const { order: orderId = "", id, key } = step;
  const commandId = key ?? id;
  const head = {
    at: day(step.at),
    ...(commandId !== undefined && step.do !== "reverse" && { commandId }),
  };
  const points = step.points ?? 0;
  const total = step.order_total === undefined ? {} : { orderTotalMinor: step.order_total };
  const grace = step.grace === undefined ? {} : { graceDays: step.grace };
  const commands = {
    purchase: () => ({ type: "earn", order: orderOf(orderId, step.lines ?? []) }),
    redeem: () => ({ type: "redeem", points, ...total }),
    refund: () => ({
      ...{ type: "refund", orderId },
      lines: [{ lineId: String(step.line), amountMinor: step.net }],
    }),
    reverse: () => ({ type: "reverse", redemptionId: id, ...grace }),
    adjust: () => ({ type: "adjust", points: step.pts, reason: "by hand", author: "mei" }),
    balance: () => ({}),
  };
  return { ...head, ...commands[step.do]() } as never;
}

/** Lines below zero are discounts. */
export function orderOf(id: string, lines: NonNullable<ScenarioStep["lines"]>) {
  const discountMinor = lines.reduce((sum, { net }) => sum - Math.min(0, net), 0);
  return {
    id,
    currency: "EUR",
    discountMinor,
    lines: lines.map(({ net, excluded = false }, at) => ({
      id: String(at),
      amountMinor: Math.max(0, net),
      excluded,
    })),
  };
}

function answerOf(event: LedgerEvent): unknown {
  switch (event.type) {
    case "PointsEarned":
    case "RedemptionReversed":
      return event.points;
    case "PointsRedeemed":
      return { value: event.valueMinor, lots: event.taken.map(({ id, points }) => [id, points]) };
    case "OrderRefunded":
      return { wanted: event.points, clawed: event.clawedBack };
    default:
      return null;
  }
}
