import { searchFaq } from "@kefu/faq";
import { describe, expect, it } from "vitest";
import { categoryById, subtopicName } from "../src/knowledge/categories.ts";
import { isPublic, readKnowledge } from "../src/knowledge/knowledge.ts";
import { LOCALES } from "../src/locales.ts";

// Reading it parses every entry by the schema of @kefu/faq.
const knowledge = readKnowledge();
const entries = [...knowledge.entries.values()];

describe("the knowledge base", () => {
  it("has at least 60 published entries that anyone may read", () => {
    expect(entries.filter(isPublic).length).toBeGreaterThanOrEqual(60);
  });

  it("has each entry in every language, in the same format", () => {
    const gaps = entries.flatMap(({ id, question, alternates, answer }) =>
      LOCALES.filter(
        (locale) =>
          !question[locale] ||
          (alternates[locale]?.length ?? 0) < 2 ||
          answer[locale]?.format !== answer["en"]?.format,
      ).map((locale) => `${id} ${locale}`),
    );
    expect(gaps).toEqual([]);
  });

  it("stands under topics that the pages know", () => {
    const unknown = entries.filter(
      ({ category: [topic, subtopic] }) =>
        categoryById(topic) === undefined ||
        (subtopic !== undefined && subtopicName(subtopic, "en") === undefined),
    );
    expect(unknown.map(({ id, category }) => [id, category])).toEqual([]);
  });

  it("links only to entries that exist, and from public ones only to public ones", () => {
    const broken = entries.flatMap((entry) =>
      linksOf(entry).filter((id) => {
        const target = knowledge.entries.get(id);
        return target === undefined || (isPublic(entry) && !isPublic(target));
      }),
    );
    expect(broken).toEqual([]);
  });

  it("says when each entry is to be read again", () => {
    expect(entries.filter(({ reviewBy }) => reviewBy === undefined).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it.each(LOCALES)("finds every question first, asked word for word in %s", (locale) => {
    const missed = entries.filter(isPublic).flatMap(({ id, question }) => {
      const asked = question[locale] ?? "";
      const { hits } = searchFaq(knowledge.index, asked, { locale, audience: "public" });
      return hits[0]?.id === id ? [] : [`${asked}: ${hits[0]?.id} before ${id}`];
    });
    expect(missed).toEqual([]);
  });

  it.each(LOCALES)("offers in %s nothing to browsers that is not for anyone", (locale) => {
    const sent = JSON.parse(knowledge.downloads[locale].json) as { readonly id: string }[];
    expect(sent.map(({ id }) => id)).toEqual(entries.filter(isPublic).map(({ id }) => id));
  });
});

function linksOf({ related, answer }: (typeof entries)[number]): string[] {
  const links = JSON.stringify(answer).matchAll(/\]\(entry:([^)]+)\)/g);
  return [...related, ...[...links].map(([, id = ""]) => id)];
}
