import type { Bitmap } from "./bitmap.ts";
import type { BitmapField } from "./bitmap-field.ts";
import { keysOfValue } from "./profile-value.ts";

/** Fewer rules are asked one by one. */
export const SMALL_BLOCK = 4;

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
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The blocks of one field. */
export interface KeyedBlocks {
  readonly read: (profile: unknown) => unknown;
  /** A block of a single rule is that rule's entry itself. */
  readonly blocks: Map<unknown, Stretch | number>;
  /** Whether some rules want the value itself to be the key, not an element of it. */
  readonly hasWhole: boolean;
}

/** All that a search looks at. */
export interface SearchPlan {
  /** Rules, or their complements where all that they want is looked up. */
  readonly entries: Int32Array;
  readonly everywhere: Stretch;
  readonly keyed: readonly KeyedBlocks[];
  readonly fields: readonly BitmapField[];
}

/** One closure over plain arrays, because it runs for every profile. */
export function searchOf({ entries, everywhere, keyed, fields }: SearchPlan): RuleIndex {
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
      const { from, below } = (limited[at] as BitmapField).limits as NonNullable<
        BitmapField["limits"]
      >;
      const value = numbers[at] as number;
      if (value < (from[position] as number) || value >= (below[position] as number)) return false;
    }
    return true;
  }

  /** Adds the entries of a word that fit. */
  function addBits(word: number, candidates: number, isKeySure: boolean): void {
    for (let bits = candidates; bits !== 0; bits &= bits - 1) {
      const position = (word << 5) + 31 - Math.clz32(bits & -bits);
      if (isWithin(position)) add(entries[position] as number, isKeySure && isSure);
    }
  }

  function visit(start: number, end: number, isKeySure: boolean): void {
    const [first, last] = [start >>> 5, (end - 1) >>> 5];
    const head = -1 << (start & 31);
    const tail = -1 >>> (31 - ((end - 1) & 31));
    for (let word = first; word <= last; word++) {
      const mask = (word === first ? head : -1) & (word === last ? tail : -1);
      addBits(word, bitsAt(word) & mask, isKeySure);
    }
  }

  function visitBlock({ start, end }: Stretch, profile: unknown, isKeySure: boolean): void {
    if (end - start > SMALL_BLOCK) {
      if (!isCollected) collect(profile);
      visit(start, end, isKeySure);
      return;
    }
    for (let at = start; at < end; at++) add(entries[at] as number, isKeySure);
  }

  function visitKeys({ read, blocks, hasWhole }: KeyedBlocks, profile: unknown): void {
    const value = read(profile);
    const isKeySure = !(hasWhole && Array.isArray(value));
    for (const key of keysOfValue(value)) {
      const block = blocks.get(key);
      if (typeof block === "number") add(entries[block] as number, isKeySure);
      else if (block !== undefined) visitBlock(block, profile, isKeySure);
    }
  }

  return {
    found,
    search: (profile) => {
      count = 0;
      isCollected = false;
      visitBlock(everywhere, profile, true);
      for (const blocks of keyed) visitKeys(blocks, profile);
      return count;
    },
  };
}
