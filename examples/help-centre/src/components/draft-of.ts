import type { Draft } from "../routes/ticket-actions.tsx";

/** What a field of a form shows: what was typed when that form was not taken, else nothing. */
export function draftOf(draft: Draft | undefined, action: string, field: string) {
  const isIt = draft?.name === action;
  return {
    value: isIt ? (draft.values[field] ?? "") : "",
    error: isIt ? draft.errors[field] : undefined,
  };
}
