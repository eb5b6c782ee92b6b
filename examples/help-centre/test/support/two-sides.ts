import type { Hono } from "hono";
import { textOf, type Visitor, visitorOf } from "./visitor.ts";

/** A visitor who signed in to the desk. */
export async function agentAt(app: Hono, locale = "en"): Promise<Visitor> {
  const agent = visitorOf(app);
  const page = await agent.get(`/${locale}/desk`);
  await agent.send(page, `/${locale}/desk/sign-in`, { code: "test-code" });
  return agent;
}

/** A customer who wrote to the desk, on the page of their ticket. */
export async function customerAt(
  app: Hono,
  fields: Readonly<Record<string, string>> = {},
  address = "/en/ask",
) {
  const customer = visitorOf(app);
  const [action = ""] = address.split("?");
  const page = await customer.send(await customer.get(address), action, {
    ...{ kind: "question", name: "Ana", email: "ana@example.com" },
    message: "The kettle stopped.",
    ...fields,
  });
  const number = /\d{5}/.exec(textOf(page))?.[0] ?? "";
  return { customer, page, number };
}
