import MarkdownIt from "markdown-it";

/** What the addresses and labels in an answer depend on. */
export interface MarkdownPlace {
  /** Where the page of an entry is. */
  readonly entryPath: (id: string) => string;
  /** The name that screen readers say for a table. */
  readonly tableLabel: string;
}

const ENTRY = "entry:";

/** HTML inside Markdown is shown as text, never run. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

markdown.renderer.rules["link_open"] = (tokens, index, options, env, renderer) => {
  const token = tokens[index];
  const address = String(token?.attrGet("href") ?? "");
  if (address.startsWith(ENTRY)) {
    const id = decodeURIComponent(address.slice(ENTRY.length));
    token?.attrSet("href", placeIn(env).entryPath(id));
  }
  return renderer.renderToken(tokens, index, options);
};

// A wide table scrolls by itself on a phone; being focusable, it does so by keyboard, too.
markdown.renderer.rules["table_open"] = (_tokens, _index, _options, env) => {
  const label = markdown.utils.escapeHtml(placeIn(env).tableLabel);
  return `<div class="table-scroll" role="region" tabindex="0" aria-label="${label}"><table>`;
};
markdown.renderer.rules["table_close"] = () => "</table></div>";

/** Markdown as safe HTML. */
export function markdownHtml(text: string, place: MarkdownPlace): string {
  return markdown.render(text, { place });
}

/** Markdown of a single line as safe HTML, without a paragraph around it. */
export function inlineHtml(text: string, place: MarkdownPlace): string {
  return markdown.renderInline(text, { place });
}

/** The environment that Markdown rendering hands to its rules, as put there above. */
function placeIn(env: object | undefined): MarkdownPlace {
  return (env as { readonly place: MarkdownPlace }).place;
}
