import type { Instant } from "@kefu/core";
import type { Proposal } from "../desk/proposal.ts";
import type { Reader } from "../web/reader.ts";
import { Moment } from "./moment.tsx";
import { SmallForm } from "./small-form.tsx";

interface NewDateProps {
  readonly reader: Reader;
  readonly proposal: Proposal | undefined;
  readonly now: Instant;
  readonly token: string;
  readonly formKey: string;
  /** Where each form goes. */
  readonly actionTo: (name: string) => string;
}

/** Asks the customer whether a promise may be kept on another date; until then the old one stands. */
export function NewDate({ reader, proposal, now, token, formKey, actionTo }: NewDateProps) {
  if (proposal === undefined) return null;
  const { promises: words } = reader.texts.service;
  const { promiseId, dueAt } = proposal;
  return (
    <div class="news-due">
      <p>
        {words.newDate} <Moment reader={reader} at={dueAt} now={now} />
      </p>
      <SmallForm
        action={actionTo("agreement")}
        {...{ token, formKey, about: { promiseId } }}
        submit={words.agree}
      />
    </div>
  );
}
