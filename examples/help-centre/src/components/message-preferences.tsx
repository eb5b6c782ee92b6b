import type { Choices } from "../shop/preferences.ts";
import { CONTACT_CHANNELS, TOPIC_NAMES } from "../shop/topics.ts";
import { paths, type Reader } from "../web/reader.ts";
import { FieldError } from "./form-fields.tsx";

interface MessagePreferencesProps {
  readonly reader: Reader;
  readonly token: string;
  readonly choices: Choices;
  readonly quietError?: string | undefined;
}

/** What may be written about, by which way and when. */
export function MessagePreferences({
  reader,
  token,
  choices,
  quietError,
}: MessagePreferencesProps) {
  const { locale, texts } = reader;
  const words = texts.shop.preferences;
  return (
    <section class="card" aria-labelledby="messages">
      <h2 id="messages">{words.messages}</h2>
      <form class="form" method="post" action={paths.preferences(locale)} novalidate>
        <input type="hidden" name="token" value={token} />
        <Checkboxes
          {...{ prefix: "topic", legend: words.topics, hint: words.topicsHint }}
          {...{ all: TOPIC_NAMES, names: words.topicNames, chosen: choices.topics }}
        />
        <Checkboxes
          {...{ prefix: "channel", legend: words.channels }}
          {...{ all: CONTACT_CHANNELS, names: words.channelNames, chosen: choices.reach.channels }}
        />
        <QuietFields reader={reader} choices={choices} error={quietError} />
        <button class="button" type="submit">
          {words.save}
        </button>
      </form>
    </section>
  );
}

function Checkboxes<Name extends string>({
  prefix,
  legend,
  hint,
  all,
  names,
  chosen,
}: {
  readonly prefix: string;
  readonly legend: string;
  readonly hint?: string;
  readonly all: readonly Name[];
  readonly names: Readonly<Record<Name, string>>;
  readonly chosen: readonly Name[];
}) {
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {all.map((name) => (
        <label class="choice-row">
          <input
            type="checkbox"
            name={`${prefix}-${name}`}
            value="yes"
            checked={chosen.includes(name)}
          />
          <span>{names[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function QuietFields({
  reader: { texts },
  choices: { reach },
  error,
}: {
  readonly reader: Reader;
  readonly choices: Choices;
  readonly error: string | undefined;
}) {
  const words = texts.shop.preferences;
  const { start = "", end = "" } = reach.quietHours ?? {};
  const fields = [
    ["quietFrom", words.quietFrom, start],
    ["quietUntil", words.quietUntil, end],
  ] as const;
  return (
    <fieldset class={error === undefined ? "field" : "field field-wrong"}>
      <legend>{words.quiet}</legend>
      <p class="hint" id="quiet-hint">
        {words.quietHint}
      </p>
      <FieldError name="quiet" error={error} />
      <div class="moment-fields">
        {fields.map(([name, label, value]) => (
          <label>
            {label}
            <input
              name={name}
              type="time"
              value={value}
              aria-describedby={error === undefined ? "quiet-hint" : "quiet-hint quiet-error"}
              aria-invalid={error === undefined ? undefined : "true"}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
