import type { Instant } from "@kefu/core";
import { changedClock } from "../clocks/changed-clock.ts";
import { retargetClock } from "../clocks/run-clock.ts";
import { schedule } from "../clocks/schedule.ts";
import type { CompiledPolicy, CompiledTarget } from "./compile-policy.ts";
import { activeTargets, begin, end, followState, tellClock } from "./drive-clocks.ts";
import {
  type Cause,
  change,
  conditionData,
  isResolvedState,
  put,
  type Run,
  rulerOf,
} from "./run.ts";

/** Chooses the targets anew after something changed, and moves the clocks over. `before` is the policy until then. */
export function entitle(run: Run, cause: Cause, before: CompiledPolicy | null): void {
  const old = new Map(
    run.course.targets.flatMap((id) => {
      const compiled = before?.targets.get(id);
      return compiled === undefined ? [] : [[compiled.clock, compiled] as const];
    }),
  );
  choose(run, cause.at);
  const active = activeTargets(run);
  for (const compiled of active) moveOver(run, compiled, old.get(compiled.clock), cause);
  const governed = new Set(active.map(({ clock }) => clock));
  for (const [name, compiled] of old) {
    const clock = run.course.clocks[name];
    if (governed.has(name) || clock === undefined || clock.phase === "ended") continue;
    end(run, compiled, clock, cause, "cancelled");
  }
  followState(run, cause);
}

/** The first rule that applies says which targets there are. */
export function choose(run: Run, at: Instant): void {
  const { policy, course } = run;
  if (policy === null) return;
  const rule = policy.rules.find(({ when }) => when === null || when(conditionData(run), at));
  const open = course.complaint !== null && course.complaint.closedAt === null;
  const chosen = rule?.targets ?? [];
  const targets = open ? [...chosen, ...policy.policy.complaint.targets] : chosen;
  change(run, { rule: rule?.id ?? null, targets });
}

function moveOver(
  run: Run,
  compiled: CompiledTarget,
  old: CompiledTarget | undefined,
  cause: Cause,
): void {
  const clock = run.course.clocks[compiled.clock];
  if (clock === undefined) {
    const since = startedBefore(run, compiled);
    if (since === null) return;
    const fromChange = compiled.target.onRetarget === "fromChange";
    begin(run, compiled, fromChange ? cause.at : since, cause);
    return;
  }
  if (old === undefined || clock.phase === "ended" || isSame(old, compiled)) return;
  const retargeted = retargetClock(rulerOf(run, old), rulerOf(run, compiled), clock, cause.at);
  if (retargeted === clock) return;
  put(run, retargeted);
  const { targetId: fromTargetId, dueAt: previousDueAt } = clock;
  tellClock(run, "Retargeted", "retargeted", retargeted, cause, {
    facts: { from: fromTargetId, to: retargeted.targetId },
    data: { fromTargetId, previousDueAt },
    names: cause.by,
  });
}

/** Since when a clock would have run, had the ticket always been entitled to it; `null` when it would not. */
function startedBefore({ course }: Run, { start }: CompiledTarget): Instant | null {
  if (isResolvedState(course.state) || start.when !== null) return null;
  if (start.signals.includes("opened")) return course.openedAt;
  return start.signals.includes("customerMessage") ? course.waitingSince : null;
}

function isSame(one: CompiledTarget, other: CompiledTarget): boolean {
  const facts = ({ target }: CompiledTarget) => [target.id, target.budget, target.calendar];
  return one === other || JSON.stringify(facts(one)) === JSON.stringify(facts(other));
}

/** Reckons running clocks anew after the hours of a calendar changed. */
export function moveDues(run: Run, calendar: string, cause: Cause): void {
  for (const compiled of activeTargets(run)) {
    const clock = run.course.clocks[compiled.clock];
    if (clock?.phase !== "running" || compiled.target.calendar !== calendar) continue;
    const moved = schedule(rulerOf(run, compiled), changedClock(clock, {}), cause.at);
    put(run, moved);
    if (moved.dueAt === clock.dueAt) continue;
    const more = { data: { previousDueAt: clock.dueAt }, names: cause.by };
    tellClock(run, "DueMoved", "calendar-changed", moved, cause, more);
  }
}
