import type { Instant } from "@kefu/core";
import type { EscalationTicket, Fact } from "@kefu/escalation";
import type { DeskPromise } from "./duty.ts";

/** What may become of a promise or a complaint. */
export type Happened =
  | "promised"
  | "renewed"
  | "kept"
  | "keptLate"
  | "broken"
  | "withdrawn"
  | "told"
  | "complained"
  | "offered"
  | "accepted"
  | "declined"
  | "confirmed";

/** One thing that happened, with the words in which it was promised, offered or told. */
export interface DeskHappening {
  readonly at: Instant;
  readonly what: Happened;
  readonly text: string;
}

/** What was promised and what became of it, by when it happened. */
export function promiseHappenings(promises: readonly DeskPromise[]): DeskHappening[] {
  return promises.flatMap(({ text, madeAt, endedAt, status, keptLateAt, badNews }) => {
    const at = (moment: Instant | null | undefined, what: Happened, words = text) =>
      moment == null ? [] : [{ at: moment, what, text: words }];
    return [
      ...at(madeAt, "promised"),
      ...at(badNews?.told?.at, "told", badNews?.told?.text),
      ...(status in ENDS ? at(endedAt, ENDS[status as keyof typeof ENDS]) : []),
      ...at(keptLateAt, "keptLate"),
    ];
  });
}

const ENDS = {
  kept: "kept",
  broken: "broken",
  withdrawn: "withdrawn",
  renegotiated: "renewed",
} as const;

/** What was offered for complaints and what the customer said to it, in order. */
export function complaintHappenings({ pages }: EscalationTicket): DeskHappening[] {
  const offers = new Map<string, string>();
  return pages.flat().flatMap((fact): DeskHappening[] => {
    if (fact.type === "offerRemedy") offers.set(fact.remedyId, fact.text);
    const what = happenedIn(fact);
    const text = "remedyId" in fact ? (offers.get(fact.remedyId) ?? "") : "";
    return what === undefined ? [] : [{ at: fact.at, what, text }];
  });
}

function happenedIn(fact: Fact): Happened | undefined {
  if (fact.type === "complain") return "complained";
  if (fact.type === "offerRemedy") return "offered";
  if (fact.type === "answerRemedy") return fact.answer;
  return fact.type === "confirmSettlement" ? "confirmed" : undefined;
}
