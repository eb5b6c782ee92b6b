import { type FaqEntry, maySee } from "@kefu/faq";
import { type Context, Hono } from "hono";
import { VERDICT_REASONS } from "../components/verdict-form.tsx";
import { recordStep } from "../database/visits.ts";
import { pseudonymOf, voteOn } from "../database/votes.ts";
import type { HelpCentre } from "../help-centre.ts";
import { learnFrom } from "../knowledge/learn-from.ts";
import { relatedEntries } from "../knowledge/related-entries.ts";
import { served } from "../knowledge/served-text.ts";
import { type Standing, standAt, walkIn } from "../knowledge/walk.ts";
import type { Locale } from "../locales.ts";
import { AnswerPage } from "../pages/answer.tsx";
import { rewardFeedback } from "../shop/reward-feedback.ts";
import { isAgent } from "../web/agent-session.ts";
import { type FormValues, isOurForm, readForm } from "../web/form.ts";
import { cutQuery, readQuery } from "../web/query.ts";
import { paths } from "../web/reader.ts";
import { sendPage } from "../web/render.tsx";
import { beginVisit, visitOf } from "../web/visit-cookie.ts";
import { wayHere } from "../web/way-here.ts";
import { formFields, requestOf } from "./environment.ts";
import { recordOpening } from "./recording.ts";

/** Answers, and whether they helped. */
export function answerRoutes(centre: HelpCentre): Hono {
  const routes = new Hono({ strict: false });

  routes.get("/answers/:id", async (c) => {
    const entry = await readableEntry(c, centre, c.req.param("id"));
    if (entry === undefined) return c.notFound();
    const { locale } = requestOf(c, centre);
    const { query } = readQuery(c);
    const standing = standingIn(entry, locale, c.req.query("walk"));
    await recordOpening(c, centre, { entry, query, way: wayHere(c) });
    if (standing !== undefined) await recordWalk(c, centre, { entry, standing });
    return sendPage(c, await answerPage(c, centre, entry, { query, standing }));
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
  const standing = standingIn(entry, locale, form["walk"]);
  if (visit === undefined || !isOurForm(centre.formSecret, visit, form)) {
    const notice = texts.form.expired;
    return sendPage(c, await answerPage(c, centre, entry, { query, standing, notice }), 403);
  }
  const verdict = verdictIn(form);
  if (verdict !== undefined) {
    const { id: entryId } = entry;
    const { revision } = centre.feedback.revisionOf(entryId);
    await centre.feedback.vote({
      ...{ entryId, revision, voter: pseudonymOf(visit), at: now },
      ...verdict,
    });
    const helped = verdict.vote === "yes";
    await rewardFeedback(centre, visit, {
      // What was missing is asked after the verdict, and earns by itself.
      activity: verdict.reason === "" ? "verdict" : "survey",
      ...{ subject: entryId, at: now },
    });
    await learnFrom(centre, visit, { entryId, locale, query, helped });
  }
  const address = paths.answer(locale, entry.id, { query, walk: standing?.walk ?? [] });
  return c.redirect(`${address}#verdict`, 303);
}

function verdictIn(form: FormValues) {
  const verdict = form["verdict"];
  if (verdict === "yes") return { vote: "yes", reason: "" } as const;
  if (verdict !== "no") return undefined;
  const reason = VERDICT_REASONS.find((one) => one === form["reason"]) ?? "";
  return { vote: "no", reason } as const;
}

/** Where the address stands in the entry's decision tree; nothing when its answer is none. */
function standingIn(entry: FaqEntry, locale: Locale, walk: string | undefined) {
  const answer = served(entry.answer, locale)?.value;
  return answer?.format === "decisionTree" ? standAt(answer, walkIn(walk)) : undefined;
}

/** Keeps the way through a decision tree, so that a ticket can hand it over. */
async function recordWalk(
  c: Context,
  { database, now }: HelpCentre,
  { entry, standing }: { readonly entry: FaqEntry; readonly standing: Standing },
): Promise<void> {
  const { step, walk } = standing;
  if (c.req.method === "HEAD" || walk.length === 0) return;
  await recordStep(database, beginVisit(c), {
    ...{ at: now(), kind: "walked", query: "", entryId: entry.id, outcome: "" },
    detail: { path: step.taken, handOff: step.kind === "outcome" && step.handOff },
  });
}

interface AnswerState {
  readonly query: string;
  readonly standing: Standing | undefined;
  readonly notice?: string;
}

async function answerPage(c: Context, centre: HelpCentre, entry: FaqEntry, state: AnswerState) {
  const { reader, desk, now } = requestOf(c, centre);
  const { assets, knowledge, database, feedback } = centre;
  const { token } = formFields(c, centre);
  const revision = feedback.revisionOf(entry.id);
  const verdict = await voteOn(database, {
    visit: beginVisit(c),
    entryId: entry.id,
    revision: revision.revision,
  });
  const related = relatedEntries(centre, entry.id, { locale: reader.locale, at: now, limit: 4 });
  return (
    <AnswerPage
      {...{ reader, assets, knowledge, entry, revision, token, desk, verdict, related }}
      {...state}
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
