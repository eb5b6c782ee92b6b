/** Where values stand along a line, and where it is marked. */
export interface Scale {
  readonly at: (value: number) => number;
  /** The values that are marked, rising. */
  readonly marks: readonly number[];
  /** How far the marks stand from each other, in values. */
  readonly step: number;
}

/** The stretch from one value to another, drawn from one place to another. */
export interface Stretch {
  readonly values: readonly [number, number];
  readonly places: readonly [number, number];
}

/** A scale with about so many marks at round values, the ends of the stretch widened to them. */
export function niceScale({ values, places }: Stretch, count: number): Scale {
  const [low, high] = values;
  const step = niceStep((high - low || 1) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const marks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  return { ...exactScale({ values: [first * step, last * step], places }), marks, step };
}

/** A scale without widening; `marks` are the round values within. */
export function insideScale(stretch: Stretch, count: number): Scale {
  const [low, high] = stretch.values;
  const step = niceStep((high - low || 1) / count);
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  const marks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  return { ...exactScale(stretch), marks, step };
}

function exactScale({ values: [low, high], places: [from, to] }: Stretch): Pick<Scale, "at"> {
  const slope = (to - from) / (high - low || 1);
  return { at: (value) => from + (value - low) * slope };
}

/** The smallest of 1, 2, 5 times a power of ten that is not below. */
function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5].find((one) => one * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}
