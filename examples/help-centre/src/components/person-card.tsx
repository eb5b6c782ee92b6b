import type { DeskState } from "../desk/promise.ts";
import { paths, type Reader } from "../web/reader.ts";
import { DeskStatus } from "./desk-status.tsx";
import { Icon } from "./icon.tsx";

interface PersonCardProps {
  readonly reader: Reader;
  readonly title: string;
  readonly text: string;
  readonly query?: string;
  readonly desk: DeskState & { readonly words: string };
}

/** Invites to ask a person, and says when one is there. */
export function PersonCard({ reader, title, text, query = "", desk }: PersonCardProps) {
  return (
    <section class="person-card">
      <span class="person-card-icon">
        <Icon name="person" />
      </span>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
        <DeskStatus reader={reader} desk={desk} />
      </div>
      <a class="button" href={paths.ask(reader.locale, query)}>
        {reader.texts.search.personLink}
      </a>
    </section>
  );
}
