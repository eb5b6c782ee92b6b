import { FixedDuration } from "@kefu/calendar";
import { z } from "zod";

/** How promises are watched over. */
export const PromiseRule = z.strictObject({
  /** How much before its moment, on the wall, a promise that is not kept yet is at risk; without it only a forecast says so. */
  atRiskBefore: FixedDuration.optional(),
  /** In which calendar work on a promise is done, for the warning when it is made; without it there is no such warning. */
  calendar: z.string().min(1).max(200).optional(),
  /** With less open time than this until its moment a new promise is called tight. */
  tightBelow: FixedDuration.default({ hours: 2 }),
});
/** How promises are watched over, see the schema of the same name. */
export interface PromiseRule extends Readonly<z.output<typeof PromiseRule>> {}
