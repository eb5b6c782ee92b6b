/** The finest lattice has so many steps to a unit. */
const FINEST = 256;

/** Where both halves of the lattice end at the latest: sinh 30 is beyond all exponents. */
const WIDEST = 30;

/** What falls so far below the peak, as a logarithm, does not count. */
const NEGLIGIBLE = 42;

/** Two lattices that agree so far are right: each one has many more digits than the one before. */
const AGREED = 2e-11;

/**
 * ln ∫ exp(f(u)) du over all real u, for an f that rises to one peak and falls off fast on both sides: sums over
 * lattices, each twice as fine, until two agree. Nothing cancels, overflows or underflows.
 *
 * @param logOf - f; −∞ is allowed
 * @see H. Takahasi, M. Mori: Double exponential formulas for numerical integration, Publications of the Research
 *   Institute for Mathematical Sciences 9 (1974), 721–741
 */
export function logIntegral(logOf: (u: number) => number): number {
  return refined((perUnit) => logLatticeSum(logOf, perUnit));
}

/**
 * ln E[exp(f(p, 1 − p))] for a beta-distributed p. Weights and sum are taken over the same lattice, so that
 * even for exponents of thousands little is lost.
 *
 * @param a - more than 0
 * @param b - more than 0
 * @param logOf - f of p and of 1 − p, which is exact also where p is nearly 1
 */
export function logBetaMean(
  a: number,
  b: number,
  logOf: (p: number, rest: number) => number,
): number {
  // The lattice is centred where p is, and as fine as its spread.
  const [centre, spread] = [Math.log(a / b), Math.min(1, Math.sqrt(1 / a + 1 / b))];
  const logWeight = (u: number) => {
    const [logP, logRest] = logistic(centre + spread * Math.sinh(u));
    return a * logP + b * logRest + Math.log(Math.cosh(u));
  };
  const logProduct = (u: number) => {
    const [logP, logRest] = logistic(centre + spread * Math.sinh(u));
    return logWeight(u) + logOf(Math.exp(logP), Math.exp(logRest));
  };
  return refined(
    (perUnit) => logLatticeSum(logProduct, perUnit) - logLatticeSum(logWeight, perUnit),
  );
}

/** ln p and ln(1 − p) of p = 1 / (1 + exp(−v)). */
function logistic(v: number): readonly [number, number] {
  const tail = Math.log1p(Math.exp(-Math.abs(v)));
  return v > 0 ? [-tail, -v - tail] : [v - tail, -tail];
}

function refined(sumOf: (perUnit: number) => number): number {
  let previous = sumOf(4);
  for (let perUnit = 8; perUnit <= FINEST; perUnit *= 2) {
    const sum = sumOf(perUnit);
    if (Math.abs(sum - previous) < AGREED || sum === previous) return sum;
    previous = sum;
  }
  return previous;
}

function logLatticeSum(logOf: (u: number) => number, perUnit: number): number {
  const total = { top: -Infinity, sum: 0 };
  for (let k = 0; k < WIDEST * perUnit; k++) if (!counts(total, logOf(k / perUnit))) break;
  for (let k = 1; k < WIDEST * perUnit; k++) if (!counts(total, logOf(-k / perUnit))) break;
  return total.top + Math.log(total.sum / perUnit);
}

/** Adds exp(value) to sum · exp(top); false where it makes no difference any more. */
function counts(total: { top: number; sum: number }, value: number): boolean {
  if (value > total.top) {
    total.sum = total.sum * Math.exp(total.top - value) + 1;
    total.top = value;
  } else if (value > total.top - NEGLIGIBLE) total.sum += Math.exp(value - total.top);
  else return total.top === -Infinity;
  return true;
}
