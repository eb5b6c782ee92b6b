import type { Instant } from "@kefu/core";
import { workingTimeLeft } from "../desk/promise.ts";
import { durationWords } from "../desk/time-words.ts";
import type { Reader } from "../web/reader.ts";

/** Below this much working time a ticket is urgent. */
const URGENT = 60 * 60_000;

/** How much working time is left until a ticket is due, or by how much it is late. */
export function TimeLeft({
  reader: { locale, texts },
  dueAt,
  now,
}: {
  readonly reader: Reader;
  readonly dueAt: Instant;
  readonly now: Instant;
}) {
  const left = workingTimeLeft(now, dueAt);
  if (now > dueAt) {
    return <strong class="left left-late">{texts.desk.late(durationWords(-left, locale))}</strong>;
  }
  return (
    <strong class={left < URGENT ? "left left-urgent" : "left"}>
      {texts.desk.left(durationWords(left, locale))}
    </strong>
  );
}
