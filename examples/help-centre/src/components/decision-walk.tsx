import type { DecisionTreeStep } from "@kefu/faq";
import type { Standing } from "../knowledge/walk.ts";
import { paths, type Reader } from "../web/reader.ts";
import { Inline, Markdown } from "./answer-body.tsx";
import { Icon } from "./icon.tsx";

interface DecisionWalkProps extends Standing {
  readonly reader: Reader;
  readonly entryId: string;
  /** The search that led to the entry; empty when none did. */
  readonly query: string;
}

/**
 * A decision tree, a question a page: every choice is a link, so that going back is going back. The links lead into
 * the section itself, which takes the focus there, also without a script.
 */
export function DecisionWalk(props: DecisionWalkProps) {
  const { reader, step, walk } = props;
  const { tree } = reader.texts.answer;
  return (
    <section class="walk" id="walk" tabindex={-1} aria-label={tree.label}>
      {step.taken.length > 0 && <Taken {...props} />}
      <div class="walk-now">
        {step.kind === "question" ? (
          <Question {...props} step={step} />
        ) : (
          <Outcome {...props} step={step} />
        )}
      </div>
      {walk.length > 0 && (
        <p class="walk-ways">
          <a href={addressOf(props, walk.slice(0, -1))}>{tree.back}</a>
          {walk.length > 1 && <a href={addressOf(props, [])}>{tree.again}</a>}
        </p>
      )}
    </section>
  );
}

function Question({
  step,
  ...props
}: Omit<DecisionWalkProps, "step"> & {
  readonly step: Extract<DecisionTreeStep, { kind: "question" }>;
}) {
  const { reader, walk } = props;
  return (
    <>
      <p class="walk-count">{reader.texts.answer.tree.question(walk.length + 1)}</p>
      <h2>
        <Inline reader={reader} text={step.question} />
      </h2>
      <ul class="walk-options">
        {step.options.map((label, position) => (
          <li>
            <a class="walk-option" href={addressOf(props, [...walk, position])}>
              <span>{label}</span>
              <Icon name="arrow" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Outcome({
  reader,
  step,
  query,
}: Omit<DecisionWalkProps, "step"> & {
  readonly step: Extract<DecisionTreeStep, { kind: "outcome" }>;
}) {
  const { answer, search } = reader.texts;
  return (
    <>
      <h2>{step.handOff ? answer.tree.personTitle : answer.tree.outcomeTitle}</h2>
      <Markdown reader={reader} text={step.markdown} />
      {step.handOff && (
        <p class="walk-person">
          <a class="button" href={paths.ask(reader.locale, query)}>
            {search.personLink}
          </a>
          <small>{answer.tree.goesAlong}</small>
        </p>
      )}
    </>
  );
}

/** What was answered so far; each answer leads back to its question. */
function Taken(props: DecisionWalkProps) {
  const { reader, step, walk } = props;
  const { tree } = reader.texts.answer;
  return (
    <ol class="walk-taken" aria-label={tree.taken}>
      {step.taken.map(({ question, answer }, position) => (
        <li>
          <span class="walk-asked">
            <Inline reader={reader} text={question} />
          </span>{" "}
          <a href={addressOf(props, walk.slice(0, position))}>
            <span class="visually-hidden">{tree.change} </span>
            {answer}
          </a>
        </li>
      ))}
    </ol>
  );
}

function addressOf(
  { reader, entryId, query }: Pick<DecisionWalkProps, "reader" | "entryId" | "query">,
  walk: readonly number[],
): string {
  return `${paths.answer(reader.locale, entryId, { query, walk })}#walk`;
}
