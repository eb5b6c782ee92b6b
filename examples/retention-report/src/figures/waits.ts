import type { HistorySum } from "@kefu/retention";

/** How long each customer took from the first purchase to the second, an entry of each column for each. */
export interface Waits {
  /** In days; up to the last day of the data for who has not bought again. */
  readonly days: Int32Array;
  /** 1 for who has bought again. */
  readonly ended: Uint8Array;
  /** What was paid on the first day. */
  readonly firstMinor: Float64Array;
}

/** The waits of histories that are one run, each customer once. Returns are no purchases. */
export function waitsOf({ runs }: HistorySum, lastDay: number): Waits {
  const rows = runs.flat();
  const waits = emptyWaits(rows.length);
  let size = 0;
  for (const [, days] of rows) {
    const first = purchaseFrom(days, 0);
    if (first === days.length) continue;
    const second = purchaseFrom(days, first + 3);
    const isBack = second < days.length;
    const until = isBack ? (days[second] as number) / 2 : lastDay;
    waits.days[size] = until - (days[first] as number) / 2;
    waits.ended[size] = Number(isBack);
    waits.firstMinor[size++] = days[first + 2] as number;
  }
  return {
    days: waits.days.subarray(0, size),
    ended: waits.ended.subarray(0, size),
    firstMinor: waits.firstMinor.subarray(0, size),
  };
}

const emptyWaits = (size: number) => ({
  days: new Int32Array(size),
  ended: new Uint8Array(size),
  firstMinor: new Float64Array(size),
});

/** Where the next purchase of a list of days stands, or its end. Returns, which stand there too, are none. */
export function purchaseFrom(days: readonly number[], from: number): number {
  let at = from;
  while (at < days.length && (days[at] as number) % 2 !== 0) at += 3;
  return Math.min(at, days.length);
}

/** All waits, one part behind the other. */
export function joinWaits(parts: readonly Waits[]): Waits {
  const waits = emptyWaits(parts.reduce((sum, { days }) => sum + days.length, 0));
  let at = 0;
  for (const { days, ended, firstMinor } of parts) {
    waits.days.set(days, at);
    waits.ended.set(ended, at);
    waits.firstMinor.set(firstMinor, at);
    at += days.length;
  }
  return waits;
}
