/** From here on the asymptotic series below are exact to the last digit. */
const LARGE = 12;

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * The natural logarithm of the gamma function.
 *
 * @param x - more than 0
 * @see NIST Digital Library of Mathematical Functions, 5.11.1 (Stirling's series) and 5.5.1 (recurrence)
 */
export function logGamma(x: number): number {
  let [shifted, product] = [x, 1];
  for (; shifted < LARGE; shifted++) product *= shifted;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    1 / 12 -
    square *
      (1 / 360 -
        square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360))));
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    HALF_LOG_TWO_PI +
    inverse * series -
    Math.log(product)
  );
}

/** The logarithm of the beta function; both arguments more than 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/**
 * The first derivative of {@link logGamma}.
 *
 * @param x - more than 0
 * @see NIST Digital Library of Mathematical Functions, 5.11.2 and 5.5.2
 */
export function digamma(x: number): number {
  let [shifted, below] = [x, 0];
  for (; shifted < LARGE; shifted++) below += 1 / shifted;
  const square = 1 / (shifted * shifted);
  const series =
    1 / 12 -
    square *
      (1 / 120 -
        square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - (square * 691) / 32760))));
  return Math.log(shifted) - 0.5 / shifted - square * series - below;
}

/**
 * The second derivative of {@link logGamma}.
 *
 * @param x - more than 0
 * @see NIST Digital Library of Mathematical Functions, 5.15.8 and 5.15.5
 */
export function trigamma(x: number): number {
  let [shifted, below] = [x, 0];
  for (; shifted < LARGE; shifted++) below += 1 / (shifted * shifted);
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    1 / 6 -
    square *
      (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * (5 / 66 - (square * 691) / 2730))));
  return below + inverse + square / 2 + inverse * square * series;
}

/** From here on two terms of a series tell what gamma functions add to a logarithm. */
const VERY_LARGE = 1000;

/** ln Γ(x + by) − ln Γ(x) with its first and second derivative by x. */
export interface GammaRise {
  readonly log: number;
  readonly first: number;
  readonly second: number;
}

/**
 * How much larger the gamma function is a little further on, in a form that does not cancel where x is large.
 *
 * @param x - more than 0
 * @param by - from 0 up
 * @see NIST Digital Library of Mathematical Functions, 5.11.1, 5.11.2 and 5.15.8
 */
export function gammaRise(x: number, by: number): GammaRise {
  const end = x + by;
  if (x < VERY_LARGE) {
    return {
      log: logGamma(end) - logGamma(x),
      first: digamma(end) - digamma(x),
      second: trigamma(end) - trigamma(x),
    };
  }
  const grown = Math.log1p(by / x);
  const [perStart, perEnd] = [1 / x, 1 / end];
  const apart = -by * perStart * perEnd;
  const squares = perStart * perStart + perStart * perEnd + perEnd * perEnd;
  return {
    log: (x - 0.5) * grown + by * (Math.log(end) - 1) + apart * (1 / 12 - squares / 360),
    first: grown - apart * (1 / 2 + (perStart + perEnd) / 12),
    second: apart * (1 + (perStart + perEnd) / 2 + squares / 6),
  };
}
