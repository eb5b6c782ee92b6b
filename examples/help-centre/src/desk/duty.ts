import type { Instant } from "@kefu/core";
import type { ClockView, TicketView } from "@kefu/escalation";

/** A word given to a customer. */
export type DeskPromise = TicketView["promises"][number];

/** What the desk owes a customer, and when. */
export type Duty =
  | { readonly kind: "clock"; readonly dueAt: Instant; readonly clock: ClockView }
  | { readonly kind: "promise"; readonly dueAt: Instant; readonly promise: DeskPromise }
  /** Due since it is known: a promise will not be kept, or was not. */
  | { readonly kind: "badNews"; readonly dueAt: Instant; readonly promise: DeskPromise };

/** All that the desk owes on a ticket, what is due first on top. */
export function dutiesOf({ clocks, promises }: TicketView): Duty[] {
  const duties: Duty[] = [];
  for (const clock of clocks) {
    if (clock.dueAt !== null) duties.push({ kind: "clock", dueAt: clock.dueAt, clock });
  }
  for (const promise of promises) {
    const { badNews, dueAt } = promise;
    if (owesBadNews(promise) && badNews !== null) {
      duties.push({ kind: "badNews", dueAt: badNews.owedSince, promise });
    } else if (isOpen(promise)) duties.push({ kind: "promise", dueAt, promise });
  }
  return duties.sort((one, other) => one.dueAt - other.dueAt);
}

/** Whether the customer is still to be told that a promise cannot be kept, or was not. */
export function owesBadNews({ badNews, status, keptLateAt }: DeskPromise): boolean {
  if (badNews === null || badNews.told !== null || keptLateAt !== null) return false;
  return status === "atRisk" || status === "broken";
}

/** Whether a promise is still to be kept. */
export function isOpen({ status }: DeskPromise): boolean {
  return status === "made" || status === "atRisk";
}
