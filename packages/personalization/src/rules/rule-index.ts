import { type Access, type Accesses, isRange } from "./access.ts";
import type { Bitmap } from "./bitmap.ts";
import { type AccessEntry, type BitmapField, keyField, rangeField } from "./bitmap-field.ts";
import { keysOfValue, ownReader } from "./profile-value.ts";
import { type RuleBlock, rulesInBlocks } from "./rule-blocks.ts";

/** Finds the rules that fit a profile without asking the others. */
export interface RuleIndex {
  /**
   * What the last search has found: the number of a rule that has yet to be asked, or the complement (`~`) of the number of one
   * that fits for sure. A rule may be found twice.
   */
  readonly found: readonly number[];
  /** Fills `found` for a profile. @returns how many of it count */
  readonly search: (profile: unknown) => number;
}

/** Where the entries of a block lie. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The blocks of one field. */
interface KeyedBlocks {
  readonly read: (profile: unknown) => unknown;
  /** A block of a single rule is that rule's entry itself. */
  readonly blocks: Map<unknown, Stretch | number>;
  /** Whether some rules want the value itself to be the key, not an element of it. */
  readonly hasWhole: boolean;
}

/** All that a search looks at. */
interface Plan {
  /** Rules, or their complements where all that they want is looked up. */
  readonly entries: Int32Array;
  readonly everywhere: Stretch;
  readonly keyed: readonly KeyedBlocks[];
  readonly fields: readonly BitmapField[];
}

/** Fewer rules are asked one by one. */
const SMALL_BLOCK = 4;
/** Fields beyond these select little that is not selected already. */
const MOST_FIELDS = 16;

/**
 * Each rule stands in the blocks of the field that selects best, one for each key, or else in a block for all profiles. Within a
 * large block, bitmaps of the other fields say who fits, 32 rules at a time.
 *
 * @param rules - what must be true of the profiles that each rule fits
 * @see F. Fabret et al., Filtering algorithms and implementation for very fast publish/subscribe systems, SIGMOD 2001
 */
export function buildRuleIndex(rules: readonly Accesses[]): RuleIndex {
  const blocks = rulesInBlocks(rules);
  const mapped = blocks.filter((block) => block.rules.length > SMALL_BLOCK);
  const wanted = wantedFields(rules, mapped);
  const isLookedUp = (rule: number, block: RuleBlock) => {
    const { all = [], isExact } = rules[rule] as Accesses;
    const bitmaps = block.rules.length > SMALL_BLOCK ? wanted : NONE;
    return isExact && all.every((access) => isCovered(access, block, bitmaps));
  };
  const entries = blocks.flatMap((block) =>
    block.rules.map((rule) => (isLookedUp(rule, block) ? ~rule : rule)),
  );
  return searchOf({ entries: Int32Array.from(entries), ...placesOf(blocks, rules), fields: wanted.build() });
}

/** The fields for which there are to be bitmaps. */
interface WantedFields {
  readonly hasKeys: (field: string) => boolean;
  readonly hasRanges: (field: string) => boolean;
  readonly build: () => BitmapField[];
}

const NONE: WantedFields = { hasKeys: () => false, hasRanges: () => false, build: () => [] };

function isCovered(access: Access, block: RuleBlock, wanted: WantedFields): boolean {
  const { field, keys } = access;
  const hasKeys = keys === undefined || block.field === field || wanted.hasKeys(field);
  return hasKeys && (!isRange(access) || wanted.hasRanges(field));
}

/** Bitmaps for what most entries want, beyond the key of their block. */
function wantedFields(rules: readonly Accesses[], blocks: readonly RuleBlock[]): WantedFields {
  const byKeys = new Map<string, AccessEntry[]>();
  const byRange = new Map<string, AccessEntry[]>();
  let size = 0;
  for (const block of blocks) {
    for (const rule of block.rules) {
      const position = size++;
      for (const access of rules[rule]?.all ?? []) {
        if (isRange(access)) push(byRange, access.field, { position, access });
        if (access.keys && access.field !== block.field) push(byKeys, access.field, { position, access });
      }
    }
  }
  const kinds = [
    ...[...byKeys].map(([field, list]) => ({ field, list, kind: keyField })),
    ...[...byRange].map(([field, list]) => ({ field, list, kind: rangeField })),
  ];
  const chosen = kinds.sort((left, right) => right.list.length - left.list.length).slice(0, MOST_FIELDS);
  const has = (kind: typeof keyField) => {
    const names = new Set(chosen.filter((one) => one.kind === kind).map(({ field }) => field));
    return (field: string) => names.has(field);
  };
  return {
    hasKeys: has(keyField),
    hasRanges: has(rangeField),
    build: () =>
      chosen
        .map(({ field, list, kind }) => kind(field, list, size))
        .sort((left, right) => left.density - right.density),
  };
}

function push(lists: Map<string, AccessEntry[]>, field: string, entry: AccessEntry): void {
  const list = lists.get(field);
  if (list === undefined) lists.set(field, [entry]);
  else list.push(entry);
}

/** Where each block begins and ends. */
function placesOf(blocks: readonly RuleBlock[], rules: readonly Accesses[]) {
  const keyed = new Map<string, { read: KeyedBlocks["read"]; blocks: KeyedBlocks["blocks"]; hasWhole: boolean }>();
  let everywhere: Stretch = { start: 0, end: 0 };
  let start = 0;
  for (const block of blocks) {
    const { field, key } = block;
    const stretch = { start, end: start + block.rules.length };
    start = stretch.end;
    if (field === undefined) {
      everywhere = stretch;
      continue;
    }
    const known = keyed.get(field) ?? { read: ownReader(field), blocks: new Map(), hasWhole: false };
    keyed.set(field, known);
    known.blocks.set(key, block.rules.length === 1 ? stretch.start : stretch);
    known.hasWhole ||= block.rules.some((rule) => isWholeKey(rules[rule], field));
  }
  return { everywhere, keyed: [...keyed.values()] };
}

function isWholeKey(accesses: Accesses | undefined, field: string): boolean {
  return accesses?.all?.some((access) => access.field === field && access.isWhole) ?? false;
}

/** One closure over plain arrays, because it runs for every profile. */
function searchOf({ entries, everywhere, keyed, fields }: Plan): RuleIndex {
  const found: number[] = [];
  const bitmaps: Bitmap[][] = fields.map(() => []);
  const limited = fields.filter(({ limits }) => limits !== undefined);
  const numbers = new Float64Array(limited.length);
  let count = 0;
  let isSure = true;
  let isCollected = false;

  function add(entry: number, isKeySure: boolean): void {
    found[count++] = entry < 0 && !isKeySure ? ~entry : entry;
  }

  function collect(profile: unknown): void {
    isCollected = true;
    isSure = true;
    for (let at = 0; at < fields.length; at++) {
      const field = fields[at] as BitmapField;
      const value = field.read(profile);
      const list = bitmaps[at] as Bitmap[];
      list.length = 0;
      field.collect(value, list);
      isSure &&= field.isSure(value);
    }
    for (let at = 0; at < limited.length; at++) {
      const value = limited[at]?.read(profile);
      numbers[at] = typeof value === "number" ? value : Number.NaN;
    }
  }

  /** The entries of a word that may fit. */
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

  /** Comparisons with NaN are false, so what is not limited is within its limits. */
  function isWithin(position: number): boolean {
    for (let at = 0; at < limited.length; at++) {
      const { from, below } = (limited[at] as BitmapField).limits as NonNullable<BitmapField["limits"]>;
      const value = numbers[at] as number;
      if (value < (from[position] as number) || value >= (below[position] as number)) return false;
    }
    return true;
  }

  function visit({ start, end }: Stretch, profile: unknown, isKeySure: boolean): void {
    if (end - start <= SMALL_BLOCK) {
      for (let at = start; at < end; at++) add(entries[at] as number, isKeySure);
      return;
    }
    if (!isCollected) collect(profile);
    const [first, last] = [start >>> 5, (end - 1) >>> 5];
    for (let word = first; word <= last; word++) {
      let bits = bitsAt(word);
      if (word === first) bits &= -1 << (start & 31);
      if (word === last) bits &= -1 >>> (31 - ((end - 1) & 31));
      for (; bits !== 0; bits &= bits - 1) {
        const position = (word << 5) + 31 - Math.clz32(bits & -bits);
        if (isWithin(position)) add(entries[position] as number, isKeySure && isSure);
      }
    }
  }

  return {
    found,
    search: (profile) => {
      count = 0;
      isCollected = false;
      visit(everywhere, profile, true);
      for (let at = 0; at < keyed.length; at++) {
        const { read, blocks, hasWhole } = keyed[at] as KeyedBlocks;
        const value = read(profile);
        const isKeySure = !(hasWhole && Array.isArray(value));
        for (const key of keysOfValue(value)) {
          const block = blocks.get(key);
          if (typeof block === "number") add(entries[block] as number, isKeySure);
          else if (block !== undefined) visit(block, profile, isKeySure);
        }
      }
      return count;
    },
  };
}
