import { expect, it } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import { boughtTogether, fitItemItem, type ItemCounts, itemCounts } from "../src/index.ts";
import { groceryBaskets } from "./shop-data.ts";

interface Case extends ConformanceCase {
  readonly in: {
    readonly data: string;
    readonly pairs?: readonly (readonly [string, string])[];
    readonly items?: readonly string[];
    readonly minSupport?: number;
    readonly minConfidence?: number;
  };
  readonly out: { readonly lift?: number[]; readonly count?: number[]; readonly rules?: number };
  readonly tol: { readonly abs?: number };
}

const cases = conformanceCases<Case>(import.meta.url, "recommendation");
const isThere = ({ in: { data } }: Case) => groceryBaskets(data) !== undefined;

if (cases.length === 0) {
  it("skips the cases: KEFU_CONFORMANCE_DIR names no folder with them", () => {
    expect(cases).toEqual([]);
  });
} else if (!cases.every(isThere)) {
  it("skips cases: KEFU_DATA_DIR names no folder with their data", () => {
    expect(cases.length).toBeGreaterThan(0);
  });
}

const there = cases.filter(isThere);
const describeThem = there.length > 0 ? describeConformance<Case> : () => undefined;
describeThem("recommendation", there, ({ in: given, out, tol }) => {
  const baskets = groceryBaskets(given.data) ?? [];
  const counts = itemCounts.finish(itemCounts.addAll(itemCounts.create(), baskets));
  const model = fitItemItem(counts, { neighbours: 1000 });
  given.pairs?.forEach(([one, other], at) => {
    const found = boughtTogether(model, one, { limit: 1000, minLogLikelihoodRatio: 0 });
    const pairs = found.outcome === "found" ? found.pairs : [];
    const lift = pairs.find(({ itemId }) => itemId === other)?.lift ?? 0;
    expect(Math.abs(lift - (out.lift?.[at] ?? 0))).toBeLessThanOrEqual(tol.abs ?? 0);
  });
  given.items?.forEach((item, at) => {
    expect(counts.counts[counts.items.indexOf(item)]).toBe(out.count?.[at]);
  });
  if (out.rules !== undefined) expect(rulesOf(counts, given)).toBe(out.rules);
});

/** How many rules "who buys one buys the other" have support and confidence enough; each pair makes two. */
function rulesOf(
  { counts, pairs, baskets }: ItemCounts,
  { minSupport = 0, minConfidence = 0 }: Case["in"],
) {
  let rules = 0;
  for (let at = 0; at < pairs.length; at += 4) {
    const together = pairs[at + 2] as number;
    if (together / baskets < minSupport) continue;
    for (const item of [pairs[at], pairs[at + 1]] as number[]) {
      if (together / (counts[item] as number) >= minConfidence) rules++;
    }
  }
  return rules;
}
