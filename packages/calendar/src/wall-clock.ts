import { DAY } from "./supported-years.ts";

/** Times of the day as they are written: `"09:00"`, or with seconds, `"23:59:59"`. */
export const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** As `TIME`; also `"24:00"`, the end of the day. */
export const TIME_OR_MIDNIGHT = /^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|24:00(?::00)?)$/;

/** Milliseconds from midnight. */
export function millisecondOfDay(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return (hours * 3600 + minutes * 60 + seconds) * 1000;
}

/** Days since 1970-01-01, counted on the wall calendar. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** The date of a wall clock reading, which is given as if it were UTC. */
export const dateOfWall = (wall: number): string => new Date(wall).toISOString().slice(0, 10);
