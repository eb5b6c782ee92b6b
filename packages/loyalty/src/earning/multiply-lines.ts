import type { Ratio } from "../programme/programme.ts";
import type { CompiledProgramme } from "./compile-programme.ts";
import { give, type HoldingRule, type LineSheet } from "./order-sheet.ts";
import { minus, plus, quotient, times, type Whole } from "./whole-number.ts";

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
): Whole {
  const { tierMultipliers } = compiled.programme;
  let ofTier: Whole = 0;
  if (tier !== undefined && Object.hasOwn(tierMultipliers, tier)) {
    for (const sheet of lines) {
      const more = surplusOf(compiled, sheet, tierMultipliers[tier] as Ratio);
      sheet.surplus = plus(sheet.surplus, more);
      ofTier = plus(ofTier, more);
    }
  }
  for (const rule of holding) {
    const { multiply } = rule.compiled;
    if (multiply === null) continue;
    for (const sheet of rule.lines) {
      const more = give(rule, surplusOf(compiled, sheet, multiply));
      sheet.surplus = plus(sheet.surplus, more);
    }
  }
  return ofTier;
}

/** What one more multiplier gives to a line, in parts. */
function surplusOf(compiled: CompiledProgramme, sheet: LineSheet, ratio: Ratio): Whole {
  const before = sheet.factor;
  sheet.factor = together(compiled, before, ratio);
  const more = minus(capped(compiled, sheet.factor), capped(compiled, before));
  return times(sheet.rated, more);
}

/** What a factor becomes by one more multiplier. */
function together(
  { programme: { stacking }, factorParts }: CompiledProgramme,
  factor: Whole,
  ratio: Ratio,
): Whole {
  // Taken apart as a list, it would cost more than the reckoning.
  const numerator = ratio[0];
  const denominator = ratio[1];
  if (stacking === "multiply") return quotient(times(factor, numerator), denominator);
  const alone = quotient(times(factorParts, numerator), denominator);
  if (stacking === "best") return alone > factor ? alone : factor;
  const sum = minus(plus(factor, alone), factorParts);
  if (sum < 0) return 0;
  return sum;
}

function capped({ highestFactor }: CompiledProgramme, factor: Whole): Whole {
  return highestFactor !== null && highestFactor < factor ? highestFactor : factor;
}
