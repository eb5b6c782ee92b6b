import type { Instant } from "@kefu/core";
import type { ComplaintState } from "@kefu/escalation";
import { isSymptom } from "../desk/complaint-words.ts";
import type { Draft } from "../routes/ticket-actions.tsx";
import type { Reader } from "../web/reader.ts";
import { draftOf } from "./draft-of.ts";
import { TextField } from "./form-fields.tsx";
import { Moment } from "./moment.tsx";
import { SmallForm } from "./small-form.tsx";

interface ComplaintCardProps {
  readonly reader: Reader;
  readonly complaint: ComplaintState;
  readonly now: Instant;
  readonly token: string;
  readonly formKey: string;
  /** Where each form goes. */
  readonly actionTo: (name: string) => string;
  readonly draft?: Draft | undefined;
  readonly seenBy: "customer" | "agent";
}

/** Where a complaint stands: what was offered, what became of it, when it closes. */
export function ComplaintCard(props: ComplaintCardProps) {
  const { reader, complaint, now, seenBy } = props;
  const { complaint: words } = reader.texts.service;
  const { symptom, recurrences, remedies, closesAt, closedAt } = complaint;
  return (
    <section class="card" aria-labelledby="complaint">
      <h2 id="complaint">{words.title}</h2>
      <p>
        {isSymptom(symptom) ? words.symptoms[symptom] : symptom}
        {recurrences > 0 && <strong> · {words.recurred(recurrences)}</strong>}
      </p>
      {remedies.length > 0 && <Remedies {...props} />}
      {closedAt !== null && (
        <p>
          <strong>{words.closed}</strong> <Moment reader={reader} at={closedAt} now={now} />
        </p>
      )}
      {closedAt === null && (seenBy === "customer" ? <Confirm {...props} /> : <Offer {...props} />)}
      {closesAt !== null && (
        <p class="hint">
          {words.closesBy}: <Moment reader={reader} at={closesAt} now={now} />
        </p>
      )}
    </section>
  );
}

function Remedies({ reader, complaint, actionTo, seenBy, token, formKey }: ComplaintCardProps) {
  const { complaint: words } = reader.texts.service;
  return (
    <>
      <h3>{words.remedies}</h3>
      <ul class="course">
        {complaint.remedies.map(({ remedyId, text, status }) => (
          <li>
            <span class={`tag ${TAGS[status]}`}>{words.remedyStatus[status]}</span>
            <p class="course-what" dir="auto">
              {text}
            </p>
            {status === "offered" && complaint.closedAt === null && seenBy === "customer" && (
              <div class="remedy-answers">
                {(["accepted", "declined"] as const).map((answer) => (
                  <SmallForm
                    {...{ token, formKey }}
                    action={actionTo("remedy")}
                    about={{ remedyId, answer }}
                    submit={answer === "accepted" ? words.accept : words.decline}
                  />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const TAGS = { offered: "", accepted: "tag-helpful", declined: "tag-notHelpful" } as const;

function Confirm({ reader, complaint, actionTo, token, formKey }: ComplaintCardProps) {
  const { complaint: words } = reader.texts.service;
  if (complaint.settledAt === null) {
    return complaint.remedies.length === 0 ? <p>{words.waiting}</p> : null;
  }
  return (
    <>
      <p>{words.settled}</p>
      <SmallForm action={actionTo("settlement")} {...{ token, formKey }} submit={words.confirm} />
    </>
  );
}

function Offer({ reader, actionTo, token, formKey, draft }: ComplaintCardProps) {
  const { complaint: words } = reader.texts.service;
  return (
    <details class="clock-why" open={draft?.name === "offer"}>
      <summary>{words.offer}</summary>
      <SmallForm action={actionTo("offer")} {...{ token, formKey }} submit={words.sendOffer}>
        <TextField
          {...{ reader, name: "remedy", label: words.offer, hint: words.offerHint }}
          {...draftOf(draft, "offer", "remedy")}
        />
      </SmallForm>
    </details>
  );
}
