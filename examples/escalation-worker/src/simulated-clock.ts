import { type Instant, instant } from "@kefu/core";

/**
 * A clock in which days pass in minutes. The library asks no clock, so that handing it another one is all it takes.
 * `realStart` is a moment of the machine, `start` the simulated moment then; each real millisecond takes `speed` simulated ones.
 */
export interface SimulatedClock {
  readonly realStart: number;
  readonly start: Instant;
  readonly speed: number;
}

/** The simulated moment at a moment of the machine. */
export function simulatedAt({ realStart, start, speed }: SimulatedClock, real: number): Instant {
  return instant(start + (real - realStart) * speed);
}

/** The first moment of the machine at which a simulated moment has come. */
export function realAt({ realStart, start, speed }: SimulatedClock, at: Instant): number {
  return realStart + Math.ceil((at - start) / speed);
}
