/** Halvings of the interval to the last digit; deviations beyond 40 have no share left. */
const STEPS = 100;

/**
 * Within so many deviations of its mean the normal distribution holds a share: 1.96 for 0.95.
 *
 * @param level - more than 0, less than 1
 * @see NIST Digital Library of Mathematical Functions, 7.6.2 (series) and 7.9.1 (continued fraction)
 */
export function deviationsFor(level: number): number {
  let [low, high] = [0, 40];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    // Seen from the outside, so that shares near 1 keep their digits.
    if (shareOutside(middle) > 1 - level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The share of a normal distribution that lies further than so many deviations from its mean, on both sides. */
function shareOutside(deviations: number): number {
  const density = Math.exp(-(deviations ** 2) / 2) / Math.sqrt(2 * Math.PI);
  if (deviations > 2) return 2 * density * tailFraction(deviations);
  let [sum, term] = [deviations, deviations];
  for (let power = 3; sum + term !== sum; power += 2) {
    term *= deviations ** 2 / power;
    sum += term;
  }
  return 1 - 2 * density * sum;
}

function tailFraction(deviations: number): number {
  let value = deviations;
  for (let k = 120; k > 0; k--) value = deviations + k / value;
  return 1 / value;
}
