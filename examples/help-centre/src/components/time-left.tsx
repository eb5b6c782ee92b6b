import type { Instant } from "@kefu/core";
import { durationWords } from "../desk/duration-words.ts";
import { leftClass } from "../desk/left-class.ts";
import { workingTimeLeft } from "../desk/promise.ts";
import type { Reader } from "../web/reader.ts";

/** How much working time is left until something is due, or by how much it is late; a script counts on. */
export function TimeLeft({
  reader: { locale, texts },
  dueAt,
  now,
}: {
  readonly reader: Reader;
  readonly dueAt: Instant;
  readonly now: Instant;
}) {
  const { left: inTime, late } = texts.desk;
  const left = workingTimeLeft(now, dueAt);
  return (
    <strong
      class={leftClass(left, now > dueAt)}
      data-left={left}
      data-left-words={inTime("{duration}")}
      data-late-words={late("{duration}")}
    >
      {now > dueAt ? late(durationWords(-left, locale)) : inTime(durationWords(left, locale))}
    </strong>
  );
}
