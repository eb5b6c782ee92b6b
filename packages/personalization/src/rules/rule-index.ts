import type { Access, Accesses, Key } from "./access.ts";
import {
  type AccessEntry,
  type Bitmap,
  type BitmapField,
  keyField,
  rangeField,
} from "./bitmap-field.ts";
import { looseReader } from "./profile-value.ts";

/** Finds the rules that may fit a profile without asking the others. */
export interface RuleIndex {
  /** The numbers of the rules that may fit, each once; valid until the next search. The first `count` of them count. */
  readonly found: Int32Array;
  /** Fills `found` for a profile. @returns how many there are */
  readonly search: (profile: unknown) => number;
}

/** Rules that share a key of a field, side by side: positions of entries. */
interface Block {
  readonly start: number;
  readonly end: number;
}

/** The blocks of a field. */
interface KeyedBlocks {
  readonly read: (profile: unknown) => unknown;
  readonly blocks: ReadonlyMap<unknown, Block>;
}

/** A rule with more keys stands in too many blocks. */
const MOST_BLOCKS = 16;
/** Fewer rules are asked one by one. */
const SMALL_BLOCK = 4;
/** Then counting begins anew. */
const MOST_SEARCHES = 2 ** 32 - 1;
/** Fields beyond these select little that is not selected already. */
const MOST_FIELDS = 16;

/**
 * Each rule stands in the blocks of the field that selects best, one for each key, or else in a block for all profiles. Within a
 * large block bitmaps of the other fields say who may fit, 32 rules at a time.
 *
 * @see F. Fabret et al., Filtering algorithms and implementation for very fast publish/subscribe systems (Le Subscribe), SIGMOD 2001
 */
export function buildRuleIndex(rules: readonly Accesses[]): RuleIndex {
  const { everywhere, keyed } = blocksOf(rules);
  const lists = [everywhere, ...[...keyed.values()].flatMap((blocks) => [...blocks.values()])];
  // Large blocks come first, so that the bitmaps end where they end.
  lists.sort((left, right) => right.length - left.length);
  const entries = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  const placed = new Map<readonly number[], Block>();
  let size = 0;
  let mapped = 0;
  for (const list of lists) {
    entries.set(list, size);
    placed.set(list, { start: size, end: size + list.length });
    size += list.length;
    if (list.length > SMALL_BLOCK) mapped = size;
  }
  const blockOf = (list: readonly number[]) => placed.get(list) as Block;
  const keyedBlocks = [...keyed].map(([field, blocks]): KeyedBlocks => {
    const byKey = [...blocks].map(([key, list]) => [key, blockOf(list)] as const);
    return { read: looseReader(field), blocks: new Map<unknown, Block>(byKey) };
  });
  const fields = bitmapFields(rules, entries.subarray(0, mapped));
  return indexOf(rules.length, entries, blockOf(everywhere), keyedBlocks, fields);
}

/** The rules by field and key, and those without. */
function blocksOf(rules: readonly Accesses[]) {
  const everywhere: number[] = [];
  const keyed = new Map<string, Map<Key, number[]>>();
  const keysOfFields = keysByField(rules);
  for (const [rule, accesses] of rules.entries()) {
    if (accesses === "never") continue;
    const best = bestKeys(accesses, keysOfFields);
    if (best === undefined) everywhere.push(rule);
    else for (const key of best.keys ?? []) listFor(mapFor(keyed, best.field), key).push(rule);
  }
  return { everywhere, keyed };
}

function keysByField(rules: readonly Accesses[]): ReadonlyMap<string, ReadonlySet<Key>> {
  const all = new Map<string, Set<Key>>();
  for (const accesses of rules) {
    for (const { field, keys } of accesses === "never" ? [] : accesses.values()) {
      if (keys === undefined) continue;
      const known = all.get(field) ?? new Set();
      all.set(field, known);
      for (const key of keys) known.add(key);
    }
  }
  return all;
}

/** The field of which a rule wants the smallest part of all keys, when that is half of them at most. */
function bestKeys(
  accesses: ReadonlyMap<string, Access>,
  keysOfFields: ReadonlyMap<string, ReadonlySet<Key>>,
): Access | undefined {
  let best: Access | undefined;
  let bestPart = 0.5;
  for (const access of accesses.values()) {
    if (access.keys === undefined || access.keys.size > MOST_BLOCKS) continue;
    // One more, for the profiles that have none of the keys.
    const part = access.keys.size / ((keysOfFields.get(access.field)?.size ?? 0) + 1);
    if (part < bestPart || (part === bestPart && best === undefined))
      [best, bestPart] = [access, part];
  }
  return best;
}

function mapFor(keyed: Map<string, Map<Key, number[]>>, field: string): Map<Key, number[]> {
  const known = keyed.get(field) ?? new Map<Key, number[]>();
  keyed.set(field, known);
  return known;
}

function listFor(blocks: Map<Key, number[]>, key: Key): number[] {
  const known = blocks.get(key) ?? [];
  blocks.set(key, known);
  return known;
}

function bitmapFields(rules: readonly Accesses[], entries: Int32Array): BitmapField[] {
  const keyEntries = new Map<string, AccessEntry[]>();
  const rangeEntries = new Map<string, AccessEntry[]>();
  for (const [position, rule] of entries.entries()) {
    const accesses = rules[rule];
    if (accesses === undefined || accesses === "never") continue;
    for (const access of accesses.values()) {
      if (access.keys !== undefined)
        entriesFor(keyEntries, access.field).push({ position, access });
      if (isRange(access)) entriesFor(rangeEntries, access.field).push({ position, access });
    }
  }
  const all = [
    ...[...keyEntries].map(([field, list]) => ({
      list,
      build: () => keyField(field, list, entries.length),
    })),
    ...[...rangeEntries].map(([field, list]) => ({
      list,
      build: () => rangeField(field, list, entries.length),
    })),
  ];
  return all
    .sort((left, right) => right.list.length - left.list.length)
    .slice(0, MOST_FIELDS)
    .map(({ build }) => build())
    .sort((left, right) => left.density - right.density);
}

function isRange({ from = -Infinity, below = Infinity }: Access): boolean {
  return from > -Infinity || below < Infinity;
}

function entriesFor(map: Map<string, AccessEntry[]>, field: string): AccessEntry[] {
  const known = map.get(field) ?? [];
  map.set(field, known);
  return known;
}

/** The search is one closure over plain arrays, because it runs for every profile. */
function indexOf(
  rules: number,
  entries: Int32Array,
  everywhere: Block,
  keyed: readonly KeyedBlocks[],
  fields: readonly BitmapField[],
): RuleIndex {
  const found = new Int32Array(rules);
  const foundAt = new Uint32Array(rules);
  const bitmaps: Bitmap[][] = fields.map(() => []);
  let searches = 0;
  let count = 0;
  let collected = false;

  function add(rule: number): void {
    if (foundAt[rule] === searches) return;
    foundAt[rule] = searches;
    found[count++] = rule;
  }

  function collect(profile: unknown): void {
    collected = true;
    for (let at = 0; at < fields.length; at++) {
      const list = bitmaps[at] as Bitmap[];
      list.length = 0;
      (fields[at] as BitmapField).collect(profile, list);
    }
  }

  /** The entries of one word that may fit. */
  function bitsAt(word: number): number {
    let bits = -1;
    for (let at = 0; at < bitmaps.length && bits !== 0; at++) {
      const list = bitmaps[at] as Bitmap[];
      let own = (list[0] as Bitmap)[word] as number;
      for (let more = 1; more < list.length; more++) own |= (list[more] as Bitmap)[word] as number;
      bits &= own;
    }
    return bits;
  }

  function visit({ start, end }: Block, profile: unknown): void {
    if (end - start <= SMALL_BLOCK) {
      for (let at = start; at < end; at++) add(entries[at] as number);
      return;
    }
    if (!collected) collect(profile);
    const last = (end - 1) >>> 5;
    for (let word = start >>> 5; word <= last; word++) {
      let bits = bitsAt(word);
      if (word === start >>> 5) bits &= -1 << (start & 31);
      if (word === last) bits &= -1 >>> (31 - ((end - 1) & 31));
      for (; bits !== 0; bits &= bits - 1) {
        add(entries[(word << 5) + 31 - Math.clz32(bits & -bits)] as number);
      }
    }
  }

  return {
    found,
    search: (profile) => {
      count = 0;
      collected = false;
      searches = searches === MOST_SEARCHES ? 1 : searches + 1;
      if (searches === 1) foundAt.fill(0);
      visit(everywhere, profile);
      for (const { read, blocks } of keyed) {
        const value = read(profile);
        for (const key of Array.isArray(value) ? value : [value]) {
          const block = blocks.get(key);
          if (block !== undefined) visit(block, profile);
        }
      }
      return count;
    },
  };
}
