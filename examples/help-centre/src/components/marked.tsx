import type { TextRange } from "@kefu/faq";

interface MarkedProps {
  readonly text: string;
  readonly ranges: readonly TextRange[];
  /** `mark`: fits what was searched for; `strong`: sets the text apart from others. */
  readonly as?: "mark" | "strong";
}

/** A text with stretches marked. */
export function Marked({ text, ranges, as: Tag = "mark" }: MarkedProps) {
  const ends = ranges.map(([, end]) => end);
  return (
    <>
      {ranges.map(([start, end], index) => (
        <>
          {text.slice(ends[index - 1] ?? 0, start)}
          <Tag>{text.slice(start, end)}</Tag>
        </>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}
