import { type Context, Hono } from "hono";
import type { HelpCentre } from "../help-centre.ts";
import { CATEGORIES } from "../knowledge/categories.ts";
import { isPublic } from "../knowledge/knowledge.ts";
import { isLocale, LOCALES } from "../locales.ts";
import type { Asset } from "../web/assets.ts";
import { paths } from "../web/reader.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

/** What browsers and search engines fetch beside pages. */
export function fileRoutes(centre: HelpCentre): Hono {
  const { assets, knowledge } = centre;
  const routes = new Hono();

  routes.get("/assets/:name", (c) => {
    const asset = assets.byPath.get(c.req.path);
    return asset === undefined ? c.notFound() : sendAsset(c, asset);
  });

  routes.get("/favicon.ico", (c) => c.redirect(assets.favicon.path, 302));

  // The entries of one language. The hash only keeps browsers from using an old copy.
  routes.get("/data/:file{entries\\.[\\w-]+\\.[0-9a-f]{16}\\.json}", (c) => {
    const [, locale = ""] = c.req.param("file").split(".");
    if (!isLocale(locale)) return c.notFound();
    const { json, hash } = knowledge.downloads[locale];
    const etag = `"${hash}"`;
    c.header("ETag", etag);
    c.header("Cache-Control", "public, max-age=3600");
    if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304);
    c.header("Content-Type", "application/json; charset=utf-8");
    return c.body(json);
  });

  routes.get("/pictures/:name", (c) => {
    const picture = knowledge.pictures.get(c.req.param("name"));
    if (picture === undefined) return c.notFound();
    c.header("Content-Type", "image/svg+xml");
    c.header("Cache-Control", "public, max-age=3600");
    return c.body(new Uint8Array(picture));
  });

  routes.get("/robots.txt", (c) =>
    c.text(
      [
        "User-agent: *",
        "Disallow: /*/desk",
        "Disallow: /*/editor",
        "Disallow: /*/tickets",
        "Disallow: /*/search",
        "",
      ]
        .concat(`Sitemap: ${originOf(c)}/sitemap.xml`, "")
        .join("\n"),
    ),
  );

  routes.get("/sitemap.xml", (c) => {
    c.header("Content-Type", "application/xml; charset=utf-8");
    return c.body(siteMap(originOf(c), centre));
  });

  return routes;
}

function originOf(c: Context): string {
  return new URL(c.req.url).origin;
}

function sendAsset(c: Context, { type, body, brotli, gzip }: Asset): Response {
  c.header("Content-Type", type);
  c.header("Cache-Control", FOR_EVER);
  c.header("Vary", "Accept-Encoding");
  const accepted = c.req.header("accept-encoding") ?? "";
  if (/\bbr\b/.test(accepted)) return encoded(c, "br", brotli);
  if (/\bgzip\b/.test(accepted)) return encoded(c, "gzip", gzip);
  return c.body(new Uint8Array(body));
}

function encoded(c: Context, encoding: string, body: Buffer): Response {
  c.header("Content-Encoding", encoding);
  return c.body(new Uint8Array(body));
}

/** Every public page, with its translations. */
function siteMap(origin: string, { knowledge }: HelpCentre): string {
  const entries = [...knowledge.entries.values()].filter(isPublic);
  const pages: readonly ((locale: (typeof LOCALES)[number]) => string)[] = [
    paths.home,
    ...CATEGORIES.map(
      ({ id }) =>
        (locale: (typeof LOCALES)[number]) =>
          paths.topic(locale, id),
    ),
    ...entries.map(
      ({ id }) =>
        (locale: (typeof LOCALES)[number]) =>
          paths.answer(locale, id),
    ),
  ];
  const urls = pages.flatMap((page) =>
    LOCALES.map((locale) => {
      const alternates = LOCALES.map(
        (other) =>
          `<xhtml:link rel="alternate" hreflang="${other}" href="${xml(origin + page(other))}"/>`,
      );
      return `<url><loc>${xml(origin + page(locale))}</loc>${alternates.join("")}</url>`;
    }),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    "</urlset>",
    "",
  ].join("\n");
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
