import type { Child } from "hono/jsx";
import { LANGUAGE_NAMES, LOCALES } from "../locales.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";
import { Icon } from "./icon.tsx";
import { Logo } from "./logo.tsx";

export interface LayoutProps {
  readonly reader: Reader;
  readonly assets: Assets;
  /** Without the name of the site. */
  readonly title: string;
  readonly description?: string;
  /** Pages that are for one person, or about a mistake, stay out of search engines. */
  readonly access?: "public" | "private";
  readonly children: Child;
}

/** What all pages have around them. */
export function Layout(props: LayoutProps) {
  const { reader, children } = props;
  const { locale, texts } = reader;
  return (
    <html lang={locale}>
      <Head {...props} />
      <body>
        <a class="skip-link" href="#content">
          {texts.skipToContent}
        </a>
        <header class="site-header">
          <div class="bar">
            <a class="brand" href={paths.home(locale)}>
              <Logo />
              <span class="brand-name">{texts.site}</span>
            </a>
            <nav class="bar-nav" aria-label={texts.mainNavigation}>
              <a class="bar-link" href={paths.ask(locale)}>
                <Icon name="person" />
                <span class="bar-link-text">{texts.search.personLink}</span>
              </a>
            </nav>
            <LanguageMenu reader={reader} />
          </div>
        </header>
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <footer class="site-footer">
          <div class="bar">
            <p>{texts.footerNote}</p>
            <p>
              <a href={paths.desk(locale)}>{texts.desk.signInTitle}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function Head({ reader, assets, title, description, access = "public" }: LayoutProps) {
  const { texts, place, locale } = reader;
  const isHome = title === texts.site;
  const [bare = ""] = place.split("?");
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{isHome ? title : `${title} · ${texts.site}`}</title>
      <meta name="description" content={description ?? texts.siteDescription} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf7f2" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#191411" />
      {access === "private" ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={`/${locale}${bare}`} />
          {LOCALES.map((other) => (
            <link rel="alternate" hreflang={other} href={`/${other}${bare}`} />
          ))}
        </>
      )}
      <link rel="icon" href={assets.favicon.path} type="image/svg+xml" />
      <link rel="stylesheet" href={assets.styles.path} />
      <script type="module" src={assets.script.path} />
    </head>
  );
}

/** Opens and closes without a script; each language leads to the same page. */
function LanguageMenu({ reader: { locale, texts, place } }: { readonly reader: Reader }) {
  return (
    <details class="language-menu" data-menu>
      <summary>
        <Icon name="globe" />
        <span class="visually-hidden">{texts.language}: </span>
        <span>{LANGUAGE_NAMES[locale]}</span>
      </summary>
      <ul>
        {LOCALES.map((other) => (
          <li>
            <a
              href={`/${other}${place}`}
              lang={other}
              hreflang={other}
              aria-current={other === locale ? "true" : undefined}
            >
              {LANGUAGE_NAMES[other]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
