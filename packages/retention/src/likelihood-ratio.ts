import { InvalidInputError } from "@kefu/core";
import { chiSquareAbove } from "./numerics/chi-square.ts";

/** What a fit must tell to be compared. */
export interface ComparableFit {
  /** The parameters by name. */
  readonly parameters: object;
  /** The natural logarithm of the likelihood. */
  readonly logLikelihood: number;
}

/** Whether a richer model is worth its parameters. */
export interface LikelihoodRatio {
  /** Twice by how much the logarithm of the likelihood is larger; at least 0. */
  readonly statistic: number;
  /** How many more parameters it has. */
  readonly degrees: number;
  /** How likely the simpler model would come out so much worse by chance. */
  readonly pValue: number;
}

/**
 * Whether a richer model fits better than chance would have it. Both must be fitted to the same data, and the simpler one must
 * be the richer one with some parameters held: BG/NBD and Pareto/NBD are not.
 *
 * @throws `InvalidInputError` when a fit is none, or the second has not more parameters
 *
 * @example
 * ```ts
 * import { fitRenewals, likelihoodRatio } from "@kefu/retention";
 *
 * const counts = { kind: "contractual", cohorts: [[1000, 869, 743, 653, 593]] } as const;
 * const { statistic, pValue } = likelihoodRatio(
 *   fitRenewals(counts),
 *   fitRenewals(counts, { model: "beta-discrete-weibull" }),
 * );
 * [statistic.toFixed(2), pValue.toFixed(3)]; // => ["4.77", "0.029"]
 * ```
 */
export function likelihoodRatio(simpler: ComparableFit, richer: ComparableFit): LikelihoodRatio {
  const degrees = parametersOf(richer) - parametersOf(simpler);
  if (degrees <= 0) throw mistake("the second must have more parameters than the first");
  const statistic = Math.max(0, 2 * (richer.logLikelihood - simpler.logLikelihood));
  return { statistic, degrees, pValue: chiSquareAbove(statistic, degrees) };
}

function parametersOf(fit: ComparableFit): number {
  const { parameters, logLikelihood } = fit ?? {};
  if (typeof parameters !== "object" || parameters === null || !Number.isFinite(logLikelihood)) {
    throw mistake("must be fits, with parameters and logLikelihood");
  }
  return Object.keys(parameters).length;
}

const mistake = (message: string) => new InvalidInputError("fits", [{ path: [], message }]);
