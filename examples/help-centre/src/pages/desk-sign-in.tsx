import { ErrorSummary, FormNotice, LineField } from "../components/form-fields.tsx";
import { Layout } from "../components/layout.tsx";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

interface DeskSignInPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly token: string;
  readonly error?: string | undefined;
  readonly notice?: string | undefined;
  /** Where to go on after signing in. */
  readonly to: "desk" | "editor";
}

export function DeskSignInPage({ reader, assets, token, error, notice, to }: DeskSignInPageProps) {
  const { locale, texts } = reader;
  const { desk } = texts;
  return (
    <Layout reader={reader} assets={assets} title={desk.signInTitle} access="private">
      <div class="page page-form">
        <h1>{desk.signInTitle}</h1>
        <p class="lead">{desk.signInLead}</p>
        {notice !== undefined && <FormNotice>{notice}</FormNotice>}
        <ErrorSummary reader={reader} errors={error === undefined ? {} : { code: error }} />
        <form class="card form" method="post" action={paths.deskSignIn(locale)} novalidate>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="to" value={to} />
          <LineField
            reader={reader}
            name="code"
            type="password"
            label={desk.code}
            value=""
            error={error}
            autocomplete="current-password"
          />
          <button class="button" type="submit">
            {desk.signIn}
          </button>
        </form>
      </div>
    </Layout>
  );
}
