import { VERDICT_REASONS } from "../components/verdict-form.tsx";
import type { Reader } from "../web/reader.ts";

/** Why an answer did not help, in words; the code itself where it is none of ours. */
export function reasonText({ texts }: Reader, code: string): string {
  const reason = VERDICT_REASONS.find((one) => one === code);
  return reason === undefined ? code : texts.answer.reasons[reason];
}
