import { type DataSet, madeBase, sampled } from "./data-sets.ts";
import { type Engine, kefu, PEERS, type Search } from "./engines.ts";
import { cpuMs, queriesPerSecond } from "./queries-per-second.ts";

type Row = Record<string, string | number>;

interface Base {
  readonly size: number;
  readonly isChinese: boolean;
}

/** Every engine is asked for so long in CPU time, in turn, and as often; its best turn counts, as others run on a machine, too. */
const TURN_MS = 120;
const TURNS = 14;

/** Queries per CPU second of every engine over a made base, full results, and what building costs. */
export async function measureSpeed(sets: readonly DataSet[], base: Base): Promise<Row[]> {
  const { size, isChinese } = base;
  const locale = isChinese ? "zh-Hans" : "en";
  const documents = madeBase(sets, isChinese, size);
  const texts = sets
    .filter((set) => set.locale.startsWith("zh") === isChinese)
    .flatMap(({ queries }) => sampled(queries, 200).map(({ text }) => text));
  const queries = sampled(texts, 600);
  const isWorthIt = ({ name }: Engine) =>
    isChinese ? /kefu|grams|tuned|fuse/.test(name) : /kefu|default|tuned/.test(name);
  const built: { name: string; search: Search; buildMs: number; perSecond: number }[] = [];
  for (const engine of [kefu(), ...PEERS].filter(isWorthIt)) {
    if (engine.isSlow && size > 1000) continue;
    const before = process.cpuUsage();
    const search = await engine.build(documents, locale);
    built.push({ name: engine.name, search, buildMs: cpuMs(before), perSecond: 0 });
  }
  for (let turn = 0; turn < TURNS; turn++) {
    for (const one of built) {
      const perSecond = await queriesPerSecond(one.search, queries, TURN_MS);
      one.perSecond = Math.max(one.perSecond, perSecond);
    }
  }
  const own = built[0]?.perSecond ?? 0;
  return built.map(({ name, buildMs, perSecond }) => ({
    engine: name,
    "queries per CPU second": perSecond.toFixed(perSecond < 10 ? 1 : 0),
    "@kefu/faq is faster by": (own / perSecond).toFixed(1),
    "build CPU ms": Math.round(buildMs),
  }));
}
