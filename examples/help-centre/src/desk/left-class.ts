/** Below this much working time something is urgent. */
const URGENT = 60 * 60_000;

/** How pressing it is, for the style sheet. */
export function leftClass(left: number, isLate: boolean): string {
  if (isLate) return "left left-late";
  return left < URGENT ? "left left-urgent" : "left";
}
