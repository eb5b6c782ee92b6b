import type { DeskState } from "../desk/promise.ts";
import type { Reader } from "../web/reader.ts";

interface DeskStatusProps {
  readonly reader: Reader;
  readonly desk: DeskState & { readonly words: string };
}

/** Whether the desk is open, and until when, in the desk's zone. */
export function DeskStatus({ reader, desk }: DeskStatusProps) {
  const { promise, ticket } = reader.texts;
  const sentence = desk.status === "open" ? promise.openUntil : promise.closedUntil;
  return (
    <p class={`desk-status desk-${desk.status}`}>
      {sentence(desk.words)} <small>{ticket.deskZone}</small>
    </p>
  );
}
