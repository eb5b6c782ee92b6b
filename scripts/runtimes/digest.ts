// Runs inside each runtime: answers every case and says so in canonical text.
import { zoneRulesOf } from "../../packages/calendar/src/index.ts";
import { instant } from "../../packages/core/src/index.ts";
import { areas } from "./areas.ts";

/** What one runtime answers. */
export interface Digest {
  /** Canonical text of each answer, by "area/id". */
  readonly answers: Readonly<Record<string, string>>;
  /** Zone rules of this runtime's own data, as canonical text, by zone name. */
  readonly zones: Readonly<Record<string, string>>;
  /** The zone that a case speaks of, by "area/id". */
  readonly zoneOfCase: Readonly<Record<string, string>>;
}

const FROM = instant("1970-01-01T00:00:00Z");
const TO = instant("2040-01-01T00:00:00Z");

/** Answers every case of every area. */
export function digest(): Digest {
  const answers: Record<string, string> = {};
  const zones: Record<string, string> = {};
  const zoneOfCase: Record<string, string> = {};
  for (const { name, cases, answer } of areas) {
    for (const one of cases) {
      const key = `${name}/${one.id}`;
      answers[key] = canonical(attempt(() => answer(one as never)));
      const zone = zoneIn(one);
      if (zone === undefined) continue;
      zoneOfCase[key] = zone;
      zones[zone] ??= canonical(attempt(() => zoneRulesOf(zone, FROM, TO)));
    }
  }
  return { answers, zones, zoneOfCase };
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return { thrown: error instanceof Error && "code" in error ? error.code : String(error) };
  }
}

function zoneIn(one: object): string | undefined {
  const { calendar, input } = one as {
    calendar?: { timeZone?: string };
    input?: { timeZone?: string };
  };
  return calendar?.timeZone ?? input?.timeZone;
}

/** JSON with sorted keys and floating numbers at 12 significant digits. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (typeof part === "number" && !Number.isInteger(part)) return Number(part.toPrecision(12));
      if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? "undefined"
  );
}
