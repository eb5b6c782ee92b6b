import type { Knowledge } from "../knowledge/knowledge.ts";
import { served } from "../knowledge/served-text.ts";
import type { Card, ForYou } from "../shop/for-you.ts";
import { cardWords, reasonWords } from "../shop/rule-words.ts";
import { paths, type Reader } from "../web/reader.ts";
import { WhyDetails } from "./why-details.tsx";

interface ForYouStripProps {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  readonly forYou: ForYou;
}

/** What is shown to this visitor, each card with its reasons. */
export function ForYouStrip({ reader, knowledge, forYou }: ForYouStripProps) {
  const { locale, texts } = reader;
  const words = texts.shop.forYou;
  const general = reasonWords(
    forYou.because.filter(({ code }) => code === "no-profiling"),
    reader,
  );
  const isForAll = forYou.cards.every(({ content }) => content.card === "popular");
  return (
    <section class="for-you" aria-labelledby="for-you">
      <h2 id="for-you">{isForAll ? words.forAll : words.title}</h2>
      {forYou.cards.length === 0 && <p class="empty">{words.nothing}</p>}
      <ul class="for-you-cards">
        {forYou.cards.map((card) => (
          <li class="card for-you-card">
            <CardBody reader={reader} knowledge={knowledge} card={card} />
            <WhyDetails reader={reader} sentences={[...general, ...cardWords(card, reader)]} />
          </li>
        ))}
      </ul>
      <p class="for-you-links">
        <a href={paths.preferences(locale)}>{words.change}</a>
        <a href={paths.wallet(locale)}>{words.wallet}</a>
      </p>
    </section>
  );
}

function CardBody({
  reader,
  knowledge,
  card: { content, products, points },
}: Omit<ForYouStripProps, "forYou"> & { readonly card: Card }) {
  const { locale, texts } = reader;
  const { cards, wallet } = texts.shop.forYou;
  if (content.card === "ending-points") {
    return (
      <>
        <h3>{cards.endingPoints(points)}</h3>
        <p>
          <a href={paths.wallet(locale)}>{wallet}</a>
        </p>
      </>
    );
  }
  if (content.card === "guide") {
    const entry = knowledge.entries.get(content.entryId ?? "");
    const question = entry && served(entry.question, locale)?.value;
    return (
      <>
        <h3>{cards.guide}</h3>
        {entry && (
          <p>
            <a href={paths.answer(locale, entry.id)}>{question}</a>
          </p>
        )}
      </>
    );
  }
  const titles = { together: cards.together, "goes-with": cards.goesWith, popular: cards.popular };
  return (
    <>
      <h3>{titles[content.card]}</h3>
      <ul>
        {products.map(({ product }) => (
          <li>{product.name[locale]}</li>
        ))}
      </ul>
    </>
  );
}
