import type { MessageCatalogue } from "@kefu/core";
import { clockMessages } from "./clock-messages.ts";
import { eventMessages } from "./event-messages.ts";
import { refusalMessages } from "./refusal-messages.ts";

/** Sentences for why clocks stand as they do and why events happened, in English, 简体 and 繁體. */
export const escalationMessages: MessageCatalogue = {
  ...clockMessages,
  ...eventMessages,
  ...refusalMessages,
};
