/**
 * How many standard deviations around the mean of a normal distribution hold a share of it: 1.96 for 0.95.
 *
 * @param level - more than 0, less than 1
 * @see G. Marsaglia: Evaluating the normal distribution, Journal of Statistical Software 11 (2004), for the series
 */
export function deviationsFor(level: number): number {
  const share = (1 + level) / 2;
  let deviations = 0;
  // Newton's method from the middle approaches from below and cannot leave the range; 100 steps are never needed.
  for (let step = 0; step < 100; step++) {
    const density = Math.exp(-(deviations ** 2) / 2) / Math.sqrt(2 * Math.PI);
    const next = deviations + (share - shareBelow(deviations, density)) / density;
    if (Math.abs(next - deviations) < 1e-15 * next) return next;
    deviations = next;
  }
  return deviations;
}

function shareBelow(deviations: number, density: number): number {
  let [sum, term] = [deviations, deviations];
  for (let power = 3; sum + term !== sum || power === 3; power += 2) {
    term *= deviations ** 2 / power;
    sum += term;
  }
  return 0.5 + sum * density;
}
