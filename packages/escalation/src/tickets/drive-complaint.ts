import { type Instant, millisecondsIn, type ServiceLevel } from "@kefu/core";
import type { ComplaintState } from "./course.ts";
import { sound } from "./drive-clocks.ts";
import { raise } from "./drive-levels.ts";
import { ignore } from "./drive-promises.ts";
import { entitle } from "./entitlement.ts";
import { type Cause, change, type Run, tell } from "./run.ts";

/** A complaint is made, or comes back. */
export function complain(
  run: Run,
  {
    productId = null,
    symptom,
  }: { readonly productId?: string | null | undefined; readonly symptom: string },
  cause: Cause,
): void {
  const { at, by } = cause;
  const given = { productId, symptom };
  const known = run.course.complaint;
  const obstacle = obstacleTo(known, given);
  if (obstacle !== null) {
    ignore(run, obstacle, cause);
    return;
  }
  const recurred = known !== null && isSame(known, given) && withinWindow(run, known, at);
  const recurrences = recurred ? known.recurrences + 1 : 0;
  const blank = { remedies: [], settledAt: null, closesAt: null, closedAt: null };
  change(run, { complaint: { productId, symptom, openedAt: at, recurrences, ...blank } });
  const code = recurred ? "complaint-recurred" : "complaint-opened";
  if (recurred) {
    tell(run, "ComplaintRecurred", code, by, cause, { symptom }, { symptom, recurrences });
  } else tell(run, "ComplaintOpened", code, by, cause, { symptom }, { productId, symptom });
  entitle(run, cause, run.policy);
  sound(run, "complaint", cause);
  climb(run, recurred, cause);
}

/** What is wrong with what. */
interface Complaint {
  readonly productId: string | null;
  readonly symptom: string;
}

/** One complaint at a time: another waits until the first is closed, the same adds nothing until a remedy was taken. */
function obstacleTo(known: ComplaintState | null, given: Complaint): string | null {
  if (known === null || known.closedAt !== null) return null;
  if (!isSame(known, given)) return "another-complaint-open";
  return known.settledAt === null ? "complaint-open" : null;
}

const isSame = (one: Complaint, other: Complaint): boolean =>
  one.productId === other.productId && one.symptom === other.symptom;

/** A fault that comes back within the window was not settled without after-effects. */
function withinWindow(
  { policy }: Run,
  { closedAt, settledAt }: ComplaintState,
  at: Instant,
): boolean {
  const since = closedAt ?? settledAt;
  const window = policy?.policy.complaint.recurrenceWindow;
  return since !== null && window !== undefined && at - since <= millisecondsIn(window);
}

function climb(run: Run, recurred: boolean, cause: Cause): void {
  const { ladder } = run.policy?.policy ?? {};
  const level = run.course.levels.at(-1)?.level;
  if (ladder === undefined || level === undefined) return;
  const next: ServiceLevel | undefined = run.policy?.rungs.get(level)?.unmetTo;
  if (recurred && next !== undefined && level === ladder.complaintLevel) {
    raise(run, next, "recurrence", cause);
  } else {
    raise(run, ladder.complaintLevel, recurred ? "recurrence" : "complaint", cause);
  }
}

/** Something is offered to put it right. */
export function offerRemedy(
  run: Run,
  { remedyId, text }: { readonly remedyId: string; readonly text: string },
  cause: Cause,
): void {
  const complaint = openComplaint(run, cause);
  if (complaint === null) return;
  if (complaint.remedies.some((remedy) => remedy.remedyId === remedyId)) {
    ignore(run, "remedy-known", cause);
    return;
  }
  const remedies = [...complaint.remedies, { remedyId, text, status: "offered" as const }];
  change(run, { complaint: { ...complaint, remedies } });
}

/** The customer takes a remedy or does not. */
export function answerRemedy(
  run: Run,
  { remedyId, answer }: { readonly remedyId: string; readonly answer: "accepted" | "declined" },
  cause: Cause,
): void {
  const complaint = openComplaint(run, cause);
  if (complaint === null) return;
  const offered = complaint.remedies.find((remedy) => remedy.remedyId === remedyId);
  if (offered?.status !== "offered") {
    ignore(run, "remedy-not-offered", cause);
    return;
  }
  const remedies = complaint.remedies.map((remedy) =>
    remedy === offered ? { ...remedy, status: answer } : remedy,
  );
  change(run, { complaint: { ...complaint, remedies } });
  if (answer === "declined" || complaint.settledAt !== null) return;
  const { at, by } = cause;
  change(run, { complaint: { ...complaint, remedies, settledAt: at } });
  const closesAt = awaitSilence(run, at);
  const told = { remedyId, closesAt: closesAt ?? at };
  tell(run, "ComplaintSettled", "complaint-settled", by, cause, { remedy: remedyId }, told);
  sound(run, "settled", cause);
}

/** Whatever the customer says after the settlement starts the wait for silence anew. */
export function awaitSilence(run: Run, at: Instant): Instant | null {
  const { complaint } = run.course;
  if (complaint === null || complaint.settledAt === null || complaint.closedAt !== null)
    return null;
  const silence = millisecondsIn(run.policy?.policy.complaint.silence ?? { days: 7 });
  const closesAt = (at + silence) as Instant;
  change(run, { complaint: { ...complaint, closesAt } });
  return closesAt;
}

/** The customer says that it is settled, or has been silent long enough. */
export function closeComplaint(run: Run, how: "confirmed" | "silence", cause: Cause): void {
  const complaint = openComplaint(run, cause);
  if (complaint === null) return;
  if (complaint.settledAt === null) {
    ignore(run, "complaint-unsettled", cause);
    return;
  }
  change(run, { complaint: { ...complaint, closedAt: cause.at, closesAt: null } });
  const { symptom, openedAt } = complaint;
  tell(
    run,
    "ComplaintClosed",
    `complaint-closed-${how}`,
    `${openedAt}`,
    cause,
    { symptom },
    { how },
  );
  entitle(run, cause, run.policy);
}

/** Whether the ticket may not be closed yet, as its complaint is neither confirmed nor silent long enough. */
export function holdsTicketOpen({ course }: Run): boolean {
  return course.complaint !== null && course.complaint.closedAt === null;
}

function openComplaint(run: Run, cause: Cause): ComplaintState | null {
  const { complaint } = run.course;
  if (complaint !== null && complaint.closedAt === null) return complaint;
  ignore(run, "no-open-complaint", cause);
  return null;
}
