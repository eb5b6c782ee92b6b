import type { Instant } from "@kefu/core";
import type { Child } from "hono/jsx";
import type { DeskPromise } from "../desk/duty.ts";
import type { Reader } from "../web/reader.ts";
import { Moment } from "./moment.tsx";

interface PromiseListProps {
  readonly reader: Reader;
  readonly promises: readonly DeskPromise[];
  readonly now: Instant;
  /** What can be done about one. */
  readonly children?: (promise: DeskPromise) => Child;
}

/** What was promised, by when, and what became of it. */
export function PromiseList({ reader, promises, now, children }: PromiseListProps) {
  const { promises: words } = reader.texts.service;
  return (
    <ul class="course">
      {promises.map((promise) => {
        const { text, status, dueAt, expectedAt, badNews, keptLateAt } = promise;
        return (
          <li>
            <span class={`tag ${TAGS[status]}`}>{words.status[status]}</span>
            <p class="course-what" dir="auto">
              {text}
            </p>
            <p>
              {words.by} <Moment reader={reader} at={dueAt} now={now} />
            </p>
            {expectedAt !== null && expectedAt > dueAt && (
              <p>
                {words.expected}: <Moment reader={reader} at={expectedAt} now={now} />
              </p>
            )}
            {badNews?.told != null && (
              <p class="course-what">
                {words.untilThen}: <span dir="auto">{badNews.told.stopGap}</span>
              </p>
            )}
            {keptLateAt !== null && (
              <p>
                {words.keptLate}: <Moment reader={reader} at={keptLateAt} now={now} />
              </p>
            )}
            {children?.(promise)}
          </li>
        );
      })}
    </ul>
  );
}

const TAGS: Readonly<Record<DeskPromise["status"], string>> = {
  made: "",
  atRisk: "tag-notHelpful",
  kept: "tag-helpful",
  broken: "tag-notHelpful",
  renegotiated: "tag-none",
  withdrawn: "tag-none",
};
