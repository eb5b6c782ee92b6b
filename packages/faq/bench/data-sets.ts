// Reads the data sets that KEFU_DATA_DIR names, and makes large knowledge bases out of them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "./random.ts";

export interface Document {
  readonly id: number;
  readonly question: string;
  readonly alternates: readonly string[];
  readonly tags: string;
  readonly answer: string;
}

export interface LabelledQuery {
  readonly text: string;
  /** Whether a document answers it. */
  readonly isRight: (id: number) => boolean;
  /** Whether any document answers it. */
  readonly isInScope: boolean;
}

export interface DataSet {
  readonly name: string;
  readonly locale: string;
  readonly documents: readonly Document[];
  readonly queries: readonly LabelledQuery[];
}

interface RawSet {
  name: string;
  lang: string;
  docs: { id: number; q: string; alts?: string[]; tags?: string; answer?: string; g?: number }[];
  queries: { q: string; rel: number[]; g?: number }[];
}

/** All sets of the folder; an empty list when there is none. */
export function readDataSets(folder: string | undefined): DataSet[] {
  const place = folder === undefined ? "" : join(folder, "faq");
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => toDataSet(JSON.parse(readFileSync(join(place, file), "utf8")) as RawSet));
}

function toDataSet({ name, lang, docs, queries }: RawSet): DataSet {
  const groups = new Map(docs.map(({ id, g }) => [id, g]));
  return {
    name,
    locale: lang,
    documents: docs.map(({ id, q, alts = [], tags = "", answer = "" }) => ({
      id,
      question: q,
      alternates: alts,
      tags,
      answer,
    })),
    queries: queries.map(({ q, rel, g }) => ({
      text: q,
      isRight: (id) => (g === undefined ? rel.includes(id) : groups.get(id) === g),
      isInScope: rel.length > 0,
    })),
  };
}

/** Every nth query, so that about `most` remain. */
export function sampled<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from(
    { length: Math.min(items.length, most) },
    (_, at) => items[Math.floor(at * step)] as Item,
  );
}

const SYLLABLES = "ba ko ri ta nu ve lo mi sa du pe fi go zu ha ne".split(" ");
const HAN = "风云海星月光雪松兰竹梅虎龙鹤金玉青蓝红白".split("");

/**
 * A knowledge base of any size: the questions of all sets of a language, three or four sentences of other entries as the
 * answer, one tag; beyond the number of real questions a made-up product name, drawn by Zipf's law, is appended.
 */
export function madeBase(sets: readonly DataSet[], isChinese: boolean, size: number): Document[] {
  const random = createRandom(42);
  const real = sets
    .filter(({ locale }) => locale.startsWith("zh") === isChinese)
    .flatMap(({ documents }) => documents.flatMap((one) => [one.question, ...one.alternates]));
  const questions = [...new Set(real)];
  const pick = () => questions[Math.floor(random() * questions.length)] as string;
  const products = Array.from({ length: 5000 }, () => productName(random, isChinese));
  return Array.from({ length: size }, (_, id) => {
    const zipf = Math.min(products.length - 1, Math.floor(products.length ** random()) - 1);
    const product = id < questions.length ? "" : ` ${products[zipf]}`;
    const answer = Array.from({ length: 3 + Math.floor(random() * 2) }, pick).join(" ");
    return {
      id,
      question: questions[id % questions.length] + product,
      alternates: [],
      tags: products[Math.floor(random() * 50)] ?? "",
      answer,
    };
  });
}

function productName(random: () => number, isChinese: boolean): string {
  const parts = isChinese ? HAN : SYLLABLES;
  const length = isChinese ? 3 : 3 + Math.floor(random() * 2);
  return Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join("");
}
