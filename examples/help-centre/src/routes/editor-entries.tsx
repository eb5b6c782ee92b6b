import { createHash } from "node:crypto";
import { localToInstant } from "@kefu/calendar";
import { explainBecause, type Instant, KefuError, type Snapshot } from "@kefu/core";
import {
  type EntryCommandInput,
  EntryContent,
  type EntryLife,
  type EntryStanding,
  entryMessages,
  entryStatus,
  staleTranslations,
} from "@kefu/faq";
import { type Context, Hono } from "hono";
import { fingerprintOf, shownRevisions } from "../database/revisions.ts";
import { DESK_ZONE } from "../desk/desk-hours.ts";
import { editorPaths } from "../editor/editor-paths.ts";
import { type EntryFields, fieldsOf, readEntry, typedFields } from "../editor/entry-form.ts";
import { newEntryId } from "../editor/entry-ids.ts";
import type { EntryOutcome } from "../editor/entry-lives.ts";
import { EDITORS } from "../editor/entry-record.ts";
import type { LifeCommand } from "../editor/next-steps.ts";
import { SOURCE_LOCALE } from "../editor/work-list.ts";
import type { HelpCentre } from "../help-centre.ts";
import { EditorEntriesPage, type ListedEntry } from "../pages/editor-entries.tsx";
import { EditorEntryPage, type RevisionVotes } from "../pages/editor-entry.tsx";
import { EditorRevisionPage } from "../pages/editor-revision.tsx";
import { cleanLine } from "../web/clean-text.ts";
import { type FormValues, readForm } from "../web/form.ts";
import { sendPage } from "../web/render.tsx";
import { formKeyOf } from "./asking.tsx";
import { editorPage, isEditorsForm } from "./editor-gate.ts";
import { requestOf } from "./environment.ts";

/** The entries as their editors have them: writing, publishing, going back. */
export function editorEntryRoutes(centre: HelpCentre): Hono {
  const routes = new Hono({ strict: false });
  const found = (c: Context) => centre.lives.find(c.req.param("id") ?? "");

  routes.get("/editor/entries", (c) => sendEntries(c, centre, { status: 200 }));
  routes.post("/editor/entries", (c) => createEntry(c, centre));

  routes.get("/editor/entries/:id", (c) =>
    found(c) === undefined ? c.notFound() : sendEntry(c, centre, { status: 200 }),
  );
  routes.post("/editor/entries/:id", (c) =>
    found(c) === undefined ? c.notFound() : saveEntry(c, centre),
  );
  routes.post("/editor/entries/:id/life", (c) =>
    found(c) === undefined ? c.notFound() : moveEntry(c, centre),
  );
  // Where a form was not taken, the address is that of the form: reloading it leads back to the entry.
  routes.get("/editor/entries/:id/life", (c) => {
    const { locale } = requestOf(c, centre);
    return c.redirect(editorPaths.entry(locale, c.req.param("id")), 302);
  });

  routes.get("/editor/entries/:id/revisions/:number{\\d{1,6}}", async (c) => {
    const snapshot = found(c);
    const revision = snapshot?.state.revisions[Number(c.req.param("number")) - 1];
    if (snapshot === undefined || revision === undefined) return c.notFound();
    const page = await editorPage(c, centre);
    const entryId = c.req.param("id");
    return sendPage(c, <EditorRevisionPage {...{ ...page, entryId, snapshot, revision }} />);
  });

  return routes;
}

interface ListState {
  readonly status: 200 | 403 | 422;
  readonly notice?: string;
  readonly error?: string;
}

async function sendEntries(
  c: Context,
  centre: HelpCentre,
  { status, notice, error }: ListState,
): Promise<Response> {
  const { knowledge, lives } = centre;
  const now = centre.now();
  const entries = lives.ids().map((entryId): ListedEntry => {
    const life = lives.find(entryId) as Snapshot<EntryLife>;
    return { entryId, status: entryStatus(life.state, now).status };
  });
  const asked = entries.find((one) => one.status === c.req.query("status"))?.status;
  const page = await editorPage(c, centre);
  const shown = { knowledge, entries, status: asked, notice, error };
  return sendPage(c, <EditorEntriesPage {...{ ...page, ...shown }} />, status);
}

async function createEntry(c: Context, centre: HelpCentre): Promise<Response> {
  const { texts, locale, now } = requestOf(c, centre);
  const form = await readForm(c);
  if (!isEditorsForm(c, centre, form)) {
    return sendEntries(c, centre, { status: 403, notice: texts.form.expired });
  }
  const question = cleanLine(form["question"]).slice(0, 500);
  if (question === "") {
    return sendEntries(c, centre, { status: 422, error: texts.editor.entries.questionMissing });
  }
  const { lives } = centre;
  const commandId = formKeyOf(form["formKey"]);
  const sentBefore = lives.ids().find((one) => lives.find(one)?.commandIds.includes(commandId));
  if (sentBefore !== undefined) return c.redirect(editorPaths.entry(locale, sentBefore), 303);
  const id = newEntryId(question, (taken) => lives.find(taken) !== undefined);
  const content = { question: { [locale]: question } };
  await lives.handle(id, { type: "create", commandId, by: EDITORS, at: now, content });
  return c.redirect(editorPaths.entry(locale, id), 303);
}

interface EntryState {
  readonly status: 200 | 403 | 409 | 422;
  /** What was typed; without it, what is saved. */
  readonly fields?: EntryFields;
  readonly errors?: Readonly<Record<string, string>>;
  readonly notice?: string | undefined;
  /** What to preview; without it, what is saved. */
  readonly preview?: EntryContent;
}

async function sendEntry(c: Context, centre: HelpCentre, state: EntryState): Promise<Response> {
  const { now } = requestOf(c, centre);
  const entryId = c.req.param("id") ?? "";
  const snapshot = centre.lives.find(entryId) as Snapshot<EntryLife>;
  const standing: EntryStanding = entryStatus(snapshot.state, now);
  const saved = latestContent(snapshot);
  const page = await editorPage(c, centre);
  return sendPage(
    c,
    <EditorEntryPage
      {...{ ...page, entryId, snapshot, standing, now }}
      knowledge={centre.knowledge}
      fields={state.fields ?? fieldsOf(saved)}
      errors={state.errors ?? {}}
      notice={state.notice}
      preview={state.preview ?? saved}
      isUnsaved={state.preview !== undefined}
      votes={await votesOn(centre, entryId, snapshot)}
      stale={staleTranslations(snapshot.state.revisions, SOURCE_LOCALE).map((one) => one.locale)}
    />,
    state.status,
  );
}

function latestContent({ state }: Snapshot<EntryLife>): EntryContent {
  return EntryContent.parse(state.revisions.at(-1)?.content);
}

/** What readers said of each text, beside the newest revision that says the same. */
async function votesOn(
  centre: HelpCentre,
  entryId: string,
  { state }: Snapshot<EntryLife>,
): Promise<RevisionVotes[]> {
  const shown = await shownRevisions(centre.database, entryId);
  const fingerprints = new Map(shown.map((one) => [one.revision, one.fingerprint]));
  const written = state.revisions.map(({ number, content }) => ({
    number,
    fingerprint: fingerprintOf(EntryContent.parse(content)),
  }));
  return centre.feedback.ofRevisions(entryId, centre.now()).map((row) => {
    const fingerprint = fingerprints.get(row.revision);
    const same = written.findLast((one) => one.fingerprint === fingerprint);
    return { ...row, ofRevision: same?.number };
  });
}

async function saveEntry(c: Context, centre: HelpCentre): Promise<Response> {
  const { texts, locale, now } = requestOf(c, centre);
  const id = c.req.param("id") ?? "";
  const form = await readForm(c);
  const fields = typedFields(form);
  if (!isEditorsForm(c, centre, form)) {
    return sendEntry(c, centre, { status: 403, fields, notice: texts.form.expired });
  }
  const before = latestContent(centre.lives.find(id) as Snapshot<EntryLife>);
  const read = readEntry(fields, before, texts.editor);
  if (read.errors !== undefined) {
    return sendEntry(c, centre, { status: 422, fields, errors: read.errors });
  }
  const { content } = read;
  if (form["intent"] === "preview") {
    return sendEntry(c, centre, { status: 200, fields, preview: content });
  }
  const { why, checked } = fields;
  const handled = await carryOut(centre, id, {
    ...commandHead(form, now),
    // Sent again after going back and writing on, it is another command: not one to be dropped as a repeat.
    commandId: fingerprint(JSON.stringify([formKeyOf(form["formKey"]), fields])),
    ...{ type: "revise", content, why, checked },
  });
  if (handled.outcome === "accepted" || handled.outcome === "duplicate") {
    return c.redirect(editorPaths.entry(locale, id), 303);
  }
  const notice = noticeOf(handled, { texts, locale });
  return sendEntry(c, centre, {
    status: handled.outcome === "conflict" ? 409 : 422,
    fields,
    notice,
  });
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

async function moveEntry(c: Context, centre: HelpCentre): Promise<Response> {
  const { texts, locale, now } = requestOf(c, centre);
  const id = c.req.param("id") ?? "";
  const form = await readForm(c);
  if (!isEditorsForm(c, centre, form)) {
    return sendEntry(c, centre, { status: 403, notice: texts.form.expired });
  }
  const command = lifeCommand(form, now);
  if (command === undefined) {
    return sendEntry(c, centre, { status: 422, notice: texts.editor.entry.momentWrong });
  }
  const handled = await carryOut(centre, id, command);
  if (handled.outcome === "accepted" || handled.outcome === "duplicate") {
    return c.redirect(editorPaths.entry(locale, id), 303);
  }
  const notice = noticeOf(handled, { texts, locale });
  return sendEntry(c, centre, { status: handled.outcome === "conflict" ? 409 : 422, notice });
}

type Outcome = EntryOutcome | { readonly outcome: "invalid"; readonly message: string };

/** Carries out a command; one that cannot be, such as an entry that is too large, is told, not thrown. */
async function carryOut(
  { lives }: HelpCentre,
  id: string,
  command: EntryCommandInput,
): Promise<Outcome> {
  try {
    return await lives.handle(id, command);
  } catch (error) {
    if (error instanceof KefuError) return { outcome: "invalid", message: error.message };
    throw error;
  }
}

function noticeOf(
  handled: Exclude<Outcome, { outcome: "accepted" | "duplicate" }>,
  { texts, locale }: Pick<ReturnType<typeof requestOf>, "texts" | "locale">,
): string {
  switch (handled.outcome) {
    case "refused":
      return explainBecause(handled.because, locale, entryMessages);
    case "conflict":
      return texts.editor.entry.conflict;
    case "invalid":
      return handled.message;
    default:
      return handled satisfies never;
  }
}

function commandHead(form: FormValues, at: Instant) {
  const version = form["version"] ?? "";
  const expected = /^\d{1,9}$/.test(version) ? { expectedVersion: Number(version) } : {};
  return { commandId: formKeyOf(form["formKey"]), by: EDITORS, at, ...expected };
}

/** The command of a form; nothing when it is none, or names no moment. */
function lifeCommand(form: FormValues, at: Instant): EntryCommandInput | undefined {
  const head = commandHead(form, at);
  const why = cleanLine(form["why"]).slice(0, 500);
  const asked = form["command"] as LifeCommand;
  switch (asked) {
    case "submitForReview":
    case "approve":
    case "publish":
    case "confirmReview":
      return { ...head, type: asked };
    case "reject":
    case "unpublish":
    case "archive":
    case "unarchive":
      return { ...head, type: asked, why };
    case "schedule": {
      const from = deskMoment(form["from"] ?? "");
      return from && { ...head, type: asked, from };
    }
    case "restoreRevision": {
      const revision = Number(form["revision"]);
      return Number.isInteger(revision) && revision > 0
        ? { ...head, type: asked, revision, why }
        : undefined;
    }
    default:
      // Not from one of our forms.
      return ((_: never) => undefined)(asked);
  }
}

/** A day and a time as a browser's field gives them, by the desk's clock. */
function deskMoment(text: string): Instant | undefined {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?$/.exec(text) ?? [];
  if (day === undefined || time === undefined) return undefined;
  try {
    return localToInstant(DESK_ZONE, day, time);
  } catch (error) {
    if (error instanceof KefuError) return undefined;
    throw error;
  }
}
