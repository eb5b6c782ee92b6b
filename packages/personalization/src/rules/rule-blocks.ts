import type { Access, Accesses, Key } from "./access.ts";

/** Rules that want the same key of a field; without a field, those that must be asked for every profile. */
export interface RuleBlock {
  readonly field?: string;
  readonly key?: Key;
  /** Their numbers, ascending. */
  readonly rules: number[];
}

/** A rule with more keys would stand in too many blocks. */
const MOST_BLOCKS = 16;

/** Puts each rule that can hold in the blocks of the field that selects best, one for each of its keys; the largest block first. */
export function rulesInBlocks(rules: readonly Accesses[]): RuleBlock[] {
  const distinct = distinctKeys(rules);
  const everywhere: RuleBlock = { rules: [] };
  const blocks = new Map<string, Map<Key, RuleBlock>>();
  for (const [rule, { all }] of rules.entries()) {
    if (all === undefined) continue;
    const best = bestAccess(all, distinct);
    if (best === undefined) everywhere.rules.push(rule);
    else for (const key of best.keys ?? []) blockFor(blocks, best.field, key).rules.push(rule);
  }
  return [everywhere, ...[...blocks.values()].flatMap((byKey) => [...byKey.values()])].sort(
    (left, right) => right.rules.length - left.rules.length,
  );
}

/** How many keys of each field there are. */
function distinctKeys(rules: readonly Accesses[]): ReadonlyMap<string, ReadonlySet<Key>> {
  const distinct = new Map<string, Set<Key>>();
  for (const { all = [] } of rules) {
    for (const { field, keys = [] } of all) addKeys(distinct, field, keys);
  }
  return distinct;
}

function addKeys(distinct: Map<string, Set<Key>>, field: string, keys: readonly Key[]): void {
  const known = distinct.get(field) ?? new Set();
  distinct.set(field, known);
  for (const key of keys) known.add(key);
}

/** The field of which a rule wants the smallest part of all keys, when that is half of them at most. */
function bestAccess(
  all: readonly Access[],
  distinct: ReadonlyMap<string, ReadonlySet<Key>>,
): Access | undefined {
  let best: Access | undefined;
  let bestPart = 0.5;
  for (const access of all) {
    const { field, keys } = access;
    if (keys === undefined || keys.length > MOST_BLOCKS) continue;
    // One more, for the profiles that have none of the keys.
    const part = keys.length / ((distinct.get(field)?.size ?? 0) + 1);
    if (part > bestPart || (part === bestPart && best !== undefined)) continue;
    [best, bestPart] = [access, part];
  }
  return best;
}

function blockFor(blocks: Map<string, Map<Key, RuleBlock>>, field: string, key: Key): RuleBlock {
  const byKey = blocks.get(field) ?? new Map<Key, RuleBlock>();
  blocks.set(field, byKey);
  const block = byKey.get(key) ?? { field, key, rules: [] };
  byKey.set(key, block);
  return block;
}
