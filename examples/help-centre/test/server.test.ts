import { afterAll, describe, expect, it } from "vitest";
import { LOCALES } from "../src/locales.ts";
import { textsOf } from "../src/texts/texts-of.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { textOf, visitorOf } from "./support/visitor.ts";

const { app, centre, database } = await openHelpCentre();
afterAll(() => database.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://help.test${path}`, { headers });

describe("the way in", () => {
  it.each([
    ["zh-TW,zh;q=0.9", "/zh-Hant"],
    ["zh-CN", "/zh-Hans"],
    ["nl", "/en"],
  ])("%s leads to %s", async (language, home) => {
    const response = await get("/", { "accept-language": language });
    expect([response.status, response.headers.get("location")]).toEqual([302, home]);
    expect(response.headers.get("vary")).toContain("Accept-Language");
  });

  it.each(["/en", "/en/", "/zh-Hant/", "/zh-Hans/topics/orders/"])("%s is a page", async (path) => {
    expect((await get(path)).status).toBe(200);
  });

  it("switches the language and keeps the page", async () => {
    const html = await (await get("/zh-Hans/search?q=%E9%80%80%E8%B4%A7")).text();
    expect(html).toContain('href="/zh-Hant/search?q=%E9%80%80%E8%B4%A7" lang="zh-Hant"');
    expect(html).toContain('<html lang="zh-Hans">');
  });
});

describe("headers", () => {
  it("allow only our own files", async () => {
    const { headers } = await get("/en");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });

  it("keep pages out of shared caches", async () => {
    expect((await get("/en")).headers.get("cache-control")).toBe("private, no-cache");
  });

  it("let assets be kept for ever, compressed", async () => {
    const { styles } = centre.assets;
    const response = await get(styles.path, { "accept-encoding": "gzip, br" });
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect((await response.arrayBuffer()).byteLength).toBe(styles.brotli.byteLength);
  });

  it("compress pages", async () => {
    const { headers } = await get("/en", { "accept-encoding": "gzip" });
    expect(headers.get("content-encoding")).toBe("gzip");
  });

  it("answer HEAD as GET without a body, and count it as nobody's step", async () => {
    const steps = "select 1 as one from visit_steps where entry_id = $1";
    const id = "returns-refund-when";
    const response = await app.request(`http://help.test/en/answers/${id}`, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(await database.query(steps, [id])).toEqual([]);
    await get(`/en/answers/${id}`);
    expect(await database.query(steps, [id])).toHaveLength(1);
  });
});

describe("the entries for browsers", () => {
  it("come once, then only when they changed", async () => {
    const { hash } = centre.knowledge.downloads["zh-Hant"];
    const path = `/data/entries.zh-Hant.${hash}.json`;
    const first = await get(path);
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("content-type")).toContain("application/json");
    expect((await first.json()).length).toBeGreaterThanOrEqual(60);
    const again = await get(path, { "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it.each([
    "/data/entries.de.0123456789abcdef.json",
    "/data/entries.en.json",
    "/assets/nothing.css",
  ])("%s is nothing", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe("for search engines", () => {
  it("robots.txt keeps them from what is private", async () => {
    const text = await (await get("/robots.txt")).text();
    expect(text).toContain("Disallow: /*/tickets");
    expect(text).toContain("Sitemap: http://help.test/sitemap.xml");
  });

  it("sitemap.xml has every public page in every language, and no other", async () => {
    const text = await (await get("/sitemap.xml")).text();
    const { entries } = centre.knowledge;
    const listed = new Set(
      [...text.matchAll(/<loc>[^<]+\/answers\/([^<]+)<\/loc>/g)].map(([, id]) => id),
    );
    for (const { id, audience, status } of entries.values()) {
      expect([id, listed.has(id)]).toEqual([id, audience === "public" && status === "published"]);
    }
    expect(text.match(/<url>/g)?.length).toBe((listed.size + 13) * LOCALES.length);
  });
});

describe.each(LOCALES)("what goes wrong, in %s", (locale) => {
  const { problem } = textsOf(locale);
  const visitor = visitorOf(app);

  it.each([
    "/nothing",
    "/topics/nothing",
    "/answers/nothing",
    "/tickets/nothing",
    "/tickets/AAAAAAAAAAAAAAAAAAAAAA",
    "/answers/__proto__",
    "/answers/constructor",
    "/answers/%E0%A4%A",
    "/answers/..%2f..%2fetc%2fpasswd",
  ])("%s is not there", async (path) => {
    const page = await visitor.get(`/${locale}${path}`);
    expect(page.status).toBe(404);
    expect(textOf(page)).toContain(problem.notFound.title);
    expect(page.html).toContain(`<html lang="${locale}">`);
  });

  it("a method that does not fit", async () => {
    const page = await visitor.post(`/${locale}/topics/orders`, {});
    expect(page.status).toBe(405);
    expect(textOf(page)).toContain(problem.methodNotAllowed.title);
  });

  it("a body that is no form", async () => {
    const page = await visitor.request(`/${locale}/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(page.status).toBe(415);
    expect(textOf(page)).toContain(problem.wrongType.title);
  });

  it("a body that is cut off", async () => {
    const page = await visitor.request(`/${locale}/ask`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: "--y\r\nrubbish",
    });
    expect(page.status).toBe(400);
    expect(textOf(page)).toContain(problem.wrongType.title);
  });

  it("a body that is huge", async () => {
    const page = await visitor.post(`/${locale}/ask`, { message: "x".repeat(600_000) });
    expect(page.status).toBe(413);
    expect(textOf(page)).toContain(problem.tooLarge.title);
  });
});

it("says in the reader's language that something broke, and nothing more", async () => {
  const broken = { ...centre.database, query: () => Promise.reject(new Error("secret detail")) };
  const { createServer } = await import("../src/server.tsx");
  const failing = createServer({ ...centre, database: broken });
  const errors: unknown[] = [];
  const { error } = console;
  console.error = (...args) => errors.push(...args);
  const page = await visitorOf(failing).get("/zh-Hans");
  console.error = error;
  expect(page.status).toBe(500);
  expect(textOf(page)).toContain(textsOf("zh-Hans").problem.broken.title);
  expect(page.html).not.toContain("secret detail");
  expect(errors).toHaveLength(1);
});
