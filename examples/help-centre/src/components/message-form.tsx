import type { Child } from "hono/jsx";
import type { Reader } from "../web/reader.ts";
import { ErrorSummary, FormNotice, TextField } from "./form-fields.tsx";

export interface MessageFormState {
  readonly body: string;
  /** What is wrong with the text. */
  readonly error: string | undefined;
  /** Why the form was not taken although the text is right. */
  readonly notice: string | undefined;
}

export const EMPTY_MESSAGE: MessageFormState = { body: "", error: undefined, notice: undefined };

interface MessageFormProps {
  readonly reader: Reader;
  readonly action: string;
  readonly token: string;
  readonly formKey: string;
  readonly state: MessageFormState;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  /** The language in which the other side reads. */
  readonly lang?: string | undefined;
  /** Further fields. */
  readonly children?: Child;
}

/** Writes a further message into a ticket. */
export function MessageForm(props: MessageFormProps) {
  const { reader, state } = props;
  const errors = state.error === undefined ? {} : { body: state.error };
  return (
    <form class="form message-form" method="post" action={props.action} novalidate>
      {state.notice !== undefined && <FormNotice>{state.notice}</FormNotice>}
      <ErrorSummary reader={reader} errors={errors} />
      <input type="hidden" name="token" value={props.token} />
      <input type="hidden" name="formKey" value={props.formKey} />
      <TextField
        reader={reader}
        name="body"
        label={props.label}
        hint={props.hint}
        value={state.body}
        error={state.error}
        lang={props.lang}
      />
      {props.children}
      <button class="button" type="submit">
        {props.submit}
      </button>
    </form>
  );
}
