import type { FaqAnswer } from "@kefu/faq";
import { AnswerBody, Markdown } from "../components/answer-body.tsx";
import { DecisionWalk } from "../components/decision-walk.tsx";
import { standAt } from "../knowledge/walk.ts";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "../locales.ts";
import type { EditorEntryProps } from "./editor-entry.tsx";

/** What readers will see, in each language. */
export function EditorEntryPreview(props: EditorEntryProps) {
  const { reader, isUnsaved } = props;
  const { entry } = reader.texts.editor;
  return (
    <section class="card preview" aria-labelledby="preview">
      <h2 id="preview">{entry.previewTitle}</h2>
      {isUnsaved && <p class="notice">{entry.previewNote}</p>}
      {LOCALES.map((language) => (
        <details class="preview-language" open={language === reader.locale || isUnsaved}>
          <summary lang={language}>{LANGUAGE_NAMES[language]}</summary>
          <PreviewText {...props} language={language} />
        </details>
      ))}
    </section>
  );
}

function PreviewText({
  reader,
  preview,
  entryId,
  language,
}: EditorEntryProps & { readonly language: Locale }) {
  const { entry } = reader.texts.editor;
  const question = preview.question[language];
  const answer = preview.answer[language];
  return (
    <>
      {question !== undefined && (
        <h3 lang={language}>
          <bdi>{question}</bdi>
        </h3>
      )}
      {answer === undefined ? (
        <p class="hint">{entry.noAnswer}</p>
      ) : (
        <div class="prose" lang={language}>
          <PreviewAnswer {...{ reader, entryId, language, answer }} title={question ?? ""} />
        </div>
      )}
    </>
  );
}

/** A page can hold one walk through a tree only: that in the reader's language. */
function PreviewAnswer({
  reader,
  entryId,
  language,
  answer,
  title,
}: Pick<EditorEntryProps, "reader" | "entryId"> & {
  readonly language: Locale;
  readonly answer: FaqAnswer;
  readonly title: string;
}) {
  if (answer.format !== "decisionTree") {
    return <AnswerBody reader={reader} answer={answer} title={title} />;
  }
  if (language === reader.locale) {
    return <DecisionWalk {...{ reader, entryId, query: "", ...standAt(answer, []) }} />;
  }
  const [first] = answer.nodes;
  return (
    <Markdown
      reader={reader}
      text={first?.kind === "question" ? first.question : first?.markdown}
    />
  );
}
