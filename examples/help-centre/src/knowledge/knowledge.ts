import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { parseInput } from "@kefu/core";
import {
  buildFaqIndex,
  FaqEntry,
  type FaqIndex,
  type LearntPhrasings,
  learnPhrasings,
  maySee,
  updateFaqIndex,
} from "@kefu/faq";
import { z } from "zod";
import { LOCALES, type Locale } from "../locales.ts";

const FOLDER = new URL("../../knowledge/", import.meta.url);

/** The knowledge base: its entries, an index over them, and what browsers may have of it. */
export interface Knowledge {
  /** All entries by id, also drafts and those for staff. */
  readonly entries: ReadonlyMap<string, FaqEntry>;
  /** Over the entries and what was learnt; changes in place. */
  readonly index: FaqIndex;
  /** For each language the entries that anyone may read, as the JSON that browsers fetch. */
  readonly downloads: Readonly<Record<Locale, Download>>;
  /** The pictures of answers, as SVG, by file name. */
  readonly pictures: ReadonlyMap<string, Buffer>;
  /** Takes over further ways of asking, in place of those learnt before. They are searched here, and never shown. */
  readonly learn: (learnt: readonly LearntPhrasings[]) => void;
  /** Takes over new and changed entries: they are searched and read from now on. */
  readonly put: (changed: readonly FaqEntry[]) => void;
}

interface Download {
  readonly json: string;
  /** The start of its SHA-256, for the address and the ETag. */
  readonly hash: string;
}

/** Reads all files of `knowledge/`. */
export function readKnowledge(folder: URL = FOLDER): Knowledge {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const entries = files.sort().flatMap((name) => readEntries(new URL(name, folder)));
  return knowledgeOf(entries, readPictures(new URL("pictures/", folder)));
}

export function knowledgeOf(
  entries: readonly FaqEntry[],
  pictures: ReadonlyMap<string, Buffer> = new Map(),
): Knowledge {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  let learnt: readonly LearntPhrasings[] = [];
  let downloads = downloadsOf(entries);
  const index = buildFaqIndex(entries);
  const renew = (ids: readonly string[]) => {
    const renewed = [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
    updateFaqIndex(index, { put: learnPhrasings(renewed, learnt) });
  };
  return {
    entries: known,
    index,
    get downloads() {
      return downloads;
    },
    pictures,
    learn: (given) => {
      if (JSON.stringify(given) === JSON.stringify(learnt)) return;
      const touched = [...learnt, ...given].map(({ entryId }) => entryId);
      learnt = given;
      renew(touched);
    },
    put: (changed) => {
      for (const entry of changed) known.set(entry.id, entry);
      downloads = downloadsOf([...known.values()]);
      renew(changed.map(({ id }) => id));
    },
  };
}

function downloadsOf(entries: readonly FaqEntry[]): Knowledge["downloads"] {
  const download = (locale: Locale) => downloadOf(entries.filter(isPublic), locale);
  return { en: download("en"), "zh-Hans": download("zh-Hans"), "zh-Hant": download("zh-Hant") };
}

/** Whether anyone may read it. */
export function isPublic(entry: FaqEntry): boolean {
  return entry.status === "published" && maySee("public", entry.audience);
}

/** The public entries of a topic, in the order of the files. */
export function publicEntriesOf(knowledge: Knowledge, category: string): FaqEntry[] {
  return [...knowledge.entries.values()].filter(
    (entry) => isPublic(entry) && entry.category[0] === category,
  );
}

function readPictures(folder: URL): Map<string, Buffer> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".svg"));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, folder))]));
}

function readEntries(file: URL): FaqEntry[] {
  return parseInput(z.array(FaqEntry), file.pathname, JSON.parse(readFileSync(file, "utf8")));
}

/** Only what a search in one language needs; texts in other languages stay where this one is missing. */
function downloadOf(entries: readonly FaqEntry[], locale: Locale): Download {
  const slim = entries.map((entry) => ({
    id: entry.id,
    category: entry.category,
    tags: entry.tags,
    question: only(entry.question, locale),
    alternates: only(entry.alternates, locale),
    answer: only(entry.answer, locale),
  }));
  const json = JSON.stringify(slim);
  return { json, hash: createHash("sha256").update(json).digest("hex").slice(0, 16) };
}

function only<T>(texts: Readonly<Record<string, T>>, locale: Locale): Readonly<Record<string, T>> {
  const text = texts[locale];
  if (text !== undefined) return { [locale]: text };
  return Object.fromEntries(
    LOCALES.flatMap((other) => {
      const fallback = texts[other];
      return fallback === undefined ? [] : [[other, fallback]];
    }),
  );
}
