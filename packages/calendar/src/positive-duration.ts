import { Duration, millisecondsIn } from "@kefu/core";
import { Budget } from "./budget.ts";

/** A duration longer than zero that is as long at any time of the year: weeks, days, hours, minutes and seconds. */
export const FixedDuration = Duration.refine(
  (duration) => !duration.years && !duration.months && millisecondsIn(duration) > 0,
  "must be longer than zero, without years and months",
);

/** A {@link Budget} that leaves some time, and that {@link dueAt} can reckon from any start. */
export const PositiveBudget = Budget.refine(leavesTime, "must be longer than zero");

function leavesTime(budget: Budget): boolean {
  if ("workingDays" in budget) return budget.workingDays > 0 || budget.land === "close";
  const { years = 0, months = 0, ...fixed } = "working" in budget ? budget.working : budget.elapsed;
  if ("working" in budget && years + months > 0) return false;
  if (!Number.isInteger(years) || !Number.isInteger(months)) return false;
  return years + months > 0 || millisecondsIn(fixed) > 0;
}
