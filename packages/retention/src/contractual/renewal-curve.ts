import { gammaRise } from "../numerics/gamma-functions.ts";

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
  const all = gammaRise(gamma + delta, time);
  const late = gammaRise(delta + time, gamma);
  // B(γ, δ + time) / B(γ, δ) is Γ(δ + time) / Γ(δ) · Γ(γ + δ) / Γ(γ + δ + time): of the two ways to pair these, the one that cancels less.
  const [above, below] =
    time < gamma ? [gammaRise(delta, time), all] : [gammaRise(delta, gamma), late];
  return {
    logShare: above.log - below.log,
    slopes: [-gamma * all.first, delta * (above.first - below.first), -late.first * slope],
  };
};
