import type { Child } from "hono/jsx";

export interface SmallFormProps {
  readonly action: string;
  readonly token: string;
  readonly formKey: string;
  /** Hidden fields that say what it is about. */
  readonly about?: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly children?: Child;
}

/** A form of few fields within a card. */
export function SmallForm({
  action,
  token,
  formKey,
  about = {},
  submit,
  children,
}: SmallFormProps) {
  return (
    <form class="form small-form" method="post" action={action} novalidate>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="formKey" value={formKey} />
      {Object.entries(about).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
      <button class="button button-quiet" type="submit">
        {submit}
      </button>
    </form>
  );
}
