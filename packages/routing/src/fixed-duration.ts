import { Duration, millisecondsIn } from "@kefu/core";

/** A duration of fixed parts, longer than zero. */
export const FixedDuration = Duration.refine(
  (duration) => !duration.years && !duration.months && millisecondsIn(duration) > 0,
  "must be longer than zero, without years and months",
);
