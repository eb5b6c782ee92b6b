import { type FaqEntry, maySee, relatedFaq } from "@kefu/faq";
import { type Context, Hono } from "hono";
import { VERDICT_REASONS } from "../components/verdict-form.tsx";
import { recordStep } from "../database/visits.ts";
import { pseudonymOf, voteOn } from "../database/votes.ts";
import type { HelpCentre } from "../help-centre.ts";
import { AnswerPage } from "../pages/answer.tsx";
import { isAgent } from "../web/agent-session.ts";
import { type FormValues, isOurForm, readForm } from "../web/form.ts";
import { cutQuery, readQuery } from "../web/query.ts";
import { paths } from "../web/reader.ts";
import { sendPage } from "../web/render.tsx";
import { beginVisit, visitOf } from "../web/visit-cookie.ts";
import { formFields, requestOf } from "./environment.ts";

/** Answers, and whether they helped. */
export function answerRoutes(centre: HelpCentre): Hono {
  const { database } = centre;
  const routes = new Hono({ strict: false });

  routes.get("/answers/:id", async (c) => {
    const entry = await readableEntry(c, centre, c.req.param("id"));
    if (entry === undefined) return c.notFound();
    const { query } = readQuery(c);
    if (c.req.method !== "HEAD") {
      const at = centre.now();
      const step = { at, kind: "read", query, entryId: entry.id, outcome: "" } as const;
      await recordStep(database, beginVisit(c), step);
    }
    return sendPage(c, await answerPage(c, centre, entry, { query }));
  });

  routes.post("/answers/:id/verdict", async (c) => {
    const entry = await readableEntry(c, centre, c.req.param("id"));
    return entry === undefined ? c.notFound() : takeVerdict(c, centre, entry);
  });

  // Where a form was not taken, the address is that of the form: reloading it leads back to the answer.
  routes.get("/answers/:id/verdict", (c) => {
    const { locale } = requestOf(c, centre);
    return c.redirect(paths.answer(locale, c.req.param("id")), 302);
  });

  return routes;
}

async function takeVerdict(c: Context, centre: HelpCentre, entry: FaqEntry): Promise<Response> {
  const { locale, texts, now } = requestOf(c, centre);
  const form = await readForm(c);
  const visit = visitOf(c);
  const { query } = cutQuery(form["q"]);
  if (visit === undefined || !isOurForm(centre.formSecret, visit, form)) {
    const notice = texts.form.expired;
    return sendPage(c, await answerPage(c, centre, entry, { query, notice }), 403);
  }
  const verdict = verdictIn(form);
  if (verdict !== undefined) {
    const { revision } = centre.feedback.revisionOf(entry.id);
    const vote = { entryId: entry.id, revision, voter: pseudonymOf(visit), ...verdict, at: now };
    await centre.feedback.vote(vote);
  }
  return c.redirect(`${paths.answer(locale, entry.id, query)}#verdict`, 303);
}

function verdictIn(form: FormValues) {
  const verdict = form["verdict"];
  if (verdict === "yes") return { vote: "yes", reason: "" } as const;
  if (verdict !== "no") return undefined;
  const reason = VERDICT_REASONS.find((one) => one === form["reason"]) ?? "";
  return { vote: "no", reason } as const;
}

async function answerPage(
  c: Context,
  centre: HelpCentre,
  entry: FaqEntry,
  { query, notice }: { readonly query: string; readonly notice?: string },
) {
  const { reader, desk, locale } = requestOf(c, centre);
  const { assets, knowledge, database } = centre;
  const { token } = formFields(c, centre);
  const { revision } = centre.feedback.revisionOf(entry.id);
  const verdict = await voteOn(database, { visit: beginVisit(c), entryId: entry.id, revision });
  const options = { locale, audience: "public", limit: 4 } as const;
  return (
    <AnswerPage
      {...{ reader, assets, knowledge, entry, query, notice, token, desk, verdict }}
      related={relatedFaq(knowledge.index, entry.id, options).flatMap(
        ({ id }) => knowledge.entries.get(id) ?? [],
      )}
    />
  );
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
