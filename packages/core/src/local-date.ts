import { z } from "zod";

/**
 * A date on the wall calendar, without time or zone: `"2026-11-24"`. Year 0000 to 9999, only days that exist.
 * Strings of this form sort as dates.
 */
export const LocalDate = z.iso.date().brand<"LocalDate">();
/** A date on the wall calendar, see the schema of the same name. */
export type LocalDate = z.output<typeof LocalDate>;
