import { explainBecause, type Instant } from "@kefu/core";
import { type EscalationEvent, escalationMessages } from "@kefu/escalation";
import type { Reader } from "../web/reader.ts";
import { Moment } from "./moment.tsx";

interface CourseCardProps {
  readonly reader: Reader;
  readonly events: readonly EscalationEvent[];
  readonly now: Instant;
}

/** What became of a ticket's clocks, levels, promises and complaint, latest first. */
export function CourseCard({ reader, events, now }: CourseCardProps) {
  const told = events.filter(({ type }) => type !== "FactRecorded" && type !== "HandedOff");
  if (told.length === 0) return null;
  return (
    <section class="card" aria-labelledby="course">
      <h2 id="course">{reader.texts.service.clocks.history}</h2>
      <ol class="course">
        {told.toReversed().map((event) => (
          <li>
            <Moment reader={reader} at={event.effectiveAt} now={now} />
            <span class="course-what">{sentence(event, reader)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The package's own sentence, with the names that this shop has for its targets and levels. */
function sentence({ because }: EscalationEvent, { locale, texts }: Reader): string {
  const names: Readonly<Record<string, string>> = {
    ...texts.service.targets,
    ...texts.service.complaint.symptoms,
    ...texts.ticket.levels,
  };
  const facts = Object.fromEntries(
    Object.entries(because.facts ?? {}).map(([name, fact]) => [name, names[String(fact)] ?? fact]),
  );
  return explainBecause({ ...because, facts }, locale, escalationMessages);
}
