import { type Access, type Accesses, isRange } from "./access.ts";
import { type AccessEntry, type BitmapField, keyField, rangeField } from "./bitmap-field.ts";
import { ownReader } from "./profile-value.ts";
import { type RuleBlock, rulesInBlocks } from "./rule-blocks.ts";
import {
  type KeyedBlocks,
  type RuleIndex,
  SMALL_BLOCK,
  type Stretch,
  searchOf,
} from "./rule-search.ts";

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
  return searchOf({
    entries: Int32Array.from(entries),
    ...placesOf(blocks, rules),
    fields: wanted.build(),
  });
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
  const entries = blocks.flatMap((block) =>
    block.rules.map((rule) => ({ all: rules[rule]?.all ?? [], keyed: block.field })),
  );
  for (const [position, { all, keyed }] of entries.entries()) {
    for (const access of all) {
      const entry = { position, access };
      if (isRange(access)) push(byRange, access.field, entry);
      if (access.keys !== undefined && access.field !== keyed) push(byKeys, access.field, entry);
    }
  }
  const chosen = [...listsOf(byKeys, keyField), ...listsOf(byRange, rangeField)]
    .sort((left, right) => right.list.length - left.list.length)
    .slice(0, MOST_FIELDS);
  return {
    hasKeys: (field) => chosen.some((one) => one.kind === keyField && one.field === field),
    hasRanges: (field) => chosen.some((one) => one.kind === rangeField && one.field === field),
    build: () =>
      chosen
        .map(({ field, list, kind }) => kind(field, list, entries.length))
        .sort((left, right) => left.density - right.density),
  };
}

function listsOf(lists: ReadonlyMap<string, readonly AccessEntry[]>, kind: typeof keyField) {
  return [...lists].map(([field, list]) => ({ field, list, kind }));
}

function push(lists: Map<string, AccessEntry[]>, field: string, entry: AccessEntry): void {
  const list = lists.get(field);
  if (list === undefined) lists.set(field, [entry]);
  else list.push(entry);
}

/** Where each block begins and ends. */
function placesOf(blocks: readonly RuleBlock[], rules: readonly Accesses[]) {
  const keyed = new Map<
    string,
    { read: KeyedBlocks["read"]; blocks: KeyedBlocks["blocks"]; hasWhole: boolean }
  >();
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
    const known = keyed.get(field) ?? {
      read: ownReader(field),
      blocks: new Map(),
      hasWhole: false,
    };
    keyed.set(field, known);
    known.blocks.set(key, block.rules.length === 1 ? stretch.start : stretch);
    known.hasWhole ||= block.rules.some((rule) => isWholeKey(rules[rule], field));
  }
  return { everywhere, keyed: [...keyed.values()] };
}

function isWholeKey(accesses: Accesses | undefined, field: string): boolean {
  return accesses?.all?.some((access) => access.field === field && access.isWhole) ?? false;
}
