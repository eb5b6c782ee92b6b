import type { Hono } from "hono";

/** What a visitor sees. */
export interface Page {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
}

export type Visitor = ReturnType<typeof visitorOf>;

const ORIGIN = "http://help.test";

/** A browser without JavaScript: keeps cookies, follows redirects, sends the forms that it was shown. */
export function visitorOf(app: Hono, headers: Readonly<Record<string, string>> = {}) {
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await app.request(ORIGIN + path, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>), cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get("location");
    if (location !== null) return request(location, { method: "GET" });
    return {
      status: response.status,
      path,
      html: await response.text(),
      headers: response.headers,
    };
  }

  return {
    cookies,
    get: (path: string) => request(path, { method: "GET" }),
    post: (path: string, fields: Readonly<Record<string, string>>) =>
      request(path, { method: "POST", body: new URLSearchParams(fields) }),
    request,
    /** Fills in a form of a page and sends it. */
    send(page: Page, action: string, fields: Readonly<Record<string, string>>) {
      const body = { ...hiddenFields(page, action), ...fields };
      return request(action, { method: "POST", body: new URLSearchParams(body) });
    },
  };
}

/** The hidden fields of the form that goes to an address. */
export function hiddenFields({ html }: Page, action: string): Record<string, string> {
  const [, rest = ""] = html.split(`action="${action}"`);
  const [form = ""] = rest.split("</form>");
  const fields = form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = "", value = ""]) => [name, value]));
}

/** The text of a page without its markup. */
export function textOf({ html }: Page): string {
  return html
    .replace(/<head>.*<\/head>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}
