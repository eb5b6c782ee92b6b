/**
 * Something that a message may have to wait for. It is asked for moments that never go back, so that it need not look
 * twice at what is past.
 */
export interface Gate<Kind> {
  /** What it stands for. */
  readonly kind: Kind;
  /** The first moment from `at` on at which it is open: `at` itself when it is; infinity when it never is. */
  readonly open: (at: number) => number;
}

/** The first moment at which all gates are open. */
export interface Passage<Kind> {
  /** Infinity when there is none. */
  readonly at: number;
  /** What held the message back, each once, in the order in which it did; last the gate that is never open. */
  readonly heldBy: readonly Kind[];
}

/** Asks the gates in turn, until all are open at the same moment. */
export function passGates<Kind>(gates: readonly Gate<Kind>[], at: number): Passage<Kind> {
  const heldBy: Kind[] = [];
  let found = at;
  let open = 0;
  for (let turn = 0; open < gates.length && found < Number.POSITIVE_INFINITY; turn++) {
    const gate = gates[turn % gates.length] as Gate<Kind>;
    const next = gate.open(found);
    open = next === found ? open + 1 : 1;
    if (next !== found && !heldBy.includes(gate.kind)) heldBy.push(gate.kind);
    found = next;
  }
  return { at: found, heldBy };
}
