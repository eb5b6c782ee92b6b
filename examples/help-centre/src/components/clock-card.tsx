import type { Instant } from "@kefu/core";
import {
  type ClockView,
  describeClock,
  type EscalationTicket,
  explainClock,
  type TicketView,
} from "@kefu/escalation";
import { deskContext } from "../desk/desk-policy.ts";
import type { Reader } from "../web/reader.ts";
import { Moment } from "./moment.tsx";
import { TimeLeft } from "./time-left.tsx";

interface ClockCardProps {
  readonly reader: Reader;
  readonly escalation: EscalationTicket;
  readonly view: TicketView;
  readonly now: Instant;
}

/** All clocks of a ticket, each with the reason why it stands as it does. */
export function ClockCard({ reader, escalation, view, now }: ClockCardProps) {
  const { clocks, targets } = reader.texts.service;
  return (
    <section class="card" aria-labelledby="clocks">
      <h2 id="clocks">{clocks.title}</h2>
      <ul class="clocks">
        {view.clocks.map((clock) => (
          <li class="clock">
            <p class="clock-name">{targets[clock.targetId] ?? clock.targetId}</p>
            <p class="clock-state">
              <Standing reader={reader} clock={clock} now={now} />
            </p>
            <details class="clock-why">
              <summary>{clocks.why}</summary>
              <p>{whyThen(reader, escalation, clock.clock, now)}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({
  reader,
  clock,
  now,
}: Pick<ClockCardProps, "reader" | "now"> & { readonly clock: ClockView }) {
  const { clocks } = reader.texts.service;
  const { phase, verdict, dueAt, endedAt } = clock;
  if (phase === "paused") return <strong class="left left-paused">{clocks.pausedFor}</strong>;
  if (phase === "ended") {
    return (
      <>
        <strong class={verdict === "breached" ? "left left-late" : "left"}>
          {ended(clock, reader)}
        </strong>{" "}
        {endedAt !== null && <Moment reader={reader} at={endedAt} now={now} />}
      </>
    );
  }
  if (dueAt === null) return <>{clocks.neverDue}</>;
  return (
    <>
      <TimeLeft reader={reader} dueAt={dueAt} now={now} />{" "}
      <Moment reader={reader} at={dueAt} now={now} />
    </>
  );
}

function ended({ verdict }: ClockView, { texts }: Reader): string {
  const { met, missed, cancelled } = texts.service.clocks;
  if (verdict === "met") return met;
  return verdict === "breached" ? missed : cancelled;
}

/** The package's own paragraph, with the names that this shop has for its targets and rules. */
function whyThen(
  { locale, texts }: Reader,
  escalation: EscalationTicket,
  clock: string,
  now: Instant,
): string {
  const at = Math.max(now, escalation.heardUntil ?? now) as Instant;
  const found = explainClock(deskContext, escalation, { clock, at });
  if (found === null) return "";
  const { targets, rules } = texts.service;
  const targetId = targets[found.clock.targetId] ?? found.clock.targetId;
  const rule = found.rule && (rules[found.rule] ?? found.rule);
  return describeClock({ ...found, rule, clock: { ...found.clock, targetId } }, locale);
}
