import { type Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { balanceOf } from "../ledger/balance.ts";
import { LedgerCommand, type LedgerCommandInput } from "../ledger/commands.ts";
import type { LedgerState } from "../ledger/state.ts";
import { loyalty } from "../loyalty.ts";
import type { LoyaltyProgrammeInput } from "../programme/programme.ts";

const PastCommands = z
  .array(z.strictObject({ account: z.string(), command: LedgerCommand }))
  .readonly();

/** A command of the past, and whose it was. */
export interface PastCommand {
  /** Whose ledger. */
  readonly account: string;
  /** What was asked. */
  readonly command: LedgerCommandInput;
}

/** What a programme would have come to, over all accounts. */
export interface Simulation {
  /** Points that were given, before anything was taken back. */
  readonly earnedPoints: number;
  /** Points that were used, less what came back. */
  readonly spentPoints: number;
  /** What these were worth, in the smallest unit of the currency, by the value of a point as redeemed. */
  readonly spentMinor: number;
  /** Points that ended unused. */
  readonly expiredPoints: number;
  /** Points that are still there, pending and held ones with them. */
  readonly outstandingPoints: number;
  /** How many commands were refused, by reason. */
  readonly refusals: Readonly<Record<string, number>>;
}

/**
 * What a programme would have come to, had it decided what customers did. Ask it of the programme as it is and of the one as it
 * might be: the difference is what the change would have cost. That customers would have acted otherwise is left out.
 *
 * Versions that commands name are ignored.
 *
 * @param programme - the programme, or its versions
 * @param history - commands of all accounts, those of one account in their order
 * @param asOf - the moment at which balances are taken
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { simulateProgramme } from "@kefu/loyalty";
 *
 * const today = { version: 1, timeZone: "UTC", currency: "EUR", rules: [{ id: "base", give: { points: 1, per: 100 } }] };
 * const order = { id: "o1", currency: "EUR", lines: [{ id: "l1", amountMinor: 12_345 }] };
 * const at = instant("2026-11-24T12:00:00Z");
 * const history = [{ account: "mei", command: { type: "earn", commandId: "c1", at, order } as const }];
 * const generous = { ...today, rules: [{ id: "base", give: { points: 3, per: 200 } }] };
 * simulateProgramme(today, history, at).earnedPoints; // => 123
 * simulateProgramme(generous, history, at).earnedPoints; // => 185
 * ```
 */
export function simulateProgramme(
  programme: LoyaltyProgrammeInput | readonly LoyaltyProgrammeInput[],
  history: readonly PastCommand[],
  asOf: Instant,
): Simulation {
  const decider = loyalty(programme);
  const ledgers = new Map<string, LedgerState>();
  const refusals = new Map<string, number>();
  let spentMinor = 0;
  for (const { account, command } of parseInput(PastCommands, "history", history)) {
    const ledger = ledgers.get(account) ?? decider.initial;
    const { programme: _, expectedVersion: __, ...asked } = command;
    const decision = decider.decide(undefined, ledger, asked as LedgerCommandInput);
    if (decision.outcome === "refused") {
      const { code } = decision.because;
      refusals.set(code, (refusals.get(code) ?? 0) + 1);
      continue;
    }
    ledgers.set(account, decision.events.reduce(decider.evolve, ledger));
    for (const event of decision.events) spentMinor += "valueMinor" in event ? event.valueMinor : 0;
  }
  const states = [...ledgers.values()];
  const balances = states.map((state) => balanceOf(state, asOf));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    earnedPoints: sum(states.map(({ totals }) => totals.earned)),
    spentPoints: sum(balances.map(({ spent }) => spent)),
    spentMinor,
    expiredPoints: sum(balances.map(({ expired }) => expired)),
    outstandingPoints: sum(balances.map((each) => each.active + each.pending - each.negative)),
    refusals: Object.fromEntries(refusals),
  };
}
