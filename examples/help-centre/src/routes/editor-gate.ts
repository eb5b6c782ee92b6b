import type { Context } from "hono";
import { hasDemo } from "../database/demo-rows.ts";
import type { HelpCentre } from "../help-centre.ts";
import { agentCookie, isAgent } from "../web/agent-session.ts";
import { type FormValues, isOurForm } from "../web/form.ts";
import { formToken } from "../web/keys.ts";
import { paths } from "../web/reader.ts";
import { requestOf } from "./environment.ts";

/** Where someone who is not signed in is sent; nothing for an agent. */
export async function editorGate(c: Context, centre: HelpCentre): Promise<Response | undefined> {
  const { locale, now } = requestOf(c, centre);
  if (await isAgent(c, centre.database, now)) return undefined;
  return c.redirect(`${paths.deskSignIn(locale)}?to=editor`, 303);
}

/** What every page of the editor shows. */
export async function editorPage(c: Context, centre: HelpCentre) {
  const { reader } = requestOf(c, centre);
  const { assets, database } = centre;
  const token = formToken(centre.formSecret, agentCookie(c) ?? "");
  return { reader, assets, token, isDemo: await hasDemo(database) };
}

/** Whether the form was made by us for the agent who sent it. */
export function isEditorsForm(c: Context, centre: HelpCentre, form: FormValues): boolean {
  return isOurForm(centre.formSecret, agentCookie(c), form);
}
