import { dueAt } from "@kefu/calendar";
import type { Instant, ServiceLevel } from "@kefu/core";
import { packetOf } from "../levels/hand-off-packet.ts";
import { rankOf } from "../policy/ladder.ts";
import type { LevelStay } from "./course.ts";
import { sound } from "./drive-clocks.ts";
import { ignore } from "./drive-promises.ts";
import type { EventData } from "./occurrence.ts";
import { type Cause, change, conditionData, type Run, tell } from "./run.ts";

type Why = EventData["LevelRaised"]["why"];

/** The level at which a ticket enters: by the ladder's rules, else its own word, else the lowest rung. */
export function enterLadder(run: Run, said: ServiceLevel | undefined, at: Instant): void {
  const { policy } = run;
  if (policy === null || policy.rungs.size === 0) return;
  const rule = policy.entry.find(({ when }) => when === null || when(conditionData(run), at));
  const own = said !== undefined && policy.rungs.has(said) ? said : undefined;
  const level = rule?.level ?? own ?? [...policy.rungs.keys()][0];
  if (level !== undefined) change(run, { levels: [stayOn(run, level, at)] });
}

/** One more attempt on the present level. */
export function takeOutcome(
  run: Run,
  { outcome }: { readonly outcome: "solved" | "unsolved" },
  cause: Cause,
): void {
  const stay = run.course.levels.at(-1);
  const rung = stay && run.policy?.rungs.get(stay.level);
  if (stay === undefined || rung === undefined) {
    ignore(run, "no-ladder", cause);
    return;
  }
  if (outcome === "solved") {
    inviteWhenMet(run, cause);
    return;
  }
  const attempts = stay.attempts + 1;
  replaceStay(run, { ...stay, attempts });
  if (attempts < rung.attempts) return;
  if (rung.unmetTo !== undefined) raise(run, rung.unmetTo, "unsolved", cause);
}

/** A customer whose need was met is offered the next level. */
export function inviteWhenMet(run: Run, cause: Cause): void {
  const level = run.course.levels.at(-1)?.level;
  const to = level && run.policy?.rungs.get(level)?.invitesTo;
  if (level === undefined || to === undefined) return;
  const subject = `${level}+${cause.by}`;
  const facts = { from: level, to };
  tell(run, "LevelInvitation", "need-met", subject, cause, { ...facts }, facts);
}

/** The need climbs, with all that was learnt; clocks owed to the customer go on as they are. */
export function raise(run: Run, to: ServiceLevel, why: Why, cause: Cause): void {
  const stay = run.course.levels.at(-1);
  if (stay === undefined || !run.policy?.rungs.has(to)) {
    ignore(run, "no-ladder", cause);
    return;
  }
  const from = stay.level;
  if (rankOf(to) <= rankOf(from)) {
    // A wish or a complaint on a level that is high enough already needs no climbing.
    if (why === "asked") ignore(run, "not-higher", cause);
    return;
  }
  const { at, by } = cause;
  replaceStay(run, { ...stay, leftAt: at, limitAt: null }, stayOn(run, to, at));
  const code = `level-raised-${why}`;
  const subject = `${from}+${by || at}`;
  const packet = packetOf(run, from, to, at);
  tell(run, "LevelRaised", code, subject, cause, { from, to }, { from, to, why });
  tell(run, "HandedOff", code, subject, cause, { from, to }, { packet });
  sound(run, "levelRaised", { at, by: by || subject });
}

/** Puts stays in place of the present one. */
function replaceStay(run: Run, ...stays: readonly LevelStay[]): void {
  change(run, { levels: [...run.course.levels.slice(0, -1), ...stays] });
}

function stayOn(run: Run, level: ServiceLevel, at: Instant): LevelStay {
  const limit = run.policy?.rungs.get(level)?.limit;
  const calendar =
    limit && run.index.calendar(limit.calendar, run.course.calendars[limit.calendar]);
  const limitAt = limit && calendar ? dueAt(calendar, at, limit.budget) : null;
  return { level, enteredAt: at, leftAt: null, attempts: 0, limitAt };
}

/** The stay on a level has lasted as long as it may. */
export function passLimit(run: Run, at: Instant): void {
  const stay = run.course.levels.at(-1);
  if (stay === undefined) return;
  replaceStay(run, { ...stay, limitAt: null });
  const to = run.policy?.rungs.get(stay.level)?.unmetTo;
  if (to !== undefined) raise(run, to, "limit", { at, by: "" });
}
