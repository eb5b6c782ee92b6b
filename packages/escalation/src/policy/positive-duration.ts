import { Budget } from "@kefu/calendar";
import { Duration, millisecondsIn } from "@kefu/core";

/** A duration of fixed parts, longer than zero. */
export const FixedDuration = Duration.refine(
  (duration) => !duration.years && !duration.months && millisecondsIn(duration) > 0,
  "must be longer than zero, without years and months",
);

/** A budget that leaves some time; zero would be breached before it began. */
export const PositiveBudget = Budget.refine(leavesTime, "must be longer than zero");

function leavesTime(budget: Budget): boolean {
  if ("workingDays" in budget) return budget.workingDays > 0 || budget.land === "close";
  const { years = 0, months = 0, ...fixed } = "working" in budget ? budget.working : budget.elapsed;
  if ("working" in budget && years + months > 0) return false;
  if (!Number.isInteger(years) || !Number.isInteger(months)) return false;
  return years + months > 0 || millisecondsIn(fixed) > 0;
}
