import { z } from "zod";

/** A stretch of the calendar in the programme's zone; weeks begin on Monday, halves in January and July. */
export const Period = z.enum(["day", "week", "month", "quarter", "half", "year"]);
/** A stretch of the calendar, see the schema of the same name. */
export type Period = z.output<typeof Period>;
