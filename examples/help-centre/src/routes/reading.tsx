import { type FaqEntry, maySee, relatedFaq, searchFaq } from "@kefu/faq";
import { type Context, Hono } from "hono";
import { mostRead, recordStep, recordVerdict, verdictsOf } from "../database/visits.ts";
import { VERDICT_REASONS } from "../components/verdict-form.tsx";
import type { HelpCentre } from "../help-centre.ts";
import { categoryById } from "../knowledge/categories.ts";
import { popularEntries } from "../knowledge/popular-entries.ts";
import { AnswerPage } from "../pages/answer.tsx";
import { HomePage } from "../pages/home.tsx";
import { SearchPage } from "../pages/search.tsx";
import { TopicPage } from "../pages/topic.tsx";
import { isAgent } from "../web/agent-session.ts";
import { isOurForm, readForm } from "../web/form.ts";
import { readQuery } from "../web/query.ts";
import { paths } from "../web/reader.ts";
import { sendPage } from "../web/render.tsx";
import { beginVisit, visitOf } from "../web/visit-cookie.ts";
import { formFields, requestOf } from "./environment.ts";

const MONTH = 30 * 86_400_000;

/** Home, topics, search and answers. */
export function readingRoutes(centre: HelpCentre): Hono {
  const { database, knowledge, assets } = centre;
  const routes = new Hono({ strict: false });

  routes.get("/", async (c) => {
    const { reader, desk, now } = requestOf(c, centre);
    const read = await mostRead(database, (now - MONTH) as typeof now, 8);
    const popular = popularEntries(knowledge, read, 8);
    return sendPage(c, <HomePage {...{ reader, assets, knowledge, popular, desk }} />);
  });

  routes.get("/topics/:id", (c) => {
    const { reader, desk } = requestOf(c, centre);
    const category = categoryById(c.req.param("id"));
    if (category === undefined) return c.notFound();
    return sendPage(c, <TopicPage {...{ reader, assets, knowledge, category, desk }} />);
  });

  routes.get("/search", async (c) => {
    const { reader, desk, locale } = requestOf(c, centre);
    const { query, wasCut } = readQuery(c);
    const result =
      query === ""
        ? undefined
        : searchFaq(knowledge.index, query, { locale, audience: "public", limit: 12 });
    if (result !== undefined) await recordSearch(c, centre, query, result.outcome);
    return sendPage(
      c,
      <SearchPage {...{ reader, assets, knowledge, query, wasCut, result, desk }} />,
    );
  });

  routes.get("/answers/:id", async (c) => {
    const entry = await readableEntry(c, centre, c.req.param("id"));
    if (entry === undefined) return c.notFound();
    const { reader, desk, locale, now } = requestOf(c, centre);
    const { query } = readQuery(c);
    const visit = beginVisit(c);
    if (c.req.method !== "HEAD") {
      const step = { at: now, kind: "read", query, entryId: entry.id, outcome: "" } as const;
      await recordStep(database, visit, step);
    }
    const verdicts = await verdictsOf(database, visit);
    const verdict = verdicts.find(({ entryId }) => entryId === entry.id);
    const related = relatedFaq(knowledge.index, entry.id, { locale, audience: "public", limit: 4 })
      .flatMap(({ id }) => knowledge.entries.get(id) ?? []);
    const { token } = formFields(c, centre);
    const page = { reader, assets, knowledge, entry, related, query, verdict, token, desk };
    return sendPage(c, <AnswerPage {...page} />);
  });

  routes.post("/answers/:id/verdict", async (c) => {
    const entry = await readableEntry(c, centre, c.req.param("id"));
    if (entry === undefined) return c.notFound();
    const { locale, now } = requestOf(c, centre);
    const form = await readForm(c);
    const visit = visitOf(c);
    const answerPath = paths.answer(locale, entry.id, form["q"] ?? "");
    // Nothing typed can be lost here: whoever has no valid form simply sees the question again.
    if (visit !== undefined && isOurForm(centre.formSecret, visit, form)) {
      const reason = VERDICT_REASONS.find((one) => one === form["reason"]) ?? "";
      const helpful = form["verdict"] === "yes";
      if (helpful || form["verdict"] === "no") {
        await recordVerdict(database, visit, { entryId: entry.id, helpful, reason, at: now });
      }
    }
    return c.redirect(`${answerPath}#verdict`, 303);
  });

  return routes;
}

/** An entry that this browser may read: agents who are signed in read more than customers. */
async function readableEntry(
  c: Context,
  { database, knowledge, now }: HelpCentre,
  id: string,
): Promise<FaqEntry | undefined> {
  const entry = knowledge.entries.get(id);
  if (entry === undefined || entry.status !== "published") return undefined;
  if (maySee("public", entry.audience)) return entry;
  const mayRead = maySee("agent", entry.audience) && (await isAgent(c, database, now()));
  return mayRead ? entry : undefined;
}

/** Keeps what was searched for, so that a ticket can hand it over. */
export async function recordSearch(
  c: Context,
  { database, now }: HelpCentre,
  query: string,
  outcome: string,
): Promise<void> {
  if (c.req.method === "HEAD") return;
  const step = { at: now(), kind: "searched", query, entryId: "", outcome } as const;
  await recordStep(database, beginVisit(c), step);
}
