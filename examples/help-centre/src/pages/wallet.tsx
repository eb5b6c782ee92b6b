import { type Instant, instant } from "@kefu/core";
import type { Lot } from "@kefu/loyalty";
import type { FormErrors } from "../components/form-fields.tsx";
import { ErrorSummary, FieldError, FormNotice } from "../components/form-fields.tsx";
import { Layout } from "../components/layout.tsx";
import { SmallForm } from "../components/small-form.tsx";
import { WalletHistory } from "../components/wallet-history.tsx";
import { dayWords } from "../desk/time-words.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { PRODUCTS } from "../shop/products.ts";
import { dayOf, type WalletView } from "../shop/wallet.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

export interface WalletPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly now: Instant;
  readonly token: string;
  readonly formKey: string;
  /** Nothing as long as the visitor has no wallet. */
  readonly wallet: WalletView | undefined;
  readonly isMadeUp: boolean;
  readonly errors?: FormErrors;
  readonly notice?: string | undefined;
}

/** The points of a customer: how many, since when and until when, what tier, and what happened. */
export function WalletPage(props: WalletPageProps) {
  const { reader, assets, wallet, isMadeUp, errors = {}, notice } = props;
  const words = reader.texts.shop.wallet;
  return (
    <Layout reader={reader} assets={assets} title={words.title} access="private">
      <div class="page">
        <header class="page-header">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          {isMadeUp && <p class="notice">{words.madeUp}</p>}
        </header>
        {notice !== undefined && <FormNotice>{notice}</FormNotice>}
        <ErrorSummary reader={reader} errors={errors} />
        {wallet === undefined ? <Opening {...props} /> : <Wallet {...props} wallet={wallet} />}
      </div>
    </Layout>
  );
}

function Opening({ reader: { locale, texts }, token }: WalletPageProps) {
  const words = texts.shop.wallet;
  return (
    <section class="card">
      <p>{words.notOpen}</p>
      <form class="form small-form" method="post" action={paths.walletOpening(locale)}>
        <input type="hidden" name="token" value={token} />
        <p class="actions">
          <button class="button" type="submit" name="history" value="made-up">
            {words.openMadeUp}
          </button>
          <button class="button button-quiet" type="submit" name="history" value="none">
            {words.openEmpty}
          </button>
        </p>
      </form>
    </section>
  );
}

function Wallet(props: WalletPageProps & { readonly wallet: WalletView }) {
  const { reader, knowledge, wallet, now } = props;
  const { locale, texts } = reader;
  const words = texts.shop.wallet;
  return (
    <div class="desk-columns">
      <div class="wallet-main">
        <section class="card" aria-labelledby="balance">
          <h2 id="balance">{words.on(dayWords(wallet.asOf, locale))}</h2>
          <ul class="wallet-sentences">
            {wallet.sentences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </section>
        <section class="card" aria-labelledby="lots">
          <h2 id="lots">{words.lots}</h2>
          <Lots reader={reader} lots={wallet.lots} />
        </section>
        <section class="card" aria-labelledby="history">
          <h2 id="history">{words.history}</h2>
          <WalletHistory reader={reader} knowledge={knowledge} history={wallet.history} />
        </section>
      </div>
      <div class="desk-side">
        <DayForm {...props} />
        <section class="card" aria-labelledby="buy">
          <h2 id="buy">{words.buy}</h2>
          <p class="hint">{words.buyHint}</p>
          <OrderForm {...props} />
          <p class="hint">{words.howElse}</p>
        </section>
        {wallet.asOf !== now && (
          <p>
            <a href={paths.wallet(locale)}>{words.today}</a>
          </p>
        )}
      </div>
    </div>
  );
}

/** A day to look at; it stands in the address, so that the page can be kept. */
function DayForm({
  reader: { locale, texts },
  wallet,
  errors = {},
}: WalletPageProps & { readonly wallet: WalletView }) {
  const words = texts.shop.wallet;
  const error = errors["day"];
  return (
    <form class="card form small-form" method="get" action={paths.wallet(locale)} novalidate>
      <div class={error === undefined ? "field" : "field field-wrong"}>
        <label for="day">{words.day}</label>
        <p class="hint" id="day-hint">
          {words.dayHint}
        </p>
        <FieldError name="day" error={error} />
        <input
          id="day"
          name="day"
          type="date"
          value={dayOf(wallet.asOf)}
          aria-invalid={error === undefined ? undefined : "true"}
          aria-describedby={error === undefined ? "day-hint" : "day-hint day-error"}
        />
      </div>
      <button class="button button-quiet" type="submit">
        {words.show}
      </button>
    </form>
  );
}

function OrderForm({ reader: { locale, texts }, token, formKey }: WalletPageProps) {
  const words = texts.shop.wallet;
  return (
    <SmallForm action={paths.walletOrders(locale)} {...{ token, formKey }} submit={words.order}>
      <fieldset class="field">
        <legend>{words.product}</legend>
        {PRODUCTS.map(({ id, name, priceMinor }, index) => (
          <label class="choice-row">
            <input type="radio" name="product" value={id} checked={index === 0} />
            <span>
              {name[locale]} · {priceWords(priceMinor, locale)}
            </span>
          </label>
        ))}
      </fieldset>
    </SmallForm>
  );
}

function priceWords(amountMinor: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  return format.format(amountMinor / 100);
}

function Lots({
  reader: { locale, texts },
  lots,
}: {
  readonly reader: Reader;
  readonly lots: readonly Lot[];
}) {
  const words = texts.shop.wallet;
  if (lots.length === 0) return <p class="empty">{words.noLots}</p>;
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby="lots">
      <table class="lots">
        <thead>
          <tr>
            {[words.lotPoints, words.lotFrom, words.lotEarned, words.lotEnds].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lots.map(({ points, source, earnedAt, expiresAt }) => (
            <tr>
              <td>{points}</td>
              <td>{source.startsWith("order/") ? words.sources.order : words.sources.activity}</td>
              <td>{dayWords(earnedAt, locale)}</td>
              <td>{dayWords(instant(expiresAt - 1), locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
