import { type Unit, unitsOf } from "./units.ts";

/** Groups of words and phrases that customers use for one thing, in any language. */
export type FaqLexicon = readonly (readonly string[])[];

/** A concept that a text evokes. */
export interface Concept {
  /** Which group of the lexicon. */
  readonly key: string;
  /** Whether characters evoke it rather than words. */
  readonly isGram: boolean;
  /** The first of the units that evoke it. */
  readonly from: number;
  /** The unit after the last. */
  readonly to: number;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  concept: string | undefined;
}

/** Finds the concepts in a sequence of units. */
export type ConceptFinder = (units: readonly Unit[]) => readonly Concept[];

const emptyNode = (): TrieNode => ({ next: new Map(), concept: undefined });

/** Compiles a lexicon. A phrase of several groups evokes the first of them; the longest phrase wins. */
export function compileLexicon(lexicon: FaqLexicon): ConceptFinder {
  const root = emptyNode();
  lexicon.forEach((phrases, group) => {
    for (const phrase of phrases) insert(root, phrase, `@${group}`);
  });
  return root.next.size === 0 ? () => [] : (units) => conceptsIn(units, root);
}

function insert(root: TrieNode, phrase: string, concept: string): void {
  let node = root;
  for (const { key } of unitsOf(phrase)) {
    const next = node.next.get(key) ?? emptyNode();
    node.next.set(key, next);
    node = next;
  }
  if (node !== root) node.concept ??= concept;
}

function conceptsIn(units: readonly Unit[], root: TrieNode): Concept[] {
  const found: Concept[] = [];
  for (let from = 0; from < units.length; from++) {
    const { to, key } = longestPhrase(units, from, root);
    if (key === undefined) continue;
    found.push({ key, isGram: units[from]?.isGram === true, from, to });
    from = to - 1;
  }
  return found;
}

function longestPhrase(units: readonly Unit[], from: number, root: TrieNode) {
  let node = root.next.get((units[from] as Unit).key);
  let [to, key] = [from + 1, node?.concept];
  for (let at = from + 1; node !== undefined && units[at]?.isJoined; at++) {
    node = node.next.get((units[at] as Unit).key);
    if (node?.concept !== undefined) [to, key] = [at + 1, node.concept];
  }
  return { to, key };
}
