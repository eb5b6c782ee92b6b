import { accumulate, explainBecause, type Instant } from "@kefu/core";
import { gapMessages, searchAnalytics, staleTranslations } from "@kefu/faq";
import { type Context, Hono } from "hono";
import { editorPaths } from "../editor/editor-paths.ts";
import { newEntryId } from "../editor/entry-ids.ts";
import { EDITORS } from "../editor/entry-record.ts";
import { lintFindings } from "../editor/lint-findings.ts";
import { readHistory, viewsIn } from "../editor/read-history.ts";
import { PERIODS, type Period, searchHistory } from "../editor/search-history.ts";
import { contentOf, type SuggestedEntry, suggestedEntries } from "../editor/suggested-entries.ts";
import { unmetQueries } from "../editor/unmet-queries.ts";
import { SOURCE_LOCALE, workList } from "../editor/work-list.ts";
import type { HelpCentre } from "../help-centre.ts";
import { EditorChecksPage } from "../pages/editor-checks.tsx";
import { EditorOverviewPage } from "../pages/editor-overview.tsx";
import { EditorQueriesPage } from "../pages/editor-queries.tsx";
import { EditorSuggestionsPage } from "../pages/editor-suggestions.tsx";
import { EditorWorkPage } from "../pages/editor-work.tsx";
import { cleanLine } from "../web/clean-text.ts";
import { type FormValues, readForm } from "../web/form.ts";
import { newKey } from "../web/keys.ts";
import { sendPage } from "../web/render.tsx";
import { formKeyOf } from "./asking.tsx";
import { editorGate, editorPage, isEditorsForm } from "./editor-gate.ts";
import { requestOf } from "./environment.ts";

/** The editor's side: what customers look for and do not find, and what to do about it. */
export function editorRoutes(centre: HelpCentre): Hono {
  const { database, knowledge } = centre;
  const routes = new Hono({ strict: false });
  routes.use("/editor/*", async (c, next) => (await editorGate(c, centre)) ?? next());

  routes.get("/editor", async (c) => {
    const { now } = requestOf(c, centre);
    const period = periodIn(c);
    const recorded = await readHistory(database, period, now, 1);
    const events = recorded.map(({ event }) => event);
    const history = searchHistory(events, period, now);
    const page = await editorPage(c, centre);
    return sendPage(c, <EditorOverviewPage {...{ ...page, knowledge, history, period }} />);
  });

  routes.get("/editor/queries", async (c) => {
    const period = periodIn(c);
    const queries = unmetQueries(await readHistory(database, period, centre.now()));
    const page = await editorPage(c, centre);
    return sendPage(c, <EditorQueriesPage {...{ ...page, queries, period }} />);
  });

  routes.get("/editor/suggestions", (c) => sendSuggestions(c, centre, { status: 200 }));
  routes.post("/editor/suggestions", (c) => decideGap(c, centre));

  routes.get("/editor/work", async (c) => {
    const { now } = requestOf(c, centre);
    const views = viewsIn(await readHistory(database, "twelveWeeks", now));
    const said = centre.feedback.helpfulness(now);
    const sinceOf = (id: string) => centre.feedback.revisionOf(id).since;
    const work = workList({ lives: livesOf(centre), said, views, sinceOf }, now);
    const page = await editorPage(c, centre);
    return sendPage(c, <EditorWorkPage {...{ ...page, knowledge, work }} />);
  });

  const lint = lintOnce(centre);
  routes.get("/editor/checks", async (c) => {
    const page = await editorPage(c, centre);
    return sendPage(c, <EditorChecksPage {...{ ...page, knowledge, groups: lint() }} />);
  });

  return routes;
}

function periodIn(c: Context): Period {
  const asked = c.req.query("period");
  return asked !== undefined && Object.hasOwn(PERIODS, asked) ? (asked as Period) : "fourWeeks";
}

function livesOf({ lives }: HelpCentre) {
  return new Map(
    lives.ids().flatMap((id) => {
      const life = lives.find(id);
      return life === undefined ? [] : [[id, life] as const];
    }),
  );
}

/** The findings, looked for anew only when the knowledge base or the day is another: every entry is searched for. */
function lintOnce(centre: HelpCentre) {
  let seen: unknown;
  let day = 0;
  let groups: ReturnType<typeof lintFindings> = [];
  return () => {
    const now = centre.now();
    const today = Math.floor(now / 86_400_000);
    if (seen !== centre.knowledge.downloads || day !== today) {
      groups = lintFindings([...centre.knowledge.entries.values()], staleIn(centre), now);
      [seen, day] = [centre.knowledge.downloads, today];
    }
    return groups;
  };
}

function staleIn(centre: HelpCentre) {
  return [...livesOf(centre)].flatMap(([entryId, { state }]) =>
    staleTranslations(state.revisions, SOURCE_LOCALE).map(({ locale }) => ({ entryId, locale })),
  );
}

/** What is left to decide, from the last twelve weeks. */
async function openSuggestions(centre: HelpCentre, now: Instant): Promise<SuggestedEntry[]> {
  const recorded = await readHistory(centre.database, "twelveWeeks", now);
  const analytics = searchAnalytics();
  const events = recorded.map(({ event }) => event);
  const { unanswered } = analytics.finish(accumulate(analytics, events));
  return suggestedEntries(unanswered, unmetQueries(recorded), centre.gaps.board());
}

interface Answered {
  readonly status: 200 | 403 | 409 | 422;
  readonly notice?: string;
  readonly mistake?: { readonly question: string; readonly text: string };
}

async function sendSuggestions(
  c: Context,
  centre: HelpCentre,
  { status, notice, mistake }: Answered,
): Promise<Response> {
  const { knowledge, gaps } = centre;
  const suggestions = await openSuggestions(centre, centre.now());
  const page = await editorPage(c, centre);
  const shown = { knowledge, suggestions, board: gaps.board(), notice, mistake };
  return sendPage(c, <EditorSuggestionsPage {...{ ...page, ...shown }} />, status);
}

async function decideGap(c: Context, centre: HelpCentre): Promise<Response> {
  const { texts } = requestOf(c, centre);
  const form = await readForm(c);
  if (!isEditorsForm(c, centre, form)) {
    return sendSuggestions(c, centre, { status: 403, notice: texts.form.expired });
  }
  if (form["decision"] === "reopen") return reopenGap(c, centre, form);
  const suggestions = await openSuggestions(centre, centre.now());
  const suggestion = suggestions.find(({ question }) => question === form["question"]);
  if (suggestion === undefined) {
    // Sent twice, it has been done; the page says what has been decided.
    return sendSuggestions(c, centre, { status: 409, notice: texts.editor.suggestions.gone });
  }
  switch (form["decision"]) {
    case "approve":
      return approveGap(c, centre, suggestion, form);
    case "dismiss":
      return dismissGap(c, centre, suggestion, form);
    default:
      return mergeGap(c, centre, suggestion, form);
  }
}

/** What every decision about a suggestion says. */
function verdictOn(centre: HelpCentre, { question, sources }: SuggestedEntry, form: FormValues) {
  return {
    commandId: formKeyOf(form["formKey"]),
    question,
    queries: sources.map(({ query }) => query),
    by: EDITORS,
    at: centre.now(),
  };
}

async function approveGap(
  c: Context,
  centre: HelpCentre,
  suggestion: SuggestedEntry,
  form: FormValues,
): Promise<Response> {
  const { locale } = requestOf(c, centre);
  const verdict = verdictOn(centre, suggestion, form);
  const entryId = newEntryId(suggestion.question, (id) => centre.lives.find(id) !== undefined);
  const decided = await centre.gaps.handle({ ...verdict, type: "approve", entryId });
  if (decided.outcome === "refused") return refused(c, centre, decided.because);
  if (decided.outcome === "accepted") {
    const { commandId, by, at } = verdict;
    const content = contentOf(suggestion);
    await centre.lives.handle(entryId, { type: "create", commandId, by, at, content });
    return c.redirect(editorPaths.entry(locale, entryId), 303);
  }
  return c.redirect(editorPaths.tab(locale, "suggestions"), 303);
}

async function dismissGap(
  c: Context,
  centre: HelpCentre,
  suggestion: SuggestedEntry,
  form: FormValues,
): Promise<Response> {
  const { texts } = requestOf(c, centre);
  const why = cleanLine(form["why"]).slice(0, 500);
  if (why === "") {
    const mistake = { question: suggestion.question, text: texts.editor.suggestions.reasonMissing };
    return sendSuggestions(c, centre, { status: 422, mistake });
  }
  const verdict = verdictOn(centre, suggestion, form);
  return settled(c, centre, await centre.gaps.handle({ ...verdict, type: "dismiss", why }));
}

async function mergeGap(
  c: Context,
  centre: HelpCentre,
  suggestion: SuggestedEntry,
  form: FormValues,
): Promise<Response> {
  const { texts } = requestOf(c, centre);
  const into = form["into"] ?? "";
  const others = await openSuggestions(centre, centre.now());
  if (!others.some(({ question }) => question === into)) {
    const notice = texts.editor.suggestions.chooseOne;
    return sendSuggestions(c, centre, { status: 422, notice });
  }
  const verdict = verdictOn(centre, suggestion, form);
  return settled(c, centre, await centre.gaps.handle({ ...verdict, type: "merge", into }));
}

/** Takes a decision back; a draft that it made is put away, unless customers have read it. */
async function reopenGap(c: Context, centre: HelpCentre, form: FormValues): Promise<Response> {
  const question = form["question"] ?? "";
  const verdict = centre.gaps.board().verdicts.find((one) => one.question === question);
  const [commandId, by, at] = [formKeyOf(form["formKey"]), EDITORS, centre.now()];
  const handled = await centre.gaps.handle({ type: "reopen", commandId, question, by, at });
  if (handled.outcome === "accepted" && verdict?.type === "approved") {
    const life = centre.lives.find(verdict.entryId);
    const wasRead = (life?.state.publications.length ?? 0) > 0;
    if (life !== undefined && !wasRead) {
      const archive = { type: "archive", commandId: newKey(), by, at } as const;
      await centre.lives.handle(verdict.entryId, archive);
    }
  }
  return settled(c, centre, handled);
}

type GapOutcome = Awaited<ReturnType<HelpCentre["gaps"]["handle"]>>;

function settled(
  c: Context,
  centre: HelpCentre,
  handled: GapOutcome,
): Promise<Response> | Response {
  if (handled.outcome === "refused") return refused(c, centre, handled.because);
  const { locale } = requestOf(c, centre);
  return c.redirect(editorPaths.tab(locale, "suggestions"), 303);
}

function refused(
  c: Context,
  centre: HelpCentre,
  because: Extract<GapOutcome, { outcome: "refused" }>["because"],
): Promise<Response> {
  const { locale } = requestOf(c, centre);
  return sendSuggestions(c, centre, {
    status: 409,
    notice: explainBecause(because, locale, gapMessages),
  });
}
