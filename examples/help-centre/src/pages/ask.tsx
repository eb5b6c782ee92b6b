import type { SearchContext } from "@kefu/core";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { ContextPreview } from "../components/context-preview.tsx";
import {
  ErrorSummary,
  FieldError,
  type FormErrors,
  FormNotice,
  LineField,
  TextField,
} from "../components/form-fields.tsx";
import { Layout } from "../components/layout.tsx";
import type { VisitStep } from "../database/visits.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { AskValues } from "../web/ask-form.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

interface AskPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly values: AskValues;
  readonly errors: FormErrors;
  /** Why the form was not taken although it is filled in right. */
  readonly notice?: string | undefined;
  readonly token: string;
  readonly formKey: string;
  readonly context: SearchContext;
  readonly walks: readonly VisitStep[];
  /** When an answer would come, if it were sent now. */
  readonly promise: string;
}

export function AskPage(props: AskPageProps) {
  const { reader, assets, knowledge, values, errors, notice, context, walks, promise } = props;
  const { locale, texts } = reader;
  const { ask } = texts;
  const field = (name: keyof AskValues) =>
    ({ reader, name, value: values[name], error: errors[name] }) as const;
  return (
    <Layout reader={reader} assets={assets} title={ask.title} access="private">
      <div class="page page-narrow">
        <Breadcrumbs reader={reader} />
        <header class="page-header">
          <h1>{ask.title}</h1>
          <p class="lead">{ask.lead}</p>
          <p class="promise">
            {promise} <small>{texts.ticket.deskZone}</small>
          </p>
          <p>
            <a href={paths.deskPolicy(locale)}>{texts.service.policyLink}</a>
          </p>
        </header>
        {notice !== undefined && <FormNotice>{notice}</FormNotice>}
        <ErrorSummary reader={reader} errors={errors} />
        <form class="card form" method="post" action={paths.ask(locale)} novalidate>
          <input type="hidden" name="token" value={props.token} />
          <input type="hidden" name="formKey" value={props.formKey} />
          <KindField reader={reader} value={values.kind} error={errors["kind"]} />
          <LineField {...field("name")} label={ask.name} autocomplete="name" />
          <LineField
            {...field("email")}
            label={ask.email}
            hint={ask.emailHint}
            type="email"
            autocomplete="email"
          />
          <LineField
            {...field("orderNumber")}
            label={ask.orderNumber}
            hint={ask.orderNumberHint}
            autocomplete="off"
            isOptional
          />
          <TextField {...field("message")} label={ask.message} hint={ask.messageHint} />
          <ContextPreview {...{ reader, knowledge, context, walks }} />
          <button class="button button-large" type="submit">
            {ask.submit}
          </button>
        </form>
      </div>
    </Layout>
  );
}

const KINDS = ["question", "complaint"] as const;

function KindField({
  reader,
  value,
  error,
}: {
  readonly reader: Reader;
  readonly value: string;
  readonly error: string | undefined;
}) {
  const { ask } = reader.texts;
  return (
    <fieldset
      class="field kinds"
      id="kind"
      tabindex={-1}
      aria-describedby={error === undefined ? undefined : "kind-error"}
    >
      <legend>{ask.kind}</legend>
      <FieldError name="kind" error={error} />
      {KINDS.map((kind) => (
        <label class="choice-row">
          <input type="radio" name="kind" value={kind} checked={value === kind} />
          <span>
            {ask.kinds[kind]}
            <span class="hint">{ask.kindHints[kind]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
