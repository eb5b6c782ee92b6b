import { type Decider, type Instant, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import * as accounts from "./decisions/accounts.ts";
import { earn, reward } from "./decisions/earn.ts";
import { capture, hold, letGo, redeem, reverse } from "./decisions/redeem.ts";
import { type LedgerRefusal, type Refused, refuse } from "./decisions/refusal.ts";
import type { Decide, Entry, Run } from "./decisions/run.ts";
import { cancel, refund } from "./decisions/take-back.ts";
import { type CompiledProgramme, compileProgramme } from "./earning/compile-programme.ts";
import { bodyHash } from "./ledger/body-hash.ts";
import type { LedgerCommand, LedgerCommandInput } from "./ledger/commands.ts";
import { find } from "./ledger/directory.ts";
import type { LedgerEvent } from "./ledger/events.ts";
import { EMPTY_LEDGER } from "./ledger/new-ledger.ts";
import { stateAt } from "./ledger/pass-time.ts";
import { commandOf } from "./ledger/read-command.ts";
import { ledgerOf, trust } from "./ledger/read-ledger.ts";
import { evolveLedger } from "./ledger/replay-ledger.ts";
import type { LedgerState } from "./ledger/state.ts";
import { LoyaltyProgramme, type LoyaltyProgrammeInput } from "./programme/programme.ts";

/** What became of a command: one event that is to be stored, nothing as it was carried out before, or a refusal. */
export type LedgerDecision =
  | { readonly outcome: "accepted"; readonly events: readonly LedgerEvent[] }
  | { readonly outcome: "duplicate"; readonly events: readonly [] }
  | { readonly outcome: "refused"; readonly because: LedgerRefusal };

/**
 * The life of a points ledger: a `Decider` of `@kefu/core` that also knows repeats by itself. Its programme is compiled in, so
 * that `decide` takes none.
 */
export interface LoyaltyDecider
  extends Omit<
    Decider<void, LedgerState, LedgerCommandInput, LedgerEvent, LedgerRefusal>,
    "decide"
  > {
  /** Answers a command: with what is to happen, or with why not. Changes nothing. */
  readonly decide: (
    policy: undefined,
    state: LedgerState,
    command: LedgerCommandInput,
  ) => LedgerDecision;
}

type Decisions = { readonly [Type in LedgerCommand["type"]]: Decide<Type> };

const { adjust, claim, close, confirm, extend, join, leave, merge, receive, send } = accounts;
const DECISIONS: Decisions = {
  ...{ earn, reward, cancel, confirm, refund, redeem, reverse, hold, capture, void: letGo },
  ...{ adjust, send, receive, extend, claim, join, leave, merge, close },
};

/** What only a programme in force decides; the rest has to go on after its end. */
const NEEDS_FORCE: readonly LedgerCommand["type"][] = ["earn", "reward", "redeem", "hold", "send"];
/** What only a member of a household does, where there is one. */
const NEEDS_MEMBER = ["earn", "reward", "redeem", "hold"] as readonly LedgerCommand["type"][];

const Versions = z.array(LoyaltyProgramme).min(1).readonly();

/**
 * The points ledger of one customer or household as a decider: earning, holds, redemption, refunds, transfers, merges.
 *
 * A command is carried out once: the same `commandId` and content again is a `"duplicate"`, other content under a known id is
 * refused. With `expectedVersion` it is refused when the ledger has moved on. Each accepted command has one event.
 *
 * A command that happened before the latest event earns by its own moment; it uses and takes back what is there now. Points
 * are reckoned exactly and rounded once, as the programme says.
 *
 * @param programmes - one programme, or its versions. A command is decided by the version it names, else by the latest that
 *   had begun at its moment; refunds by the one that decided the order
 * @returns a decider; its functions throw `InvalidInputError` (`invalid-input`) for a state, command or event that has not its shape,
 *   and for events that cannot follow
 * @throws `InvalidInputError` (`invalid-input`) for a programme that is none and for two versions of the same number;
 *   `InvalidConditionError` (`invalid-condition`) never: conditions are part of the programme
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { loyalty } from "@kefu/loyalty";
 *
 * const points = loyalty({
 *   version: 1,
 *   timeZone: "Asia/Taipei",
 *   currency: "TWD",
 *   rules: [
 *     { id: "base", give: { points: 1, per: 3000 } },
 *     { id: "double-tea", lines: { field: "attributes.kind", op: "eq", value: "tea" }, give: { multiply: [2, 1] } },
 *   ],
 * });
 * const order = {
 *   id: "o1",
 *   currency: "TWD",
 *   lines: [
 *     { id: "tea", amountMinor: 45_000, attributes: { kind: "tea" } },
 *     { id: "cup", amountMinor: 20_000 },
 *   ],
 * };
 * const at = instant("2026-11-24T12:00:00+08:00");
 * const earned = points.decide(undefined, points.initial, { type: "earn", commandId: "c1", at, order });
 * const event = earned.outcome === "accepted" ? earned.events[0] : undefined;
 * event?.type === "PointsEarned" && event.points; // => 36
 * ```
 */
export function loyalty(
  programmes: LoyaltyProgrammeInput | readonly LoyaltyProgrammeInput[],
): LoyaltyDecider {
  const versions = compileVersions(programmes);
  return {
    initial: trust(EMPTY_LEDGER),
    decide(_, state, input) {
      const command = commandOf(input);
      return decideCommand(versions, ledgerOf(state), command);
    },
    evolve: evolveLedger,
  };
}

/** The versions of a programme, by number, the latest last. */
type VersionMap = ReadonlyMap<number, CompiledProgramme>;

function compileVersions(programmes: unknown): VersionMap {
  const given = Array.isArray(programmes) ? programmes : [programmes];
  const checked = parseInput(Versions, "loyalty programme", given);
  const sorted = checked.toSorted((one, next) => one.version - next.version);
  const versions = new Map(sorted.map((one) => [one.version, compileProgramme(one)]));
  if (versions.size === checked.length) return versions;
  const message = "must have a version number of its own";
  throw new InvalidInputError("loyalty programme", [{ path: [], message }]);
}

function decideCommand(
  versions: VersionMap,
  ledger: LedgerState,
  command: LedgerCommand,
): LedgerDecision {
  const body = bodyHash(command);
  const known = find(ledger.commands, command.commandId);
  if (known === body) return { outcome: "duplicate", events: [] };
  const compiled = versionFor(versions, command);
  const refusal = known === undefined ? refusalOf(ledger, command) : refuse("command-id-taken");
  if (refusal !== undefined) return { outcome: "refused", because: refusal.refused };
  if ("refused" in compiled) return { outcome: "refused", because: compiled.refused };
  const now = Math.max(ledger.at, command.at) as Instant;
  const versionOf = (version: number) => versions.get(version);
  const run: Run = { compiled, versionOf, now, state: stateAt(ledger, now) };
  const decide = DECISIONS[command.type] as (run: Run, command: LedgerCommand) => Entry | Refused;
  const entry = decide(run, command);
  const refused = "refused" in entry ? entry : refuseTooMany(ledger, entry);
  if (refused !== undefined) return { outcome: "refused", because: refused.refused };
  return { outcome: "accepted", events: [eventOf(entry as Entry, command, body, compiled)] };
}

/** The version that a command names, or the latest that had begun by then. */
function versionFor(versions: VersionMap, { programme: version, at, type }: LedgerCommand) {
  const compiled = version === undefined ? versionAt(versions, at) : versions.get(version);
  if (compiled === undefined) return refuse("unknown-programme", { version: version ?? 0 });
  const { from = at, until = Number.POSITIVE_INFINITY } = compiled.programme;
  const isInForce = from <= at && at < until;
  if (isInForce || !NEEDS_FORCE.includes(type)) return compiled;
  return refuse("programme-not-in-force", { version: compiled.programme.version });
}

/** The latest version that had begun at a moment, or the first. */
function versionAt(versions: VersionMap, at: Instant): CompiledProgramme | undefined {
  let first: CompiledProgramme | undefined;
  let latest: CompiledProgramme | undefined;
  for (const compiled of versions.values()) {
    first ??= compiled;
    const { from = at } = compiled.programme;
    if (from <= at) latest = compiled;
  }
  return latest ?? first;
}

function refusalOf(ledger: LedgerState, command: LedgerCommand): Refused | undefined {
  const { version, closedInto, members } = ledger;
  const { expectedVersion = version, memberId = "", type } = command;
  if (expectedVersion !== version) {
    return refuse("version-conflict", { expectedVersion, actualVersion: version });
  }
  if (closedInto !== null) return refuse("account-closed", { into: closedInto });
  const isStranger = members.length > 0 && !members.includes(memberId);
  if (isStranger && NEEDS_MEMBER.includes(type))
    return refuse("not-a-member", { member: memberId });
  return undefined;
}

/** Far below what is exact, in one go; and exact in all. */
function refuseTooMany({ totals }: LedgerState, entry: Entry): Refused | undefined {
  const points = "points" in entry ? Math.abs(entry.points) : 0;
  let most = 0;
  for (const total of Object.values(totals)) most = Math.max(most, Math.abs(total));
  if (points <= 1e12 && Number.isSafeInteger(most + points)) return undefined;
  return refuse("too-many-points", { points });
}

function eventOf(
  entry: Entry,
  { at, commandId, memberId }: LedgerCommand,
  body: string,
  { programme: { version } }: CompiledProgramme,
): LedgerEvent {
  const head = { at, commandId, body, programme: version, lots: [], taken: [], debt: 0 };
  const event = Object.assign(head, entry);
  return (memberId === undefined ? event : { ...event, memberId }) as LedgerEvent;
}
