import { type DataSet, madeBase, sampled } from "./data-sets.ts";
import { type Engine, kefu, PEERS } from "./engines.ts";
import { cpuMs, queriesPerSecond } from "./queries-per-second.ts";

type Row = Record<string, string | number>;

interface Base {
  readonly size: number;
  readonly isChinese: boolean;
}

/** Longest that one engine is asked, in CPU time. */
const BUDGET_MS = 800;

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
  const rows: Row[] = [];
  let own = 0;
  for (const engine of [kefu(), ...PEERS].filter(isWorthIt)) {
    if (engine.isSlow && size > 1000) continue;
    const before = process.cpuUsage();
    const search = await engine.build(documents, locale);
    const buildMs = cpuMs(before);
    const perSecond = await queriesPerSecond(search, queries, BUDGET_MS);
    own ||= perSecond;
    rows.push({
      engine: engine.name,
      "queries per CPU second": perSecond.toFixed(perSecond < 10 ? 1 : 0),
      "@kefu/faq is faster by": (own / perSecond).toFixed(1),
      "build CPU ms": Math.round(buildMs),
    });
  }
  return rows;
}
