import { type Automaton, finderOf, type State } from "./pattern-automaton.ts";

/** Patterns stay small, because a text costs its length times their states. */
const MAX_STATES = 1000;

const TOKEN =
  /\(\?:|\\[up]\{[^}]+\}|\\ud[89ab]..\\ud[c-f]..|\\u....|\\x..|\\.|\[(?:\\.|[^\]\\])*\]|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gisu;
const LITERAL = /^(\^?)([^\\^$.*+?()[\]{}|\ud800-\udfff]*)(\$?)$/u;

/**
 * A test whether a regular expression is found in a text, in time proportional to text × pattern. It answers as `RegExp` does with
 * the flag `u`, or `iu` when case insensitive; a backslash may stand before any punctuation.
 *
 * @throws SyntaxError when the source is no regular expression, uses what needs backtracking, or is too large
 */
export function compilePattern(source: string, ci = false): (text: string) => boolean {
  if (source.length > MAX_STATES) throw tooLarge();
  // The native grammar takes a punctuation mark by its number everywhere, but only some after a backslash.
  const plain = source.replace(
    /\\([^\da-z])/giu,
    (_, mark: string) => `\\u{${mark.codePointAt(0)?.toString(16)}}`,
  );
  // The native parser settles what is well-formed; the pattern is never run.
  new RegExp(plain, "u");
  const literal = ci ? null : LITERAL.exec(plain);
  if (literal !== null) return literalTest(literal);
  return finderOf(automatonOf(plain.match(TOKEN) ?? [], ci ? "iu" : "u"));
}

/** Whether {@link compilePattern} takes a source. */
export function isSafePattern(source: string): boolean {
  try {
    return Boolean(compilePattern(source));
  } catch {
    return false;
  }
}

const tooLarge = () => new SyntaxError("too large");

function literalTest([, from, part = "", to]: readonly string[]): (text: string) => boolean {
  if (from) return to ? (text) => text === part : (text) => text.startsWith(part);
  return to ? (text) => text.endsWith(part) : (text) => text.includes(part);
}

/** Builds a part of the automaton in front of state `next`; gives the state by which it is entered. */
type Part = (next: number) => number;

function automatonOf(tokens: readonly string[], flags: string): Automaton {
  const states: State[] = [];
  let position = 0;
  let parts = 0;

  function add(next: number[], holds: State["holds"] = () => true, consumes = false): number {
    if (++parts > MAX_STATES) throw tooLarge();
    return states.push({ next, holds, consumes }) - 1;
  }
  function alternatives(): Part {
    const branches: Part[] = [];
    do branches.push(sequence());
    while (tokens[position++] === "|");
    return (next) => add(branches.map((branch) => branch(next)));
  }
  function sequence(): Part {
    const items: Part[] = [];
    while (!/^[|)]?$/.test(tokens[position] ?? "")) items.push(repeated(single()));
    return (next) => items.reduceRight((to, item) => item(to), next);
  }
  function single(): Part {
    const token = tokens[position++] ?? "";
    if (token.startsWith("(")) {
      if (tokens[position] === "?") throw new SyntaxError("not supported");
      return alternatives();
    }
    const assertion = assertionOf(token, flags);
    const holds = assertion ?? characterTest(token, flags);
    return (next) => add([next], holds, assertion === undefined);
  }
  function repeated(part: Part): Part {
    const counts = repetitionOf(tokens[position] ?? "");
    if (counts === undefined) return part;
    position++;
    const [least, most] = counts;
    return (next) =>
      most === undefined ? endless(part, next, least) : limited(part, next, least, most);
  }
  function endless(part: Part, next: number, least: number): number {
    const fork = add([next]);
    const entry = part(fork);
    states[fork]?.next.push(entry);
    return least === 0 ? fork : limited(part, entry, least - 1, 0);
  }
  function limited(part: Part, next: number, least: number, most: number): number {
    let entry = next;
    for (let copy = least; copy < most; copy++) entry = add([part(entry), next]);
    for (let copy = 0; copy < least; copy++) entry = part(entry);
    return entry;
  }

  const found = add([]);
  const isWord = characterTest("\\w", flags);
  return {
    states,
    found,
    start: alternatives()(found),
    // Behind, only the edges of a text and of a word tell characters apart.
    kindBehind: (code) => (code < 0 ? code : Number(isWord(code))),
  };
}

type Repetition = readonly [least: number, most?: number];
const REPETITIONS: Readonly<Record<string, Repetition>> = { "*": [0], "+": [1], "?": [0, 1] };

function repetitionOf(token: string): Repetition | undefined {
  const counts = /^\{(\d+)(,?)(\d*)/.exec(token);
  if (counts === null) return REPETITIONS[token.charAt(0)];
  const [, least, isOpen, most] = counts;
  return isOpen && !most ? [Number(least)] : [Number(least), Number(most || least)];
}

function assertionOf(token: string, flags: string): State["holds"] | undefined {
  if (token === "^") return (_, before) => before < 0;
  if (token === "$") return (code) => code < 0;
  if (!/^\\b$/i.test(token)) return undefined;
  const isWord = characterTest("\\w", flags);
  return (code, before) => (isWord(code) !== isWord(before)) === (token === "\\b");
}

/** Asks the native engine about one character at a time, which leaves it nothing to backtrack over. */
function characterTest(token: string, flags: string): (code: number) => boolean {
  if (flags === "u" && !/^[\\[.]/.test(token)) {
    const expected = token.codePointAt(0);
    return (code) => code === expected;
  }
  const native = new RegExp(`^${token}$`, flags);
  const test = (code: number) => native.test(String.fromCodePoint(code));
  const ascii: boolean[] = [];
  return (code) => {
    if (code > 127) return test(code);
    if (code < 0) return false;
    ascii[code] ??= test(code);
    return ascii[code];
  };
}
