import { instant } from "@kefu/core";
import { type FaqFacetCount, type FaqFacetCounts, searchFaq } from "@kefu/faq";
import { Hono } from "hono";
import { customerOfVisit } from "../database/shop-customers.ts";
import { mostRead } from "../database/visits.ts";
import type { HelpCentre } from "../help-centre.ts";
import { categoryById } from "../knowledge/categories.ts";
import { popularEntries } from "../knowledge/popular-entries.ts";
import { HomePage } from "../pages/home.tsx";
import { SearchPage } from "../pages/search.tsx";
import { TopicPage } from "../pages/topic.tsx";
import { forYou } from "../shop/for-you.ts";
import { readQuery } from "../web/query.ts";
import { sendPage } from "../web/render.tsx";
import { visitOf } from "../web/visit-cookie.ts";
import { requestOf } from "./environment.ts";
import { recordSearch, searchOptions } from "./recording.ts";

const MONTH = 30 * 86_400_000;

/** Home, topics and search. */
export function readingRoutes(centre: HelpCentre): Hono {
  const { database, knowledge, feedback, assets } = centre;
  const routes = new Hono({ strict: false });

  routes.get("/", async (c) => {
    const { reader, desk, now } = requestOf(c, centre);
    const read = await mostRead(database, instant(now - MONTH), 24);
    const popular = popularEntries(knowledge, read, feedback.helpfulness(now), 8);
    const shown = await forYou(centre, await customerOfVisit(database, visitOf(c)));
    const page = { reader, assets, knowledge, popular, desk, forYou: shown };
    return sendPage(c, <HomePage {...page} />);
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
    const whole =
      query === "" ? undefined : searchFaq(knowledge.index, query, searchOptions(locale));
    if (whole !== undefined) await recordSearch(c, centre, { query, result: whole, via: "list" });
    const topic = categoryById(c.req.query("topic"))?.id;
    const result =
      topic === undefined ? whole : searchFaq(knowledge.index, query, searchOptions(locale, topic));
    const counts = topicCounts(whole?.facets);
    const page = { reader, assets, knowledge, query, wasCut, result, topic, counts, desk };
    return sendPage(c, <SearchPage {...page} />);
  });

  return routes;
}

/** How many of the found entries stand in each topic, most first. */
function topicCounts(facets: FaqFacetCounts | undefined): readonly FaqFacetCount[] {
  return (facets?.category ?? []).filter(({ id }) => categoryById(id) !== undefined);
}
