import type { LedgerState } from "./state.ts";

/** What may be written to while it is made. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A state in the making. */
export interface Draft {
  readonly state: Writable<LedgerState>;
  /** The lists and objects that the draft may write to; without it, all but lots and what events brought. */
  readonly owned: Set<object> | undefined;
}

/** A draft that leaves the state as it is. */
export function draftOf(state: LedgerState): Draft {
  return { state: { ...state }, owned: new Set() };
}

/** A list or object that the draft may write to: itself, or a copy. */
export function own<T extends object>({ owned }: Draft, given: T): T {
  if (owned === undefined || owned.has(given)) return given;
  const copy = (Array.isArray(given) ? given.slice() : { ...given }) as T;
  owned.add(copy);
  return copy;
}
