import {
  type Because,
  type Channel,
  type Condition,
  compileCondition,
  type Instant,
  instant,
  isoOf,
} from "@kefu/core";
import { z } from "zod";
import {
  bestSendHour,
  type CompiledRules,
  type ConsentRecord,
  compileContactPolicy,
  compileRules,
  type DecisionContext,
  decide,
  type FrequencyCap,
  lintRules,
  type OfferDecision,
  type QuietHours,
  quietUntil,
  type SuppressionReason,
} from "../src/index.ts";

/** A rule set in the words of the cases. */
interface GivenSet {
  readonly rules: readonly GivenRule[];
  readonly policy: {
    readonly defaultZone: string;
    readonly quietHours?: QuietHours;
    readonly caps?: readonly FrequencyCap[];
    readonly suppressed?: readonly {
      readonly id: string;
      readonly channel?: Channel;
      readonly reason: string;
    }[];
  };
  readonly holdout?: { readonly seed: string; readonly range: readonly [number, number] };
}

interface GivenRule {
  readonly message: {
    readonly purpose: "marketing";
    readonly category: string;
    readonly topic?: string;
    readonly channels: readonly Channel[];
    readonly content: string;
    readonly unsubscribe: boolean;
    readonly expires?: string;
    readonly critical?: boolean;
  };
  readonly split?: {
    readonly seed: string;
    readonly by: string;
    readonly ranges: readonly (readonly [number, number])[];
    readonly values: readonly string[];
  };
}

interface GivenProfile {
  readonly id: string;
  readonly timeZone?: string;
  readonly channels: readonly Channel[];
  readonly consents: readonly (Record<string, unknown> & { at: string; expires?: string })[];
  readonly quietHours?: QuietHours;
}

interface GivenDecision {
  readonly profile: GivenProfile;
  readonly set: GivenSet;
  readonly context: {
    readonly now: string;
    readonly history?: readonly { at: string; channel: Channel; category: string }[];
  };
}

/** The cases take for granted that profiles may be looked at, unless a customer objects. */
const PROFILING = "opt-out";
const REASONS: Readonly<Record<string, SuppressionReason>> = {
  hardBounce: "bounce",
  bounce: "bounce",
  complaint: "complaint",
  blocklisted: "blocklist",
};

/** What this package answers to a case about decisions, in the words of the cases. */
export function answerDecision(given: GivenDecision) {
  const decided = decide(given.profile, contextOf(given), rulesOf(given.set));
  const zone = given.set.policy.defaultZone;
  const explanation = decided.because.flatMap((because) => inWords(because, zone));
  if (decided.outcome !== "send") return { kind: "none", ...noneOf(decided, explanation) };
  const { rule, content, channel, sendAt, variant } = decided;
  const delayedBy = new Set(decided.because.flatMap(({ code }) => DELAYS[code.slice(0, 12)] ?? []));
  const drawn = variant && { index: variant.index, bucket: variant.bucket };
  return {
    ...{ kind: "send", rule, content, channel, sendAt: isoOf(sendAt), variant: drawn },
    ...{ delayedBy: [...delayedBy], explanation },
  };
}

const DELAYS: Readonly<Record<string, string>> = {
  "held-by-day": "cap",
  "held-by-week": "cap",
  "held-by-mont": "cap",
  "held-by-hour": "cap",
  "held-by-quie": "quiet hours",
};

function noneOf(decided: OfferDecision, explanation: readonly string[]) {
  const heldOut = decided.because.find(({ code }) => code === "held-out");
  if (heldOut !== undefined) return { reason: "hold-out", bucket: heldOut.facts["bucket"] };
  return { reason: explanation.filter((text) => /^\w+: /.test(text)).join("; "), explanation };
}

function inWords({ code, facts }: Because, zone: string): string[] {
  const channel = facts["channel"];
  if (code.startsWith("consent-")) return [`${channel}: ${code.replace("-", " ")}`];
  switch (code) {
    case "suppressed":
      return [`${channel}: suppressed`];
    case "never-by-cap":
      return [`${channel}: capped at 0`];
    case "expires-first":
      return [`${channel}: would be sent after it expires`];
    case "no-unsubscribe":
      return [`${channel}: no unsubscribe instruction`];
    case "time-zone-unknown":
      return [`time zone not valid: using ${zone}`];
    case "exclusive":
      return [`${facts["rule"]}: another ${facts["group"]} rule won`];
    default:
      return [];
  }
}

function contextOf({ profile, context, set }: GivenDecision): DecisionContext {
  const { defaultZone, suppressed = [], ...policy } = set.policy;
  const suppressions = suppressed
    .filter(({ id }) => id === profile.id)
    .map(({ id: _, reason, ...rest }) => ({ ...rest, reason: REASONS[reason] ?? "manual" }));
  const { timeZone, channels, quietHours } = profile;
  return {
    at: instant(context.now),
    policy: compileContactPolicy({ timeZone: defaultZone, profilingConsent: PROFILING, ...policy }),
    customer: {
      ...{ channels, suppressions, consents: profile.consents.map(consentOf) },
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(quietHours === undefined ? {} : { quietHours }),
    },
    history: (context.history ?? []).map((sent) => ({ ...sent, at: instant(sent.at) })),
  };
}

function consentOf({ at, expires, ...record }: GivenProfile["consents"][number]): ConsentRecord {
  const until = expires === undefined ? {} : { expires: instant(expires) };
  return { ...record, ...until, at: instant(at) } as unknown as ConsentRecord;
}

function rulesOf({ rules, holdout }: GivenSet): CompiledRules {
  const hash = "fnv1a-v2" as const;
  const holdOut = holdout === undefined ? {} : { holdOut: { ...holdout, hash } };
  return compileRules({ version: "1", rules: rules.map(ruleOf), ...holdOut } as never);

  function ruleOf({ message, split, ...rule }: GivenRule) {
    const { content, unsubscribe, expires, ...rest } = message;
    const given = split && {
      ...{ seed: split.seed, by: split.by, hash },
      variants: split.ranges.map((range, i) => ({ id: `${i}`, range, content: split.values[i] })),
    };
    return {
      ...rule,
      ...(given === undefined ? { content } : { split: given }),
      message: {
        ...rest,
        ...(unsubscribe ? { unsubscribe: { keyword: "STOP" } } : {}),
        ...(expires === undefined ? {} : { expiresAt: expires }),
      },
    };
  }
}

/** What this package answers to a case about quiet hours; `plus` are others, asked about the last moment. */
export function answerQuietUntil(given: {
  readonly zone: string;
  readonly at: readonly string[];
  readonly quiet: QuietHours;
  readonly plus?: QuietHours;
}): (string | null)[] {
  const until = (quiet: QuietHours, at: Instant) => {
    const end = quietUntil(given.zone, quiet, at);
    return end === undefined ? null : isoOf(end);
  };
  const moments = given.at.map((at) => instant(at));
  const last = moments.at(-1);
  const more = given.plus === undefined || last === undefined ? [] : [until(given.plus, last)];
  return [...moments.map((at) => until(given.quiet, at)), ...more];
}

/** What this package answers to a case about the hour to write at. */
export function answerBestHour(given: {
  readonly hist: readonly number[];
  readonly allowed: string;
  readonly minEvents: readonly number[];
  readonly fallback: number;
}) {
  const [fromHour, toHour] = given.allowed.split("..").map(Number) as [number, number];
  return given.minEvents.map((minimumResponses) => {
    const policy = { fromHour, toHour, minimumResponses, fallbackHour: given.fallback };
    const { hour, because } = bestSendHour(policy, given.hist);
    const { count, total, minimum } = because.facts;
    const why =
      because.code === "past-responses"
        ? `${count} of ${total} past responses`
        : `only ${total} of ${minimum} events`;
    return { hour, why };
  });
}

/** What core answers to a case about conditions. */
export function answerConditions(given: {
  readonly data: unknown;
  readonly conds: readonly Condition[];
}): boolean[] {
  return given.conds.map((condition) => compileCondition(condition)(given.data, instant(0)));
}

/** What the lint answers to a case: each finding as rule and kind. */
export function answerLint(given: {
  readonly schema: Readonly<Record<string, GivenField>>;
  readonly rules: readonly object[];
}): string[] {
  const fields = Object.entries(given.schema).map(([name, { type, optional, values }]) => {
    const field =
      values === undefined ? (type === "number" ? z.number() : z.string()) : z.enum(values);
    return [name, optional ? field.optional() : field] as const;
  });
  const profile = z.object(Object.fromEntries(fields));
  const rules = given.rules.map((rule) => ({ content: "", ...rule }));
  const findings = lintRules({ version: "1", rules }, { profile });
  return findings.map(({ rule, code }) => `${rule} ${LINT_WORDS[code] ?? code}`).sort();
}

interface GivenField {
  readonly type: "number" | "string";
  readonly optional?: boolean;
  readonly values?: readonly string[];
}

const LINT_WORDS: Readonly<Record<string, string>> = { "passes-when-unknown": "unknown-passes" };
