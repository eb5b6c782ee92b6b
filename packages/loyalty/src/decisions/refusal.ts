import type { Because } from "@kefu/core";

/** Why a command is refused. */
export type LedgerRefusalCode =
  /** The command's id belongs to another command. */
  | "command-id-taken"
  /** The ledger has moved on from the version that the sender saw. */
  | "version-conflict"
  /** No version of the programme has that number, or none is in force. */
  | "unknown-programme"
  /** The programme had not begun or was over at that moment. */
  | "programme-not-in-force"
  | "account-closed"
  | "not-a-member"
  /** The order is not in the programme's currency. */
  | "other-currency"
  /** The order has earned already. */
  | "order-known"
  /** What the command names is not known, or over. */
  | "unknown-order"
  | "unknown-line"
  | "unknown-activity"
  | "unknown-redemption"
  | "unknown-hold"
  | "unknown-transfer"
  | "unknown-card"
  /** More is given back than the line cost. */
  | "more-than-bought"
  /** More is reversed or captured than was used or held. */
  | "more-than-taken"
  /** The hold would be over before it begins. */
  | "hold-over"
  | "condition-not-met"
  | "limit-reached"
  /** An activity of one person, or of one household, with itself. */
  | "same-household"
  | "nothing-awaits"
  | "insufficient"
  | "below-minimum"
  | "not-a-multiple"
  | "over-share"
  | "no-points"
  | "too-many-points"
  | "transfer-known"
  | "no-full-card"
  | "member-known"
  | "names-in-both";

/** Why a command is refused, with its facts. */
export type LedgerRefusal = Because<LedgerRefusalCode>;

/** A refusal on its way out of a decision. */
export interface Refused {
  readonly refused: LedgerRefusal;
}

/** Refuses. */
export function refuse(code: LedgerRefusalCode, facts: LedgerRefusal["facts"] = {}): Refused {
  return { refused: { code, facts } };
}
