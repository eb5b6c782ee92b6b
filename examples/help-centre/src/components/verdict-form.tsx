import type { Verdict } from "../database/votes.ts";
import type { Standing } from "../knowledge/walk.ts";
import type { VerdictReason } from "../texts/texts.ts";
import { paths, type Reader } from "../web/reader.ts";
import { Icon } from "./icon.tsx";

export interface VerdictFormProps {
  readonly reader: Reader;
  readonly entryId: string;
  readonly verdict: Verdict | undefined;
  readonly token: string;
  readonly query: string;
  /** Where the walk stands, when the answer is a decision tree: the form leads back there. */
  readonly standing?: Standing | undefined;
}

export const VERDICT_REASONS = [
  "incomplete",
  "unclear",
  "wrong",
  "outdated",
  "otherQuestion",
] as const satisfies readonly VerdictReason[];

/** "Did this help?", and, where it did not, why. */
export function VerdictForm(props: VerdictFormProps) {
  const { reader, entryId, verdict, token, query, standing } = props;
  const { answer } = reader.texts;
  return (
    <section class="verdict" id="verdict" aria-labelledby="verdict-title" tabindex={-1}>
      <form method="post" action={paths.verdict(reader.locale, entryId)}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="q" value={query} />
        {standing && <input type="hidden" name="walk" value={standing.walk.join(".")} />}
        {verdict === undefined && <Question reader={reader} />}
        {verdict?.helpful === true && (
          <p class="verdict-thanks" id="verdict-title" role="status">
            <Icon name="check" /> {answer.thanksYes}
          </p>
        )}
        {verdict?.helpful === false && <NotHelpful {...props} reason={verdict.reason} />}
      </form>
    </section>
  );
}

function Question({ reader: { texts } }: { readonly reader: Reader }) {
  return (
    <>
      <h2 id="verdict-title">{texts.answer.didItHelp}</h2>
      <div class="verdict-buttons">
        <button class="button button-quiet" type="submit" name="verdict" value="yes">
          <Icon name="check" /> {texts.answer.yes}
        </button>
        <button class="button button-quiet" type="submit" name="verdict" value="no">
          <Icon name="cross" /> {texts.answer.no}
        </button>
      </div>
    </>
  );
}

function NotHelpful({ reader, reason, query }: VerdictFormProps & { readonly reason: string }) {
  const { locale, texts } = reader;
  const { answer } = texts;
  return (
    <>
      <h2 id="verdict-title">{answer.thanksNo}</h2>
      {reason === "" ? (
        <fieldset class="reasons">
          <legend>{answer.whatWasMissing}</legend>
          {VERDICT_REASONS.map((one) => (
            <label class="choice-row">
              <input type="radio" name="reason" value={one} />
              <span>{answer.reasons[one]}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p role="status">{answer.reasonSent}</p>
      )}
      <div class="verdict-buttons">
        {reason === "" && (
          <button class="button button-quiet" type="submit" name="verdict" value="no">
            {answer.sendReason}
          </button>
        )}
        <a class="button" href={paths.ask(locale, query)}>
          {answer.askPerson}
        </a>
      </div>
    </>
  );
}
