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
  /** Which characters no test tells apart once they are behind. */
  readonly kindBehind: (code: number) => number;
}

/** Between two characters: the states that wait for the next one, and where each character led from here. */
interface Moment {
  readonly waiting: readonly number[];
  /** The character behind, or another one of its kind. */
  readonly before: number;
  readonly after: Map<number, Moment>;
}

const momentOf = (waiting: readonly number[], before: number): Moment => ({
  waiting,
  before,
  after: new Map(),
});

/** The moment after which nothing needs to be read. */
const FOUND = momentOf([], -1);

/** Steps that are remembered at most; then all are forgotten, so that no text can fill the memory. */
const REMEMBERED = 10_000;

/**
 * A test whether an automaton finds its pattern in a text. It is in all its states at once, so each character is read
 * once; where a character led from a set of states is remembered, so most are read by a look-up.
 *
 * @see K. Thompson, Regular expression search algorithm, Communications of the ACM 11 (1968)
 */
export function finderOf(automaton: Automaton): (text: string) => boolean {
  const { beginning, step } = createMemory(automaton);
  return (text) => {
    let [moment, position] = [beginning(), 0];
    while (position <= text.length && moment !== FOUND) {
      const code = text.codePointAt(position) ?? -1;
      moment = moment.after.get(code) ?? step(moment, code);
      position += code > 0xffff ? 2 : 1;
    }
    return moment === FOUND;
  };
}

function createMemory(automaton: Automaton) {
  const visited = new Uint32Array(automaton.states.length);
  const moments = new Map<string, Moment>();
  let [beginning, count, round] = [momentOf([], -1), 0, 0];

  function remembered(waiting: readonly number[], before: number): Moment {
    const key = `${automaton.kindBehind(before)}:${waiting}`;
    const moment = moments.get(key) ?? momentOf(waiting, before);
    moments.set(key, moment);
    return moment;
  }
  function step(moment: Moment, code: number): Moment {
    if (++count > REMEMBERED) {
      moments.clear();
      [beginning, count] = [momentOf([], -1), 0];
    }
    const waiting = follow({ automaton, visited, round: ++round, moment, code });
    const next = waiting === undefined ? FOUND : remembered(waiting, code);
    moment.after.set(code, next);
    return next;
  }
  return { beginning: () => beginning, step };
}

interface Step {
  readonly automaton: Automaton;
  /** By state: the last round in which it was visited. */
  readonly visited: Uint32Array;
  readonly round: number;
  readonly moment: Moment;
  readonly code: number;
}

/** The states that wait after a character, ascending; nothing when the pattern is found. */
function follow(step: Step): readonly number[] | undefined {
  const { automaton, visited, round, moment } = step;
  const following = new Set<number>();
  visit(automaton.start, step, following);
  for (const id of moment.waiting) visit(id, step, following);
  if (visited[automaton.found] === round) return undefined;
  return [...following].sort((a, b) => a - b);
}

function visit(id: number, step: Step, following: Set<number>): void {
  const { automaton, visited, round, moment, code } = step;
  if (visited[id] === round) return;
  visited[id] = round;
  const { holds, consumes, next } = automaton.states[id] as State;
  if (!holds(code, moment.before)) return;
  for (const other of next) {
    if (consumes) following.add(other);
    else visit(other, step, following);
  }
}
