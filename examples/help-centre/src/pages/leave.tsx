import { Layout } from "../components/layout.tsx";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

interface LeavePageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly leaveKey: string;
  readonly hasLeft: boolean;
}

/** Where the address in every message leads: one button, and it is over. */
export function LeavePage({ reader, assets, leaveKey, hasLeft }: LeavePageProps) {
  const { locale, texts } = reader;
  const words = texts.shop.leave;
  const title = hasLeft ? words.done : words.title;
  return (
    <Layout reader={reader} assets={assets} title={title} access="private">
      <div class="page page-narrow">
        <header class="page-header">
          <h1>{title}</h1>
          <p class="lead">{hasLeft ? words.doneText : words.text}</p>
        </header>
        {!hasLeft && (
          <form class="form" method="post" action={paths.leave(locale, leaveKey)}>
            <button class="button" type="submit">
              {words.button}
            </button>
          </form>
        )}
        <p>
          <a href={paths.preferences(locale)}>{texts.shop.preferences.title}</a>
        </p>
      </div>
    </Layout>
  );
}
