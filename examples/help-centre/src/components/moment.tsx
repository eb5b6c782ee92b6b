import { type Instant, isoOf } from "@kefu/core";
import { DESK_ZONE } from "../desk/desk-hours.ts";
import { momentWords } from "../desk/time-words.ts";
import type { Reader } from "../web/reader.ts";

interface MomentProps {
  readonly reader: Reader;
  readonly at: Instant;
  readonly now: Instant;
  /** A script adds the visitor's own time, where that differs. */
  readonly withLocalTime?: true;
}

/** A moment in the desk's zone. */
export function Moment({ reader, at, now, withLocalTime }: MomentProps) {
  const { locale, texts } = reader;
  return (
    <time
      datetime={isoOf(at)}
      data-local-time={withLocalTime && texts.ticket.yourTime}
      data-desk-zone={withLocalTime && DESK_ZONE}
    >
      {momentWords(at, now, locale)}
    </time>
  );
}
