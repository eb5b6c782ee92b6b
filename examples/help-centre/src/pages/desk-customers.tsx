import type { Instant } from "@kefu/core";
import { Layout } from "../components/layout.tsx";
import { Moment } from "../components/moment.tsx";
import type { ShopCustomer } from "../database/shop-customers.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

interface DeskCustomersPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly customers: readonly ShopCustomer[];
  readonly now: Instant;
}

/** The customers whose decisions an agent can look at. */
export function DeskCustomersPage({ reader, assets, customers, now }: DeskCustomersPageProps) {
  const { locale, texts } = reader;
  const words = texts.shop.agent;
  return (
    <Layout reader={reader} assets={assets} title={words.title} access="private">
      <div class="page">
        <p class="back">
          <a href={paths.desk(locale)}>{texts.desk.back}</a>
        </p>
        <header class="page-header">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </header>
        {customers.length === 0 ? (
          <p class="empty">{words.none}</p>
        ) : (
          <ul class="inbox">
            {customers.map(({ key, since }) => (
              <li>
                <a class="inbox-row" href={paths.deskCustomer(locale, key)}>
                  <span class="inbox-number">{words.customer(shortOf(key))}</span>
                  <span class="inbox-due">
                    <Moment reader={reader} at={since} now={now} />
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Layout>
  );
}

/** Enough of a hash to tell customers apart. */
export function shortOf(key: string): string {
  return key.slice(0, 8);
}
