import type { Context } from "hono";
import { isLocale, type Locale, negotiateLocale } from "../locales.ts";
import type { Texts } from "../texts/texts.ts";
import { textsOf } from "../texts/texts-of.ts";
import { type WayHere, wayPart } from "./way-here.ts";

/** Who reads a page, and where: what every page depends on. */
export interface Reader {
  readonly locale: Locale;
  readonly texts: Texts;
  /** The address after the language, with its query: `/search?q=kettle`. */
  readonly place: string;
}

/** The language of the address; where that names none, the one that the browser asks for. */
export function readerOf(c: Context): Reader {
  const { pathname, search } = new URL(c.req.url);
  const [, first = "", ...rest] = pathname.split("/");
  const locale = isLocale(first) ? first : negotiateLocale(c.req.header("accept-language"));
  const place = isLocale(first) && rest.join("/") !== "" ? `/${rest.join("/")}${search}` : "";
  return { locale, texts: textsOf(locale), place };
}

export const paths = {
  home: (locale: Locale) => `/${locale}`,
  search: (locale: Locale, query = "", topic = "") =>
    `/${locale}/search${parameters({ q: query, topic })}`,
  topic: (locale: Locale, id: string) => `/${locale}/topics/${encodeURIComponent(id)}`,
  answer: (locale: Locale, id: string, more: AnswerAddress = {}) =>
    `/${locale}/answers/${encodeURIComponent(id)}${parameters({
      q: more.query ?? "",
      from: more.way === undefined ? "" : wayPart(more.way),
      walk: more.walk?.join(".") ?? "",
    })}`,
  verdict: (locale: Locale, id: string) => `/${locale}/answers/${encodeURIComponent(id)}/verdict`,
  ask: (locale: Locale, query = "") => `/${locale}/ask${parameters({ q: query })}`,
  /** The form, for whom none of the answers was meant that a search asked back about. */
  askInstead: (locale: Locale, query: string) =>
    `/${locale}/ask${parameters({ q: query, declined: "yes" })}`,
  ticket: (locale: Locale, key: string) => `/${locale}/tickets/${key}`,
  ticketMessages: (locale: Locale, key: string) => `/${locale}/tickets/${key}/messages`,
  /** What a customer can do about a ticket beside writing. */
  ticketAction: (locale: Locale, key: string, action: string) =>
    `/${locale}/tickets/${key}/${action}`,
  wallet: (locale: Locale, day = "") => `/${locale}/wallet${parameters({ day })}`,
  walletOpening: (locale: Locale) => `/${locale}/wallet/opening`,
  walletOrders: (locale: Locale) => `/${locale}/wallet/orders`,
  preferences: (locale: Locale) => `/${locale}/preferences`,
  profiling: (locale: Locale) => `/${locale}/preferences/profiling`,
  /** Where messages are stopped, by whoever has the address: it stands in every message. */
  leave: (locale: Locale, key: string) => `/${locale}/leave/${key}`,
  desk: (locale: Locale) => `/${locale}/desk`,
  deskCustomers: (locale: Locale) => `/${locale}/desk/customers`,
  deskCustomer: (locale: Locale, key: string) => `/${locale}/desk/customers/${key}`,
  deskSignIn: (locale: Locale) => `/${locale}/desk/sign-in`,
  deskSignOut: (locale: Locale) => `/${locale}/desk/sign-out`,
  /** What the desk promises; for everybody. */
  deskPolicy: (locale: Locale) => `/${locale}/desk/policy`,
  deskTicket: (locale: Locale, number: number) => `/${locale}/desk/tickets/${number}`,
  deskAction: (locale: Locale, number: number, action: string) =>
    `/${locale}/desk/tickets/${number}/${action}`,
  deskAnswer: (locale: Locale, number: number) => `/${locale}/desk/tickets/${number}/answers`,
};

/** What the address of an answer says beside the entry. */
interface AnswerAddress {
  /** The search that led there. */
  readonly query?: string;
  readonly way?: WayHere | undefined;
  /** The choices made in its decision tree. */
  readonly walk?: readonly number[];
}

function parameters(values: Readonly<Record<string, string>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== "");
  const parts = given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
