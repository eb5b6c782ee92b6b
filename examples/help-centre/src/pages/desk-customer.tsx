import type { Instant } from "@kefu/core";
import type { DecisionTrace } from "@kefu/personalization";
import { Layout } from "../components/layout.tsx";
import { Moment } from "../components/moment.tsx";
import type { ShopCustomer } from "../database/shop-customers.ts";
import { isProfiled, topicsOf } from "../shop/preferences.ts";
import { reasonWords, ruleWords } from "../shop/rule-words.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";
import { shortOf } from "./desk-customers.tsx";

interface DeskCustomerPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly customer: ShopCustomer;
  readonly cards: DecisionTrace;
  readonly messages: DecisionTrace;
  readonly now: Instant;
}

/** Why a customer is shown and written what they are: every rule, and the next contact. */
export function DeskCustomerPage(props: DeskCustomerPageProps) {
  const { reader, assets, customer, cards, messages } = props;
  const { locale, texts } = reader;
  const words = texts.shop.agent;
  const title = words.customer(shortOf(customer.key));
  return (
    <Layout reader={reader} assets={assets} title={title} access="private">
      <div class="page">
        <p class="back">
          <a href={paths.deskCustomers(locale)}>{words.back}</a>
        </p>
        <header class="page-header">
          <h1>{title}</h1>
        </header>
        <NextContact {...props} />
        <Trace reader={reader} id="cards" title={words.cards} trace={cards} />
        <Trace reader={reader} id="letters" title={words.messages} trace={messages} />
        <Facts {...props} />
      </div>
    </Layout>
  );
}

function NextContact({ reader, messages: { decision }, now }: DeskCustomerPageProps) {
  const { agent, preferences } = reader.texts.shop;
  const names: Readonly<Record<string, string>> = preferences.channelNames;
  return (
    <section class="card" aria-labelledby="next">
      <h2 id="next">{agent.next}</h2>
      {decision.outcome === "send" ? (
        <p>
          {agent.nextContact(names[decision.channel] ?? decision.channel)}{" "}
          <Moment reader={reader} at={decision.sendAt} now={now} />
        </p>
      ) : (
        <p>{agent.noContact}</p>
      )}
      <ul class="wallet-sentences">
        {reasonWords(decision.because, reader).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Trace({
  reader,
  id,
  title,
  trace,
}: {
  readonly reader: Reader;
  readonly id: string;
  readonly title: string;
  readonly trace: DecisionTrace;
}) {
  const { agent, forYou } = reader.texts.shop;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <section class="table-scroll" tabindex={0} aria-labelledby={id}>
        <table class="lots">
          <thead>
            <tr>
              {[agent.rule, agent.outcome, agent.why].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trace.rules.map((rule) => (
              <tr>
                <th scope="row">{forYou.rules[rule.rule] ?? rule.rule}</th>
                <td>{agent.outcomes[rule.outcome]}</td>
                <td>{ruleWords(rule, reader).join(" ") || agent.noCondition}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Facts({ reader: { texts }, customer, now }: DeskCustomerPageProps) {
  const { agent, preferences } = texts.shop;
  const yesOrNo = (is: boolean) => (is ? agent.yes : agent.no);
  const { channels, quietHours } = customer.reach;
  const topics = topicsOf(customer, now).map((topic) => preferences.topicNames[topic]);
  const facts: readonly (readonly [string, string])[] = [
    [agent.profiling, yesOrNo(isProfiled(customer, now))],
    [agent.topics, topics.join(" · ") || "–"],
    [agent.channels, channels.map((one) => preferences.channelNames[one]).join(" · ") || "–"],
    [agent.quiet, quietHours === undefined ? "–" : `${quietHours.start}–${quietHours.end}`],
    [agent.wallet, yesOrNo(customer.walletSince !== null)],
  ];
  return (
    <section class="card" aria-labelledby="chosen">
      <h2 id="chosen">{agent.facts}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
