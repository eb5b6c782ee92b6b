import { ForYouStrip } from "../components/for-you-strip.tsx";
import { FormNotice } from "../components/form-fields.tsx";
import { Layout } from "../components/layout.tsx";
import { MessagePreferences } from "../components/message-preferences.tsx";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { ForYou } from "../shop/for-you.ts";
import type { Choices } from "../shop/preferences.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

export interface PreferencesPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly token: string;
  readonly isProfiled: boolean;
  readonly choices: Choices;
  /** The address where messages are stopped, once there is somebody to stop them for. */
  readonly leave: string | undefined;
  readonly forYou: ForYou;
  readonly isSaved: boolean;
  readonly quietError?: string | undefined;
  readonly notice?: string | undefined;
}

/** What a customer wants to be shown and written, and what comes of it at once. */
export function PreferencesPage(props: PreferencesPageProps) {
  const { reader, assets, knowledge, forYou, isSaved, notice, leave } = props;
  const { texts } = reader;
  const words = texts.shop.preferences;
  return (
    <Layout reader={reader} assets={assets} title={words.title} access="private">
      <div class="page">
        <header class="page-header">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </header>
        {notice !== undefined && <FormNotice>{notice}</FormNotice>}
        {isSaved && (
          <p class="notice" role="status">
            {words.saved}
          </p>
        )}
        <ForYouStrip reader={reader} knowledge={knowledge} forYou={forYou} />
        <Profiling {...props} />
        <MessagePreferences {...props} />
        {leave !== undefined && (
          <section class="card">
            <p>
              <a href={leave}>{texts.shop.leave.button}</a>
            </p>
          </section>
        )}
      </div>
    </Layout>
  );
}

/** Turned on and off by one click, apart from everything else. */
function Profiling({ reader: { locale, texts }, token, isProfiled }: PreferencesPageProps) {
  const words = texts.shop.preferences;
  return (
    <section class="card" aria-labelledby="profiling">
      <h2 id="profiling">{words.profiling}</h2>
      <p>{isProfiled ? words.profilingOn : words.profilingOff}</p>
      <form class="form small-form" method="post" action={paths.profiling(locale)}>
        <input type="hidden" name="token" value={token} />
        <button
          class="button button-quiet"
          type="submit"
          name="profiling"
          value={isProfiled ? "off" : "on"}
        >
          {isProfiled ? words.turnOff : words.turnOn}
        </button>
      </form>
    </section>
  );
}
