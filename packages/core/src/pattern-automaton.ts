/** One state of an automaton. When its test holds, it is left for each of `next`. */
export interface State {
  /** `code` is the character ahead, `before` the one behind; -1 where there is none. */
  readonly holds: (code: number, before: number) => boolean;
  /** Whether the character ahead is used up on leaving. */
  readonly consumes: boolean;
  readonly next: number[];
}

/** A nondeterministic automaton without captures: it only tells whether its pattern is found, not where. */
export interface Automaton {
  readonly states: readonly State[];
  /** The state in which a search begins, anew at each character. */
  readonly start: number;
  /** The state in which the search has succeeded. */
  readonly found: number;
}

/**
 * Whether an automaton finds its pattern in a text. It is in all its states at once, so each character is read once.
 *
 * @see K. Thompson, Regular expression search algorithm, Communications of the ACM 11 (1968)
 */
export function isFoundIn(text: string, { states, start, found }: Automaton): boolean {
  const visited = new Uint32Array(states.length);
  let [position, step, code, before] = [0, 0, -1, -1];
  let following: number[] = [];

  function visit(id: number): void {
    if (visited[id] === step) return;
    visited[id] = step;
    const { holds, consumes, next } = states[id] as State;
    if (!holds(code, before)) return;
    if (consumes) following.push(...next);
    else for (const other of next) visit(other);
  }

  do {
    const waiting = following;
    before = code;
    code = text.codePointAt(position) ?? -1;
    following = [];
    step++;
    visit(start);
    for (const id of waiting) visit(id);
    if (visited[found] === step) return true;
    position += code > 0xffff ? 2 : 1;
  } while (position <= text.length);
  return false;
}
