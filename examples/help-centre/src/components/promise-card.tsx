import type { Instant } from "@kefu/core";
import type { EscalationTicket } from "@kefu/escalation";
import { type DeskPromise, isOpen, owesBadNews } from "../desk/duty.ts";
import { proposalFor } from "../desk/proposal.ts";
import type { Draft } from "../routes/ticket-actions.tsx";
import type { Reader } from "../web/reader.ts";
import { draftOf } from "./draft-of.ts";
import { FieldError, TextField } from "./form-fields.tsx";
import { Moment } from "./moment.tsx";
import { PromiseList } from "./promise-list.tsx";
import { SmallForm } from "./small-form.tsx";

interface PromiseCardProps {
  readonly reader: Reader;
  readonly promises: readonly DeskPromise[];
  readonly escalation: EscalationTicket;
  readonly now: Instant;
  readonly token: string;
  readonly formKey: string;
  readonly actionTo: (name: string) => string;
  readonly draft?: Draft | undefined;
}

/** The agent's view of promises: what was promised, what is to be done about it, and one more. */
export function PromiseCard(props: PromiseCardProps) {
  const { reader, promises, now, draft, actionTo, token, formKey } = props;
  const { promises: words } = reader.texts.service;
  return (
    <section class="card" aria-labelledby="promises">
      <h2 id="promises">{words.title}</h2>
      <PromiseList reader={reader} promises={promises} now={now}>
        {(promise) => <PromiseForms {...props} promise={promise} />}
      </PromiseList>
      <details class="clock-why" open={draft?.name === "promise"}>
        <summary>{words.make}</summary>
        <SmallForm action={actionTo("promise")} {...{ token, formKey }} submit={words.submit}>
          <TextField
            {...{ reader, name: "promise", label: words.text, hint: words.textHint }}
            {...draftOf(draft, "promise", "promise")}
          />
          <MomentFields reader={reader} draft={draft} action="promise" id="promise" />
        </SmallForm>
      </details>
    </section>
  );
}

type OneProps = PromiseCardProps & { readonly promise: DeskPromise };

/** What can be done about one promise as it stands. */
function PromiseForms(props: OneProps) {
  const { reader, promise, escalation, now, actionTo, token, formKey, draft } = props;
  const { promises: words } = reader.texts.service;
  const about = { promiseId: promise.id };
  const proposal = proposalFor(escalation, promise, now);
  const isDraft = draft?.values["promiseId"] === promise.id;
  const opens = (name: string) => isDraft && draft?.name === name;
  const canKeep = isOpen(promise) || (promise.status === "broken" && promise.keptLateAt === null);
  return (
    <>
      {owesBadNews(promise) && <NewsForm {...props} />}
      {proposal !== undefined && (
        <p>
          {words.proposed}: <Moment reader={reader} at={proposal.dueAt} now={now} />
        </p>
      )}
      {canKeep && (
        <SmallForm action={actionTo("keep")} {...{ token, formKey, about }} submit={words.keep} />
      )}
      {isOpen(promise) && (
        <>
          <details class="clock-why" open={opens("forecast")}>
            <summary>{words.later}</summary>
            <p class="hint">{words.laterHint}</p>
            <SmallForm
              action={actionTo("forecast")}
              {...{ token, formKey, about }}
              submit={words.sayLater}
            >
              <MomentFields
                reader={reader}
                draft={isDraft ? draft : undefined}
                action="forecast"
                id={`forecast-${promise.id}`}
              />
            </SmallForm>
          </details>
          <details class="clock-why" open={opens("renewal")}>
            <summary>{words.renew}</summary>
            <SmallForm
              action={actionTo("renewal")}
              {...{ token, formKey, about }}
              submit={words.renewSubmit}
            >
              <MomentFields
                reader={reader}
                draft={isDraft ? draft : undefined}
                action="renewal"
                id={`renewal-${promise.id}`}
              />
              <p class="hint">{words.renewHint}</p>
              <label class="choice-row">
                <input type="checkbox" name="agreed" value="yes" />
                <span>{words.agreed}</span>
              </label>
            </SmallForm>
          </details>
          <details class="clock-why" open={opens("withdrawal")}>
            <summary>{words.withdraw}</summary>
            <SmallForm
              action={actionTo("withdrawal")}
              {...{ token, formKey, about }}
              submit={words.withdraw}
            >
              <TextField
                {...{ reader, name: "reason", label: words.reason, hint: words.reasonHint }}
                {...draftOf(isDraft ? draft : undefined, "withdrawal", "reason")}
              />
            </SmallForm>
          </details>
        </>
      )}
    </>
  );
}

/** Bad news is owed at once, so that its form stands open. */
function NewsForm({ reader, promise, actionTo, token, formKey, draft }: OneProps) {
  const { promises: words, clocks } = reader.texts.service;
  const field = (name: string) =>
    draftOf(draft?.values["promiseId"] === promise.id ? draft : undefined, "news", name);
  return (
    <div class="news-due">
      <p>
        <strong class="left left-late">{clocks.badNews}</strong>
      </p>
      <SmallForm
        action={actionTo("news")}
        {...{ token, formKey, about: { promiseId: promise.id } }}
        submit={words.tell}
      >
        <TextField
          {...{ reader, name: "news", label: words.news, hint: words.tellHint }}
          {...field("news")}
        />
        <TextField {...{ reader, name: "stopGap", label: words.stopGap }} {...field("stopGap")} />
      </SmallForm>
    </div>
  );
}

/** A day and a time at the desk. */
function MomentFields({
  reader,
  draft,
  action,
  id,
}: Pick<PromiseCardProps, "reader" | "draft"> & { readonly action: string; readonly id: string }) {
  const { promises: words } = reader.texts.service;
  const day = draftOf(draft, action, "day");
  const time = draftOf(draft, action, "time");
  return (
    <div class={`field moment-fields${day.error === undefined ? "" : " field-wrong"}`}>
      <FieldError name={`${id}-day`} error={day.error} />
      <label>
        {words.day} <input type="date" name="day" value={day.value} required />
      </label>
      <label>
        {words.time} <input type="time" name="time" value={time.value} required />
      </label>
    </div>
  );
}
