import type { Instant, Message, ServiceLevel } from "@kefu/core";
import type { Child } from "hono/jsx";
import type { TicketRecord } from "../database/tickets.ts";
import type { VisitStep } from "../database/visits.ts";
import type { DeskPromise } from "../desk/duty.ts";
import { complaintHappenings, type DeskHappening, promiseHappenings } from "../desk/happenings.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { served } from "../knowledge/served-text.ts";
import type { Reader } from "../web/reader.ts";
import { foreignLang } from "./foreign-lang.ts";
import { Moment } from "./moment.tsx";

interface TimelineProps {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  readonly record: TicketRecord;
  readonly messages: readonly Message[];
  readonly promises: readonly DeskPromise[];
  readonly now: Instant;
}

interface Happening {
  readonly at: Instant;
  readonly level: ServiceLevel;
  readonly what: Child;
}

/** All that happened, from the first search to the last message, promises and remedies among it, by level of service. */
export function Timeline(props: TimelineProps) {
  const { reader, record, messages, promises, now } = props;
  const { levels } = reader.texts.ticket;
  const told = [...promiseHappenings(promises), ...complaintHappenings(record.escalation)];
  const happenings: Happening[] = [
    ...record.journey.steps.map((step) => fromStep(step, props)),
    ...messages.map((message, index) => fromMessage(message, index, reader)),
    ...told.map((one) => fromDesk(one, reader)),
  ].sort((one, other) => one.at - other.at);
  return (
    <ol class="timeline">
      {happenings.map(({ at, level, what }) => (
        <li class={`happening happening-${level}`}>
          <span class="happening-head">
            <span class="happening-level">{levels[level]}</span>
            <Moment reader={reader} at={at} now={now} />
          </span>
          <span class="happening-what">{what}</span>
        </li>
      ))}
    </ol>
  );
}

function fromStep(step: VisitStep, { reader, knowledge, record }: TimelineProps): Happening {
  const { locale, texts } = reader;
  if (step.kind === "searched") {
    return {
      at: step.at,
      level: "information",
      what: <bdi>{texts.ticket.searched(step.query)}</bdi>,
    };
  }
  if (step.kind === "declined") {
    const what = <bdi>{texts.ticket.declinedChoices(step.query)}</bdi>;
    return { at: step.at, level: "information", what };
  }
  const title = served(knowledge.entries.get(step.entryId)?.question ?? {}, locale);
  const verdict = record.journey.verdicts.find(({ entryId }) => entryId === step.entryId);
  const what = (
    <>
      <span lang={title && foreignLang(title.locale, locale)}>
        {texts.ticket[step.kind === "walked" ? "walkedTree" : "readEntry"](
          title?.value ?? step.entryId,
        )}
      </span>
      {step.kind === "read" && verdict?.helpful === true && <em> {texts.ticket.verdictHelpful}</em>}
      {step.kind === "read" && verdict?.helpful === false && (
        <em> {texts.ticket.verdictNotHelpful}</em>
      )}
    </>
  );
  return { at: step.at, level: "help", what };
}

function fromMessage(
  { direction, sentAt: at }: Message,
  index: number,
  { texts }: Reader,
): Happening {
  const { asked, wroteAgain, answered } = texts.ticket;
  if (direction === "outbound") return { at, level: "contact", what: answered };
  return { at, level: "contact", what: index === 0 ? asked : wroteAgain };
}

function fromDesk({ at, what, text }: DeskHappening, { texts }: Reader): Happening {
  return { at, level: "contact", what: <bdi>{texts.service.happened[what](text)}</bdi> };
}
