// 2F1 in fixed-point arithmetic of 160 binary places: the series around 0, then Taylor series along the differential
// equation, each step halving the distance to 1.

const PLACES = 160n;
const ONE = 1n << PLACES;

/** Exact: a double is a fraction of powers of two. */
function fixed(value: number): bigint {
  let [whole, shift] = [value, 0n];
  while (!Number.isInteger(whole)) [whole, shift] = [whole * 2, shift + 1n];
  return (BigInt(whole) << PLACES) >> shift;
}

const times = (one: bigint, other: bigint) => (one * other) >> PLACES;
const over = (one: bigint, other: bigint) => (one << PLACES) / other;
const isNegligible = (term: bigint, sum: bigint) => term * (1n << 64n) < sum;

interface State {
  readonly value: bigint;
  readonly slope: bigint;
}

function aroundZero(a: bigint, b: bigint, c: bigint, z: bigint): State {
  let [value, slope, term] = [ONE, 0n, ONE];
  for (let k = 0n; ; k++) {
    const shift = k << PLACES;
    const coefficient = over(times(a + shift, b + shift), times(c + shift, (k + 1n) << PLACES));
    slope += times(term, coefficient) * (k + 1n);
    term = times(times(term, coefficient), z);
    value += term;
    if (k > 4000n || (isNegligible(term, value) && isNegligible(term * (k + 1n), slope))) {
      return { value, slope };
    }
  }
}

/** From the state at z to the state at z + by. */
function continued(a: bigint, b: bigint, c: bigint, z: bigint, by: bigint, from: State): State {
  let [one, next] = [from.value, times(from.slope, by)];
  let [value, slope] = [one + next, next];
  const bend = times(z, ONE - z);
  for (let n = 0n; ; n++) {
    const shift = n << PLACES;
    const middle = times(c - times(a + b + ONE, z), ONE) + times(ONE - 2n * z, shift);
    // z(1−z)(n+2)(n+1)w₂ = (n+a)(n+b)w₀ − (n+1)(c − (a+b+1)z + n(1−2z))w₁, each wₙ scaled by byⁿ.
    const push = times(times(times(a + shift, b + shift), one), times(by, by));
    const pull = times(times(middle, next), by) * (n + 1n);
    const term = over(push - pull, bend) / ((n + 2n) * (n + 1n));
    value += term;
    slope += term * (n + 2n);
    const small = term < 0n ? -term : term;
    if (n > 4000n || (n > 10n && isNegligible(small * (n + 2n), slope))) {
      return { value, slope: over(slope, by) };
    }
    [one, next] = [next, term];
  }
}

/** ln 2F1(a, b; c; z). */
export function logHypergeometricReference(a: number, b: number, c: number, z: number): number {
  const [fa, fb, fc, target] = [fixed(a), fixed(b), fixed(c), fixed(z)];
  const half = ONE >> 1n;
  let at = target < half ? target : half;
  let state = aroundZero(fa, fb, fc, at);
  while (at < target) {
    const step = (ONE - at) >> 1n;
    const by = at + step > target ? target - at : step;
    state = continued(fa, fb, fc, at, by, state);
    at += by;
  }
  return logOf(state.value);
}

function logOf(value: bigint): number {
  const surplus = BigInt(Math.max(0, value.toString(2).length - 60));
  return Math.log(Number(value >> surplus)) + Number(surplus - PLACES) * Math.LN2;
}
