import { InvalidInputError, type KefuIssue } from "@kefu/core";
import type { BgBb } from "./fit-bg-bb.ts";
import type { BgNbd, MbgNbd } from "./fit-bg-nbd.ts";
import type { GammaGamma } from "./fit-gamma-gamma.ts";
import type { Nbd } from "./fit-nbd.ts";
import type { ParetoNbd } from "./fit-pareto-nbd.ts";

/**
 * A model of the purchases of customers without a contract: what a fit gave, or the parameters of a paper. Models of contracts,
 * where customers are seen to leave, are no such thing and do not compile here.
 */
export type PurchaseModel = BgNbd | MbgNbd | ParetoNbd | BgBb | Nbd;

export const PARAMETERS = {
  "bg-nbd": ["r", "alpha", "a", "b"],
  "mbg-nbd": ["r", "alpha", "a", "b"],
  "pareto-nbd": ["r", "alpha", "s", "beta"],
  "bg-bb": ["alpha", "beta", "gamma", "delta"],
  nbd: ["r", "alpha"],
  "gamma-gamma": ["p", "q", "v"],
} as const;

const MODELS: readonly string[] = Object.keys(PARAMETERS).filter((name) => name !== "gamma-gamma");

/** Refuses what is no model of purchases, or none of these. */
export function checkModel(model: PurchaseModel, allowed = MODELS): void {
  const issues = issuesOfModel(model, allowed);
  const days: unknown = model?.unitDays;
  if (!(typeof days === "number" && days > 0 && Number.isFinite(days))) {
    issues.push({ path: ["unitDays"], message: "must be a number above 0" });
  }
  if (issues.length > 0) throw new InvalidInputError("model", issues);
}

/** Refuses what is no model of spend. */
export function checkSpendModel(model: GammaGamma): void {
  const issues = issuesOfModel(model, ["gamma-gamma"]);
  if (issues.length > 0) throw new InvalidInputError("model", issues);
}

/** Refuses what is no model with the covariances of a fit. */
export function checkFittedModel(
  fit: (PurchaseModel | GammaGamma) & { readonly logCovariance: unknown },
): void {
  const issues = issuesOfModel(fit, Object.keys(PARAMETERS));
  if (issues.length === 0 && !isCovariance(fit.logCovariance, PARAMETERS[fit.model].length)) {
    issues.push({ path: ["logCovariance"], message: "must be that of a fit" });
  }
  if (issues.length > 0) throw new InvalidInputError("fit", issues);
}

function isCovariance(value: unknown, size: number): boolean {
  const isRow = (row: unknown) =>
    Array.isArray(row) && row.length === size && row.every((entry) => Number.isFinite(entry));
  return value === null || (Array.isArray(value) && value.length === size && value.every(isRow));
}

function issuesOfModel(model: PurchaseModel | GammaGamma, allowed: readonly string[]): KefuIssue[] {
  const name: unknown = model?.model;
  if (typeof name !== "string" || !allowed.includes(name)) {
    return [{ path: ["model"], message: `must be ${allowed.join(" or ")}` }];
  }
  const given = model.parameters as unknown as Readonly<Record<string, unknown>> | null | undefined;
  return PARAMETERS[name as keyof typeof PARAMETERS]
    .filter((key) => !isParameter(given?.[key]))
    .map((key) => ({ path: ["parameters", key], message: "must be a number above 0" }));
}

/** Beyond these powers of e no fit goes, and the arithmetic is not made for it. */
function isParameter(value: unknown): boolean {
  return typeof value === "number" && value > 1e-30 && value < 1e30;
}
