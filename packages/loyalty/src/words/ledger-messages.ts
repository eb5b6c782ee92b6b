import type { MessageCatalogue } from "@kefu/core";
import { eventMessages } from "./event-messages.ts";
import { refusalMessages } from "./refusal-messages.ts";

/**
 * The sentences of refusals and of a history in English, 简体 and 繁體: those of {@link explainRefusal} and {@link explainEvent}.
 * Refusals go by their codes, events by their types.
 */
export const ledgerMessages: MessageCatalogue = { ...refusalMessages, ...eventMessages };
