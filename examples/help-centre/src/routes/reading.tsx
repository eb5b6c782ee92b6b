import { searchFaq } from "@kefu/faq";
import { type Context, Hono } from "hono";
import { mostRead, recordStep } from "../database/visits.ts";
import type { HelpCentre } from "../help-centre.ts";
import { categoryById } from "../knowledge/categories.ts";
import { popularEntries } from "../knowledge/popular-entries.ts";
import { HomePage } from "../pages/home.tsx";
import { SearchPage } from "../pages/search.tsx";
import { TopicPage } from "../pages/topic.tsx";
import { readQuery } from "../web/query.ts";
import { sendPage } from "../web/render.tsx";
import { beginVisit } from "../web/visit-cookie.ts";
import { requestOf } from "./environment.ts";

const MONTH = 30 * 86_400_000;

/** Home, topics and search. */
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
    const options = { locale, audience: "public", limit: 10 } as const;
    const result = query === "" ? undefined : searchFaq(knowledge.index, query, options);
    if (result !== undefined) await recordSearch(c, centre, query, result.outcome);
    const page = { reader, assets, knowledge, query, wasCut, result, desk };
    return sendPage(c, <SearchPage {...page} />);
  });

  return routes;
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
