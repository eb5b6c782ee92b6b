import type { VisitStep } from "../database/visits.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Reader } from "../web/reader.ts";
import { Inline } from "./answer-body.tsx";
import { EntryTitle } from "./entry-title.tsx";

/** The way someone took through a decision tree, question by question, in the words that they saw. */
export function WalkedWay({
  reader,
  knowledge,
  step: { entryId, detail },
}: {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  readonly step: VisitStep;
}) {
  return (
    <dd>
      <EntryTitle {...{ reader, knowledge, entryId }} />
      <ol class="way">
        {(detail.path ?? []).map(({ question, answer }) => (
          <li>
            <span class="way-asked">
              <Inline reader={reader} text={question} />
            </span>{" "}
            <b>{answer}</b>
          </li>
        ))}
      </ol>
    </dd>
  );
}
