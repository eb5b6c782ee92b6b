import type { FaqAnswer, MediaAnswer, StepsAnswer, TableAnswer } from "@kefu/faq";
import { raw } from "hono/html";
import { inlineHtml, type MarkdownPlace, markdownHtml } from "../knowledge/markdown.ts";
import { paths, type Reader } from "../web/reader.ts";

export interface AnswerBodyProps<Answer = FaqAnswer> {
  readonly reader: Reader;
  readonly answer: Answer;
  /** The question: the name of a table and of a picture. */
  readonly title: string;
}

type Shown = Exclude<FaqAnswer, { readonly format: "decisionTree" }>;

/** An answer that is read as a whole, each format in its own way. */
export function AnswerBody({ answer, ...props }: AnswerBodyProps<Shown>) {
  switch (answer.format) {
    case "markdown":
      return <Markdown reader={props.reader} text={answer.markdown} />;
    case "steps":
      return <Steps {...props} answer={answer} />;
    case "table":
      return <Table {...props} answer={answer} />;
    case "media":
      return <Media {...props} answer={answer} />;
    default:
      return answer satisfies never;
  }
}

/** Markdown in paragraphs; nothing where there is none. */
export function Markdown({
  reader,
  text,
}: {
  readonly reader: Reader;
  readonly text: string | undefined;
}) {
  return <>{raw(markdownHtml(text ?? "", placeFor(reader)))}</>;
}

/** Markdown in a line. */
export function Inline({ reader, text }: { readonly reader: Reader; readonly text: string }) {
  return <>{raw(inlineHtml(text, placeFor(reader)))}</>;
}

function Steps({ reader, answer: { intro, steps, outro } }: AnswerBodyProps<StepsAnswer>) {
  return (
    <>
      <Markdown reader={reader} text={intro} />
      <ol class="steps">
        {steps.map((step) => (
          <li>
            <Inline reader={reader} text={step} />
          </li>
        ))}
      </ol>
      <Markdown reader={reader} text={outro} />
    </>
  );
}

/** The first cell names its row. A wide table scrolls by itself on a phone; being focusable, by keyboard, too. */
function Table({ reader, title, answer }: AnswerBodyProps<TableAnswer>) {
  const { intro, columns, rows, outro } = answer;
  return (
    <>
      <Markdown reader={reader} text={intro} />
      <section class="table-scroll" tabindex={0} aria-label={reader.texts.answer.tableLabel}>
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col">
                  <Inline reader={reader} text={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = "", ...cells]) => (
              <tr>
                <th scope="row">
                  <Inline reader={reader} text={name} />
                </th>
                {cells.map((cell) => (
                  <td>
                    <Inline reader={reader} text={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Markdown reader={reader} text={outro} />
    </>
  );
}

/** What is shown or heard, and below it the same in words. Only files of our own are embedded. */
function Media({
  reader,
  title,
  answer: { kind, source, description },
}: AnswerBodyProps<MediaAnswer>) {
  const { answer } = reader.texts;
  const isOwn = source.startsWith("/");
  return (
    <figure class="media">
      {isOwn && kind === "image" && <img src={source} alt={answer.pictureOf(title)} />}
      {isOwn && kind === "video" && (
        // biome-ignore lint/a11y/useMediaCaption: the description below says it in words
        <video src={source} controls preload="metadata" aria-label={title} />
      )}
      {isOwn && kind === "audio" && (
        // biome-ignore lint/a11y/useMediaCaption: the description below says it in words
        <audio src={source} controls preload="metadata" aria-label={title} />
      )}
      {(!isOwn || kind === "document") && (
        <p>
          <a href={source}>{answer.openMedia[kind]}</a>
        </p>
      )}
      <figcaption>
        <Markdown reader={reader} text={description} />
      </figcaption>
    </figure>
  );
}

function placeFor({ locale, texts }: Reader): MarkdownPlace {
  return { entryPath: (id) => paths.answer(locale, id), tableLabel: texts.answer.tableLabel };
}
