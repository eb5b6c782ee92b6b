import { InvalidInputError } from "@kefu/core";
import { later, momentAt, NEVER, wallOf } from "../programme/wall-time.ts";
import type { TierPolicy } from "./tier-policy.ts";

const DAY = 86_400_000;

/** The window in which a moment lies. */
interface TierWindow {
  /** Its first moment. */
  readonly from: number;
  /** The first moment after it; never for windows that move along. */
  readonly end: number;
  /** The next moment from which qualifications bear for longer. */
  readonly next: number;
  /** Until when the qualification of that moment bears a tier. */
  readonly until: number;
  /** Qualifications of the same window add up. */
  readonly key: number;
}

/** Which window a moment lies in. */
export type WindowOf = (at: number) => TierWindow;

/** The windows of a customer. @throws `InvalidInputError` for anniversaries of nothing */
export function windowsOf(
  { window, timeZone }: TierPolicy,
  joinedAt: number | undefined,
): WindowOf {
  const dayOf = (at: number) => momentAt(Math.floor(wallOf(at, timeZone) / DAY) * DAY, timeZone);
  const move = (day: number, months: number) => later(day, { months }, timeZone);
  if (window.kind === "lifetime") {
    return () => ({ from: -NEVER, end: NEVER, next: NEVER, until: NEVER, key: 0 });
  }
  if (window.kind === "rolling") {
    const { months } = window;
    return (at) => {
      const day = dayOf(at);
      const next = later(day, { days: 1 }, timeZone);
      return { from: move(day, -months), end: NEVER, next, until: move(day, months), key: 0 };
    };
  }
  const first = window.kind === "anniversary" ? joinedAt : momentAt(0, timeZone);
  if (first === undefined) {
    const message = "is needed where windows begin on the day of joining";
    throw new InvalidInputError("question", [{ path: ["joinedAt"], message }]);
  }
  const start = dayOf(first);
  const yearOf = (at: number) => new Date(wallOf(at, timeZone)).getUTCFullYear();
  return (at) => {
    const years = yearOf(at) - yearOf(start);
    const year = move(start, years * 12) > at ? years - 1 : years;
    const [from = 0, end = 0, until = 0] = [0, 1, 2].map((on) => move(start, (year + on) * 12));
    return { from, end, next: end, until, key: year };
  };
}

/** How long a level is held before the next step down. */
export function windowMonths({ window }: TierPolicy): number {
  return window.kind === "rolling" ? window.months : 12;
}
