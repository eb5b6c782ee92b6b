// Feeds every exported function of a package with JSON of any shape, and with valid arguments of which one place
// is spoiled. A call may return or throw a KefuError; anything else is a fault of the package.
import { ok } from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, it } from "vitest";
import { KefuError } from "../packages/core/src/errors.ts";
import { anyText, PROTOTYPE_NAMES } from "./any-text.ts";

/** What to feed beside plain JSON, and what to leave out. */
export interface FuzzOptions {
  /** Names of exports that are not fed. */
  readonly skip?: readonly string[];
  /** By the name of the function: arguments that it accepts. They are also fed with one place spoiled. */
  readonly arguments?: Readonly<Record<string, fc.Arbitrary<readonly unknown[]>>>;
  /** Words of the package's own vocabulary, so that raw JSON gets further than the first check. */
  readonly words?: readonly unknown[];
}

type Callable = (...parameters: readonly unknown[]) => unknown;

const RUNS = Number(process.env["KEFU_FUZZ_RUNS"] ?? 1000);
const SLOWEST_CALL_MS = 5000;

/** One test for each exported function of a module; classes are left out. */
export function describeFuzz(module: object, options: FuzzOptions = {}): void {
  const functions = Object.entries(module).filter(
    (entry): entry is [string, Callable] => typeof entry[1] === "function" && !isClass(entry[1]),
  );
  describe("any input", () => {
    for (const [name, call] of functions) {
      if (options.skip?.includes(name)) continue;
      it(name, { timeout: 120_000 + RUNS * 60 }, () => feed(call, name, options));
    }
  });
}

function feed(call: Callable, name: string, { words = [], arguments: valid = {} }: FuzzOptions) {
  const value = hostileValue(words);
  const raw = fc.array(value, { maxLength: 5 });
  const accepted = valid[name];
  const inputs = accepted === undefined ? raw : fc.oneof(raw, accepted, spoilt(accepted, value));
  const names = namesOfPrototypes();
  fc.assert(
    fc.property(inputs, fc.array(value, { maxLength: 3 }), (parameters, more) => {
      survive(call, parameters, more, 2);
      ok(isDeepStrictEqual(namesOfPrototypes(), names), "a prototype was changed");
    }),
    { numRuns: RUNS },
  );
}

/** Calls it; when the answer holds functions, calls these too, `depth` levels down. */
function survive(
  call: Callable,
  parameters: readonly unknown[],
  more: readonly unknown[],
  depth: number,
): void {
  const before = copyOf(parameters);
  const startedAt = performance.now();
  const answer = answerOf(call, parameters);
  const took = performance.now() - startedAt;
  ok(took < SLOWEST_CALL_MS, `a call took ${took} ms`);
  const isUnchanged = before === undefined || isDeepStrictEqual(copyOf(parameters), before);
  ok(isUnchanged, "the arguments were changed");
  ok(!Number.isNaN(answer), "the answer is NaN");
  if (depth > 0) for (const next of functionsOf(answer)) survive(next, more, more, depth - 1);
}

function answerOf(call: Callable, parameters: readonly unknown[]): unknown {
  try {
    return takeSome(call(...parameters));
  } catch (error) {
    if (!(error instanceof KefuError)) throw error;
    ok(/^[a-z-]+$/.test(error.code), `"${error.code}" is no code`);
    ok(error.issues.length > 0, "the error names no issue");
    return undefined;
  }
}

/** Runs lazy answers a hundred steps far. */
function takeSome(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return answer;
  if (!(Symbol.iterator in answer)) return answer;
  let left = 100;
  for (const _ of answer as Iterable<unknown>) if (--left === 0) break;
  return undefined;
}

function functionsOf(answer: unknown): Callable[] {
  if (typeof answer === "function") return [answer as Callable];
  if (typeof answer !== "object" || answer === null) return [];
  return Object.values(answer)
    .filter((one) => typeof one === "function")
    .map((one) => (one as Callable).bind(answer));
}

/** JSON of any shape, and what JSON cannot say: undefined, NaN, circles, towers, names that reach prototypes. */
export function hostileValue(words: readonly unknown[] = []): fc.Arbitrary<unknown> {
  const lone = fc.constantFrom<unknown>(...NASTY, ...WORDS, ...words);
  const text = fc.oneof(anyText(), fc.constantFrom(...PROTOTYPE_NAMES), fc.string());
  return fc.oneof(
    { arbitrary: lone, weight: 3 },
    { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 2 },
    { arbitrary: fc.array(lone, { maxLength: 4 }), weight: 1 },
    { arbitrary: fc.dictionary(text, lone, { maxKeys: 4 }), weight: 1 },
    { arbitrary: fc.nat({ max: 200 }).map(towerOf), weight: 1 },
    { arbitrary: fc.constantFrom(circle, JSON.parse, towerOf).map(madeBy), weight: 1 },
  );
}

const NASTY = [
  ...[undefined, null, true, false, 0, -0, 1, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY],
  ...[Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 53, Number.MAX_VALUE, 5e-324],
  ...[
    "",
    " ",
    "\u0000",
    "\ud800",
    "\udc00x",
    "\u202e",
    "客服",
    "🛍️",
    "a".repeat(10_000),
    "1".repeat(400),
  ],
  ...[[], {}, [[]], [null], { toString: 1, valueOf: 1 }, Object.create(null), new Date(0)],
  ...[{ _zod: { traits: { has: 1 }, def: {} } }, { length: 1e9 }, ...PROTOTYPE_NAMES],
];
const WORDS = [
  ...["en", "zh-Hant", "zh-Hans", "EUR", "JPY", "12.30", "half-even", "public", "admin", "contact"],
  ...["2026-11-24", "2026-03-29T02:30:00+01:00", "09:00", "Europe/Berlin", 1_700_000_000_000],
];

function madeBy(make: unknown): unknown {
  if (make === JSON.parse) return JSON.parse('{"__proto__":{"polluted":1},"constructor":{}}');
  return make === circle ? circle() : towerOf(3000);
}

function circle(): unknown {
  const round: Record<string, unknown> = {};
  round["self"] = [round];
  return round;
}

function towerOf(levels: number): unknown {
  let tower: unknown = 1;
  for (let level = 0; level < levels; level++) tower = level % 2 === 0 ? [tower] : { tower };
  return tower;
}

/** Accepted arguments in which one place, at any depth, is replaced, taken out or added. */
function spoilt(
  accepted: fc.Arbitrary<readonly unknown[]>,
  value: fc.Arbitrary<unknown>,
): fc.Arbitrary<readonly unknown[]> {
  return fc
    .tuple(accepted, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), value)
    .map(([parameters, steps, poison]) => spoil(parameters, steps, poison) as readonly unknown[]);
}

function spoil(node: unknown, steps: readonly number[], poison: unknown): unknown {
  const [step = 0, ...further] = steps;
  if (!isPlain(node) || (further.length < 7 && step % 3 === 0)) return poison;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(node) ? [...node] : { ...node };
  const keys = Object.keys(copy);
  const key = keys[step % (keys.length + 1)];
  if (key === undefined) return further.length < 7 ? Object.assign(copy, { extra: poison }) : node;
  Object.assign(copy, { [key]: spoil(Reflect.get(copy, key), further, poison) });
  return copy;
}

function isPlain(node: unknown): node is Record<string, unknown> | unknown[] {
  if (typeof node !== "object" || node === null) return false;
  const prototype: unknown = Object.getPrototypeOf(node);
  return prototype === Object.prototype || Array.isArray(node);
}

/** A deep copy of plain prototypes, or undefined where the parameters hold functions, which cannot be copied. */
function copyOf(parameters: readonly unknown[]): readonly unknown[] | undefined {
  try {
    return structuredClone(parameters);
  } catch {
    return undefined;
  }
}

function namesOfPrototypes(): readonly (string | symbol)[] {
  return [Object.prototype, Array.prototype, Function.prototype].flatMap(Reflect.ownKeys);
}

function isClass(value: unknown): boolean {
  return typeof value === "function" && /^class\b/.test(Function.prototype.toString.call(value));
}
