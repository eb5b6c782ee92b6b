import { buildFaqIndex, type FaqIndex, searchFaq } from "../src/index.ts";
import { type DataSet, type LabelledQuery, sampled } from "./data-sets.ts";
import { type Engine, kefu, PEERS, type Search, toEntry } from "./engines.ts";

type Row = Record<string, string | number>;
interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}
interface Quality {
  readonly mrr: number;
  readonly first: number;
}

/** The ranking was tuned on even queries: the odd ones say what it is worth on others. */
const oddOf = (queries: readonly LabelledQuery[]) =>
  queries.filter(({ isInScope }) => isInScope).filter((_, at) => at % 2 === 1);

export async function measureQuality(sets: readonly DataSet[], isFull: boolean): Promise<Table[]> {
  const engines = [kefu(), ...PEERS];
  const found = new Map<string, Map<string, Quality>>();
  for (const set of sets) {
    const ofSet = new Map<string, Quality>();
    for (const engine of engines) {
      const queries = sampled(oddOf(set.queries), mostQueries(set, engine, isFull));
      ofSet.set(
        engine.name,
        await qualityOf(await engine.build(set.documents, set.locale), queries),
      );
    }
    found.set(set.name, ofSet);
  }
  const table = (measure: keyof Quality) =>
    engines.map((engine) => rowOf(engine, sets, found, measure));
  return [
    { title: "MRR@10, odd queries", rows: table("mrr") },
    { title: "Right at the first place, odd queries", rows: table("first") },
    { title: "Query in the other script", rows: crossScript(sets) },
    {
      title:
        "Hand-off at the threshold where four of five answers are right, as a share of the queries that have an answer",
      rows: handOff(sets),
    },
    { title: "Learning: confirmed phrasings an entry", rows: learning(sets) },
  ];
}

/** A slow engine is asked less, of large sets least. */
function mostQueries({ documents }: DataSet, { isSlow }: Engine, isFull: boolean): number {
  const most = isFull ? Number.POSITIVE_INFINITY : 150;
  return isSlow ? Math.min(most, documents.length > 1000 ? 60 : 200) : most;
}

function rowOf(
  { name }: Engine,
  sets: readonly DataSet[],
  found: ReadonlyMap<string, ReadonlyMap<string, Quality>>,
  measure: keyof Quality,
): Row {
  const value = (set: DataSet) => found.get(set.name)?.get(name)?.[measure] ?? 0;
  const mean = (some: readonly DataSet[]) =>
    (some.reduce((sum, set) => sum + value(set), 0) / Math.max(1, some.length)).toFixed(3);
  const isChinese = ({ locale }: DataSet) => locale.startsWith("zh");
  return {
    engine: name,
    ...Object.fromEntries(sets.map((set) => [set.name, value(set).toFixed(3)])),
    "mean en": mean(sets.filter((set) => !isChinese(set))),
    "mean zh": mean(sets.filter(isChinese)),
  };
}

async function qualityOf(search: Search, queries: readonly LabelledQuery[]): Promise<Quality> {
  let [mrr, first] = [0, 0];
  for (const { text, isRight } of queries) {
    const at = (await search(text)).slice(0, 10).findIndex(isRight);
    if (at >= 0) mrr += 1 / (at + 1);
    if (at === 0) first++;
  }
  return { mrr: mrr / queries.length, first: first / queries.length };
}

/** Characters whose two forms stand one for one, enough to turn a query round. */
const SIMPLIFIED =
  "们来说时国会对发学这个为过还进种样电机关间话两现头长点问题认钱变单换货运费银行帐账户号码显开设实验证书办应该请让给从边贷额优惠价订购买卖处理报错误页面网络车险资产业务审核转汇积红领节图须条规简网场厂证税务局卫劳残疾补贴户籍";
const TRADITIONAL =
  "們來說時國會對發學這個為過還進種樣電機關間話兩現頭長點問題認錢變單換貨運費銀行帳賬戶號碼顯開設實驗證書辦應該請讓給從邊貸額優惠價訂購買賣處理報錯誤頁面網絡車險資產業務審核轉匯積紅領節圖須條規簡網場廠證稅務局衛勞殘疾補貼戶籍";

function otherScript(text: string, locale: string): string {
  const [from, to] = locale === "zh-Hant" ? [TRADITIONAL, SIMPLIFIED] : [SIMPLIFIED, TRADITIONAL];
  return Array.from(text, (one) => to[from.indexOf(one)] ?? one).join("");
}

function crossScript(sets: readonly DataSet[]): Row[] {
  return sets
    .filter(({ locale }) => locale.startsWith("zh-"))
    .map((set) => {
      const index = indexOf(set);
      const queries = sampled(oddOf(set.queries), 300);
      const mrr = (turn: (text: string) => string) =>
        queries.reduce((sum, { text, isRight }) => {
          const { hits } = searchFaq(index, turn(text), { locale: set.locale });
          const at = hits.findIndex(({ id }) => isRight(Number(id)));
          return sum + (at < 0 ? 0 : 1 / (at + 1));
        }, 0) / queries.length;
      const [same, other] = [mrr((text) => text), mrr((text) => otherScript(text, set.locale))];
      return {
        set: set.name,
        same: same.toFixed(3),
        other: other.toFixed(3),
        ratio: (other / same).toFixed(3),
      };
    });
}

const indexOf = (set: DataSet): FaqIndex =>
  buildFaqIndex(set.documents.map((one) => toEntry(one, set.locale)));

function handOff(sets: readonly DataSet[]): Row[] {
  return sets
    .filter(({ queries }) => queries.some(({ isInScope }) => !isInScope))
    .map((set) => {
      const index = indexOf(set);
      const judged = set.queries.map(({ text, isRight, isInScope }) => {
        const { confidence, hits, outcome } = searchFaq(index, text, { locale: set.locale });
        const right = hits[0] !== undefined && isInScope && isRight(Number(hits[0].id));
        return { confidence, right, isInScope, outcome };
      });
      const inScope = judged.filter((one) => one.isInScope).length;
      const answered = judged.filter(({ outcome }) => outcome === "answer");
      const coverage = coverageAt(judged, inScope);
      return {
        set: set.name,
        "answered at 80 %": coverage.answered.toFixed(3),
        "answered rightly at 80 %": coverage.right.toFixed(3),
        AUROC: auroc(judged).toFixed(3),
        "outcome answer": answered.length,
        "of these right": (answered.filter(({ right }) => right).length / answered.length).toFixed(
          3,
        ),
      };
    });
}

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/**
 * How many queries are answered, and answered rightly, at the lowest threshold at which four answers of five are right, as
 * shares of the queries that have an answer. Queries that have none count against precision when they are answered.
 */
function coverageAt(judged: readonly Judged[], inScope: number) {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  let [right, best] = [0, { answered: 0, right: 0 }];
  sorted.forEach((one, at) => {
    if (one.right) right++;
    if (right / (at + 1) >= 0.8) best = { answered: (at + 1) / inScope, right: right / inScope };
  });
  return best;
}

/** How often a right answer is held surer than a wrong one. */
function auroc(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence);
  let [wrongBelow, ordered, right] = [0, 0, 0];
  for (const one of sorted) {
    if (!one.right) wrongBelow++;
    else {
      right++;
      ordered += wrongBelow;
    }
  }
  return ordered / (right * wrongBelow);
}

function learning(sets: readonly DataSet[]): Row[] {
  const base = sets.find(({ name }) => name === "banking77-faq5");
  const phrasings = sets.find(({ name }) => name === "banking77-utt");
  if (base === undefined || phrasings === undefined) return [{ note: "sets not there" }];
  const queries = sampled(oddOf(base.queries), 400);
  // A phrasing belongs to the entry that answers the same queries as its group does.
  const entryOfGroup = base.queries.map(
    (query, at) =>
      [phrasings.queries[at], base.documents.find(({ id }) => query.isRight(id))] as const,
  );
  return [0, 15, 45, 125].map((count) => {
    const learnt = new Map<number, string[]>();
    for (const { id, question } of phrasings.documents) {
      const entry = entryOfGroup.find(([query]) => query?.isRight(id))?.[1];
      if (entry === undefined) continue;
      const known = learnt.get(entry.id) ?? [];
      if (known.length < count) learnt.set(entry.id, [...known, question]);
    }
    const documents = base.documents.map((one) => ({
      ...one,
      alternates: [...one.alternates, ...(learnt.get(one.id) ?? [])],
    }));
    const index = indexOf({ ...base, documents });
    const first = queries.filter(({ text, isRight }) => {
      const [hit] = searchFaq(index, text, { locale: base.locale }).hits;
      return hit !== undefined && isRight(Number(hit.id));
    });
    return {
      phrasings: count,
      "right at the first place": (first.length / queries.length).toFixed(3),
    };
  });
}
