import type { Ratio } from "../programme/programme.ts";
import type { CompiledProgramme, CompiledRule } from "./compile-programme.ts";
import { give, type HoldingRule, type LineSheet } from "./order-sheet.ts";

/**
 * Multiplies what rates gave: the tier first, then rule by rule. Each gives the difference that it makes, so that it can be
 * capped and told alone.
 *
 * @returns what the tier gave, in parts
 */
export function multiplyLines(
  compiled: CompiledProgramme,
  tier: string | undefined,
  holding: readonly HoldingRule[],
  lines: readonly LineSheet[],
): bigint {
  const { tierMultipliers } = compiled.programme;
  let ofTier = 0n;
  if (tier !== undefined && Object.hasOwn(tierMultipliers, tier)) {
    const [numerator, denominator] = tierMultipliers[tier] as Ratio;
    for (const sheet of lines) {
      const more = surplusOf(compiled, sheet, [BigInt(numerator), BigInt(denominator)]);
      sheet.value += more;
      ofTier += more;
    }
  }
  for (const rule of holding) {
    const { multiply } = rule.compiled;
    if (multiply === null) continue;
    for (const sheet of rule.lines) sheet.value += give(rule, surplusOf(compiled, sheet, multiply));
  }
  return ofTier;
}

type ExactRatio = NonNullable<CompiledRule["multiply"]>;

/** What one more multiplier gives to a line, in parts. */
function surplusOf(compiled: CompiledProgramme, sheet: LineSheet, ratio: ExactRatio): bigint {
  const before = sheet.factor;
  sheet.factor = together(compiled, before, ratio);
  return sheet.rated * (capped(compiled, sheet.factor) - capped(compiled, before));
}

/** What a factor becomes by one more multiplier. */
function together(
  { programme: { stacking }, factorParts }: CompiledProgramme,
  factor: bigint,
  [numerator, denominator]: ExactRatio,
): bigint {
  if (stacking === "multiply") return (factor * numerator) / denominator;
  const alone = (factorParts * numerator) / denominator;
  if (stacking === "best") return alone > factor ? alone : factor;
  const sum = factor + alone - factorParts;
  return sum > 0n ? sum : 0n;
}

function capped({ highestFactor }: CompiledProgramme, factor: bigint): bigint {
  return highestFactor !== null && highestFactor < factor ? highestFactor : factor;
}
