import { digamma, logGamma } from "../numerics/gamma-functions.ts";

/** The logarithm of the share that is left after so many renewals, and its slopes by the logarithms of the parameters. */
export interface RenewalPoint {
  readonly logShare: number;
  readonly slopes: readonly number[];
}

/**
 * The parameters of all models as one list: γ and δ, or the rate at which customers leave without them; then the power of time,
 * which is 1 for the geometric ones.
 */
export type RenewalCurve = (parameters: readonly number[], renewals: number) => RenewalPoint;

/** Later nothing can be told apart. */
const FARTHEST = 1e15;

/** Time to a power, and its logarithm times it: the slope by the logarithm of the power. */
function stretched(renewals: number, power: number): readonly [time: number, slope: number] {
  const time = Math.min(renewals ** power, FARTHEST);
  return [time, time < FARTHEST && renewals > 0 ? time * power * Math.log(renewals) : 0];
}

/** Everybody leaves at the same rate, which may rise or fall with time. */
export const discreteWeibull: RenewalCurve = ([rate = 1, power = 1], renewals) => {
  const [time, slope] = stretched(renewals, power);
  return { logShare: -rate * time, slopes: [-rate * time, -rate * slope] };
};

/** Everybody leaves with a probability of his own, of a beta distribution. */
export const betaDiscreteWeibull: RenewalCurve = ([gamma = 1, delta = 1, power = 1], renewals) => {
  const [time, slope] = stretched(renewals, power);
  const all = digamma(gamma + delta) - digamma(gamma + delta + time);
  const own = digamma(delta + time) - digamma(delta);
  const byTime = digamma(delta + time) - digamma(gamma + delta + time);
  return {
    logShare: logGammaRatio(delta + time, gamma) - logGammaRatio(delta, gamma),
    slopes: [gamma * all, delta * (all + own), byTime * slope],
  };
};

/** From here on two terms of Stirling's series are exact. */
const LARGE = 1000;

/** ln Γ(x) − ln Γ(x + a), which does not cancel where x is large. */
function logGammaRatio(x: number, a: number): number {
  if (x < LARGE) return logGamma(x) - logGamma(x + a);
  const rest = (of: number) => (1 / 12 - 1 / 360 / of / of) / of;
  return a - (x - 0.5) * Math.log1p(a / x) - a * Math.log(x + a) + rest(x) - rest(x + a);
}
