import type { Reader } from "../web/reader.ts";

/** "Why am I seeing this?", with the sentences that answer it. */
export function WhyDetails({
  reader,
  sentences,
}: {
  readonly reader: Reader;
  readonly sentences: readonly string[];
}) {
  return (
    <details class="why">
      <summary>{reader.texts.shop.forYou.why}</summary>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
