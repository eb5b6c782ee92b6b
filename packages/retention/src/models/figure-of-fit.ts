import { type Interval, InvalidInputError, parseInput } from "@kefu/core";
import { EstimateOptions, type EstimateOptionsInput } from "../estimate.ts";
import { deviationsFor } from "../numerics/normal.ts";
import type { GammaGamma } from "./fit-gamma-gamma.ts";
import type { Fit } from "./fit-model.ts";
import { checkFittedModel, PARAMETERS, type PurchaseModel } from "./purchase-model.ts";

/** A figure that follows from a fitted model, and how sure it is. */
export interface FittedFigure {
  /** The figure, with the best parameters. */
  readonly value: number;
  /** Its standard error; `null` where the best parameters lie at a boundary. */
  readonly standardError: number | null;
  /** Where the figure of all customers of this kind lies, with this confidence; `null` where nothing can be said. */
  readonly interval: Interval | null;
  /** The confidence. */
  readonly level: number;
}

/** How far the logarithms of parameters are moved to see what becomes of the figure. */
const STEP = 1e-4;

/**
 * How sure a figure is that follows from a fit, such as the purchases expected of all customers together or their value: by the
 * delta method, from the covariances of the fit. It tells how far the figure may be off because the parameters
 * are; chance will add to it in what single customers do.
 *
 * The interval of a figure above 0 is symmetric in its logarithm, so that it stays above 0.
 *
 * @param figure - computes it from a model of the same kind; called with slightly other parameters, twice for each
 * @throws `InvalidInputError` when the fit, the figure or an option is none
 * @see G. W. Oehlert: A note on the delta method, The American Statistician 46 (1992), 27–29
 *
 * @example
 * ```ts
 * import { expectedPurchasesOfNewcomer, figureOfFit, fitBgNbd } from "@kefu/retention";
 *
 * const fit = fitBgNbd({
 *   kind: "nonContractual",
 *   unitDays: 7,
 *   frequency: [0, 1, 2, 4, 9, 1, 3],
 *   recency: [0, 3, 21, 30, 36, 25, 6],
 *   age: [38, 38, 38, 38, 38, 38, 38],
 *   count: [500, 90, 40, 20, 9, 200, 60],
 * });
 * const yearly = figureOfFit(fit, (model) => expectedPurchasesOfNewcomer(model, { horizon: 52 }));
 * [yearly.value.toFixed(3), yearly.standardError?.toFixed(3)]; // => ["0.900", "0.051"]
 * ```
 */
export function figureOfFit<Model extends PurchaseModel | GammaGamma>(
  fit: Model & Pick<Fit<string>, "logCovariance">,
  figure: (model: Model) => number,
  options: EstimateOptionsInput = {},
): FittedFigure {
  const { level } = parseInput(EstimateOptions, "options", options);
  checkFittedModel(fit);
  if (typeof figure !== "function") throw noNumber();
  const { logCovariance, ...model } = fit;
  const parameters = fit.parameters as unknown as Readonly<Record<string, number>>;
  const figureAt = (name: string, by: number): number => {
    const moved = { ...parameters, [name]: (parameters[name] as number) * Math.exp(by) };
    const value = figure({ ...model, parameters: moved } as unknown as Model);
    if (!Number.isFinite(value)) throw noNumber();
    return value;
  };
  const names: readonly string[] = PARAMETERS[fit.model];
  const value = figureAt(names[0] as string, 0);
  if (logCovariance === null) return { value, standardError: null, interval: null, level };
  const slopes = names.map((name) => (figureAt(name, STEP) - figureAt(name, -STEP)) / (2 * STEP));
  const variance = slopes.reduce((sum, slope, i) => {
    const row = logCovariance[i] as readonly number[];
    return sum + slopes.reduce((inner, other, k) => inner + slope * other * (row[k] as number), 0);
  }, 0);
  const standardError = Math.sqrt(Math.max(0, variance));
  const interval = intervalOf(value, deviationsFor(level) * standardError);
  const hasEnds = Number.isFinite(interval.lower) && Number.isFinite(interval.upper);
  return hasEnds
    ? { value, standardError, interval, level }
    : { value, standardError: null, interval: null, level };
}

function intervalOf(value: number, half: number): Interval {
  if (value <= 0) return { lower: value - half, upper: value + half };
  const factor = Math.exp(half / value);
  return { lower: value / factor, upper: value * factor };
}

function noNumber(): InvalidInputError {
  const message = "must be a function that tells a finite number";
  return new InvalidInputError("figure", [{ path: [], message }]);
}
