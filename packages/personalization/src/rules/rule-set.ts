import { Channel, ConditionGroups, type Instant, instant, type JsonValue } from "@kefu/core";
import { z } from "zod";
import { BucketRange, drawShape, Share } from "./draw.ts";
import type { RuleCondition } from "./rule-condition.ts";

const name = z.string().min(1).max(128);

/** Read by the reader of conditions, once for all rules. */
const condition = z.unknown() as unknown as z.ZodType<RuleCondition, RuleCondition>;

const content = z.custom<JsonValue>(isJson, "must be JSON, at most 60 levels deep");

const moment = z.union([z.string(), z.number()]).transform((value, context): Instant => {
  try {
    return instant(value);
  } catch {
    context.addIssue("must be a moment: ISO 8601 with offset, or milliseconds");
    return z.NEVER;
  }
});

/** Why something is sent: `"transactional"` belongs to what the customer has ordered, `"service"` helps with it, `"marketing"` is for sales. */
export const MessagePurpose = z.enum(["transactional", "service", "marketing"]);
/** Why something is sent, see the schema of the same name. */
export type MessagePurpose = z.output<typeof MessagePurpose>;

/** How a customer stops such messages. At least one way. */
export const UnsubscribeInstruction = z
  .strictObject({
    /** The page, or the one-click address for the `List-Unsubscribe` field of a mail. */
    url: z.string().min(1).max(2048).optional(),
    /** The word to answer with, as in `"STOP"`. */
    keyword: z.string().min(1).max(64).optional(),
  })
  .refine(({ url, keyword }) => url !== undefined || keyword !== undefined, "must name a way");
/** How a customer stops such messages, see the schema of the same name. */
export interface UnsubscribeInstruction extends Readonly<z.output<typeof UnsubscribeInstruction>> {}

/** How the content of a rule is sent; content without it is shown where the customer happens to be. */
export const RuleMessage = z.strictObject({
  /** Why it is sent. */
  purpose: MessagePurpose,
  /** What kind of message it is, as caps count them; `"marketing"`, `"order"`. */
  category: name,
  /** What it is about, as customers subscribe to it. */
  topic: name.optional(),
  /** The ways it may go, the best first. */
  channels: z.array(Channel).min(1).max(16).readonly(),
  /** How to stop such messages; marketing is not sent without it. */
  unsubscribe: UnsubscribeInstruction.optional(),
  /** From this moment on it is of no use and not sent. */
  expiresAt: moment.optional(),
  /** Whether someone comes to harm who gets it late, as with a recall; what it need not wait for is for the contact policy to say. */
  critical: z.boolean().default(false),
});
/** How the content of a rule is sent, see the schema of the same name. */
export interface RuleMessage extends Readonly<z.output<typeof RuleMessage>> {}

/** What those get whose bucket lies in a range of a split. */
export const Variant = z.strictObject({
  /** Names the variant, for reports. */
  id: name,
  /** The buckets that get it. */
  range: BucketRange,
  /** What they get. */
  content,
  /** They are only counted: the next rule decides what they get. */
  passOn: z.literal(true).optional(),
});
/** What those get whose bucket lies in a range of a split, see the schema of the same name. */
export interface Variant extends Readonly<z.output<typeof Variant>> {}

/** Divides those whom a rule fits: each variant has its range of buckets, and who falls into none is left to the next rule. */
export const Split = z.strictObject({
  ...drawShape,
  /** What there is to get; of ranges that overlap, the first counts. */
  variants: z.array(Variant).min(1).max(1000).readonly(),
});
/** Divides those whom a rule fits, see the schema of the same name. */
export interface Split extends Readonly<z.output<typeof Split>> {}

/** Those for whom no rule counts, so that the rules' effect can be measured. They are left out before any split. */
export const HoldOut = z.strictObject({
  ...drawShape,
  /** The buckets that are held out. */
  range: BucketRange,
});
/** Those for whom no rule counts, see the schema of the same name. */
export interface HoldOut extends Readonly<z.output<typeof HoldOut>> {}

/** Whom it fits, and what they get. */
export const Rule = z
  .strictObject({
    /** Names the rule, once in its set. */
    id: name,
    /** Whom it fits; without it everyone. */
    when: condition.default({ const: true }),
    /** Higher comes first; of equals the one that stands first. */
    priority: z.int().default(0),
    /** Of the rules that name the same group, only the first that fits counts. */
    exclusive: name.optional(),
    /** From when on it counts; included. */
    activeFrom: moment.optional(),
    /** Until when it counts; left out. */
    activeTo: moment.optional(),
    /** Only those that are in all of these. */
    shares: z.array(Share).max(16).readonly().optional(),
    /** What they get, where `split` does not say it. */
    content: content.optional(),
    /** Divides those whom it fits into variants. */
    split: Split.optional(),
    /** How the content is sent; without it, it is shown. */
    message: RuleMessage.optional(),
  })
  .refine((rule) => (rule.content === undefined) !== (rule.split === undefined), {
    message: "must have content or a split, and not both",
  });
/** Whom it fits, and what they get, see the schema of the same name. */
export interface Rule extends Readonly<z.output<typeof Rule>> {}

/** The parts of a rule set; conditions are not yet read. */
export const RuleSetOutline = z.strictObject({
  /** Which edition it is: every decision names it. */
  version: name,
  /** Conditions that rules and other segments ask for by name. */
  segments: named(z.record(name, condition)).readonly().default({}),
  /** Lists that `inGroup` and `notInGroup` ask for by name. */
  groups: named(ConditionGroups).default({}),
  /** All rules. */
  rules: z.array(Rule).readonly(),
  /** For whom no rule counts. */
  holdOut: HoldOut.optional(),
});
/** All that decides who gets what, as plain data, checked. Made by {@link parseRuleSet}. */
export interface RuleSet extends Readonly<z.output<typeof RuleSetOutline>> {}
/** A rule set as people write it: what has a default may be left out. */
export interface RuleSetInput extends Readonly<z.input<typeof RuleSetOutline>> {}

/** Records pass over a key named `__proto__` in silence. */
function named<S extends z.ZodType>(record: S): S {
  const isNamed = (value: unknown) =>
    typeof value !== "object" || value === null || !Object.hasOwn(value, "__proto__");
  return z
    .custom<unknown>(isNamed, 'must not have the name "__proto__"')
    .pipe(record as z.ZodType<unknown, unknown>) as unknown as S;
}

/** No real content needs more levels. */
const MOST_LEVELS = 60;

/** Level by level, and each object once, so that neither towers nor circles take long. */
function isJson(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= MOST_LEVELS || !level.every(isPlain)) return false;
    level = [...new Set(level.flatMap((one) => (isObject(one) ? Object.values(one) : [])))];
  }
  return true;
}

function isPlain(value: unknown): boolean {
  return isObject(value)
    ? Array.isArray(value) || z.core.util.isPlainObject(value)
    : value === null || /^(?:string|boolean)$/.test(typeof value) || Number.isFinite(value);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
