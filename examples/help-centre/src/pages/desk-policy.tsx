import type { Instant } from "@kefu/core";
import type { EscalationPolicyInput } from "@kefu/escalation";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Layout } from "../components/layout.tsx";
import { DESK_HOURS } from "../desk/desk-hours.ts";
import { deskPolicyAt } from "../desk/desk-policy.ts";
import { durationOf, holidayWords, shownTargets, weekRows } from "../desk/policy-words.ts";
import type { Assets } from "../web/assets.ts";
import type { Reader } from "../web/reader.ts";

interface DeskPolicyPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly now: Instant;
}

type PolicyProps = Pick<DeskPolicyPageProps, "reader"> & { readonly policy: EscalationPolicyInput };

/** What the desk promises, for everybody: made from the data by which every deadline is set. */
export function DeskPolicyPage({ reader, assets, now }: DeskPolicyPageProps) {
  const { policy: words } = reader.texts.service;
  const policy = deskPolicyAt(now);
  return (
    <Layout reader={reader} assets={assets} title={words.title}>
      <div class="page page-narrow">
        <Breadcrumbs reader={reader} />
        <header class="page-header">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <p class="hint">{words.version(`${policy.id}@${policy.version}`)}</p>
        </header>
        {policy.rules?.map(({ id, targets }) => (
          <RuleCard reader={reader} policy={policy} rule={id} targetIds={targets} />
        ))}
        <CalendarCard reader={reader} now={now} />
        <ReminderCard reader={reader} policy={policy} />
        <PromiseAndComplaintCards reader={reader} policy={policy} />
      </div>
    </Layout>
  );
}

/** How soon what is owed to whom a rule applies to. */
function RuleCard({
  reader,
  policy,
  rule,
  targetIds,
}: PolicyProps & { readonly rule: string; readonly targetIds: readonly string[] }) {
  const { policy: words, rules, targets } = reader.texts.service;
  const name = rules[rule] ?? rule;
  const isComplaint = rule === "complaints";
  const extra = isComplaint ? (policy.complaint?.targets ?? []) : [];
  return (
    <section class="card" aria-labelledby={`rule-${rule}`}>
      <h2 id={`rule-${rule}`}>
        {name}: {words.owed}
      </h2>
      <dl class="facts">
        {shownTargets(policy, [...targetIds, ...extra]).map(
          ({ id, workingHours, starts, ends, pauseStates }) => (
            <div>
              <dt>{targets[id] ?? id}</dt>
              <dd>
                <strong>{words.hours(workingHours)}</strong>{" "}
                {words.fromTo(words.starts[starts] ?? starts, words.ends[ends] ?? ends)}
              </dd>
              <dd class="hint">
                {words.standsStill}:{" "}
                {pauseStates.map((state) => words.states[state] ?? state).join(", ") || words.never}
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

function CalendarCard({ reader, now }: Pick<DeskPolicyPageProps, "reader" | "now">) {
  const { policy: words } = reader.texts.service;
  return (
    <section class="card" aria-labelledby="calendar">
      <h2 id="calendar">{words.calendar}</h2>
      <p>{words.calendarLead}</p>
      <table class="policy-week">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.open}</th>
          </tr>
        </thead>
        <tbody>
          {weekRows(DESK_HOURS, reader.locale).map(({ day, open }) => (
            <tr>
              <th scope="row">{day}</th>
              <td>{open.length === 0 ? words.closedDay : open.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.holidays}</p>
      <ul class="policy-holidays">
        {holidayWords(DESK_HOURS, now, reader.locale).map((day) => (
          <li>{day}</li>
        ))}
      </ul>
    </section>
  );
}

/** Who is told of what inside the desk; the same for most targets, so that each is said once. */
function ReminderCard({ reader, policy }: PolicyProps) {
  const { policy: words } = reader.texts.service;
  const said = (policy.targets ?? []).flatMap(({ thresholds = [] }) =>
    thresholds.flatMap(({ at, actions = [], deliver }) => {
      if ("ratio" in at) return [];
      const when =
        "before" in at
          ? words.before(durationOf(at.before, reader.locale))
          : words.afterwards(durationOf(at.after, reader.locale));
      const what = actions.map((action) => words.actions[action] ?? action).join(", ");
      const hours = deliver === "inHours" ? ` (${words.inHours})` : "";
      return `${when}: ${what}${hours}`;
    }),
  );
  return (
    <section class="card" aria-labelledby="reminders">
      <h2 id="reminders">{words.reminders}</h2>
      <ul>
        {[...new Set(said)].map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function PromiseAndComplaintCards({ reader, policy }: PolicyProps) {
  const { locale, texts } = reader;
  const { policy: words } = texts.service;
  const { promises, complaint, ladder } = policy;
  return (
    <>
      <section class="card" aria-labelledby="promises">
        <h2 id="promises">{words.promises}</h2>
        <p>{words.promisesText(durationOf(promises?.atRiskBefore ?? { hours: 0 }, locale))}</p>
      </section>
      <section class="card" aria-labelledby="complaints">
        <h2 id="complaints">{words.complaints}</h2>
        <p>
          {words.complaintsText(
            complaint?.silence?.days ?? 0,
            complaint?.recurrenceWindow?.days ?? 0,
          )}
        </p>
      </section>
      <section class="card" aria-labelledby="ladder">
        <h2 id="ladder">{words.ladder}</h2>
        <p>{words.ladderText}</p>
        <ol class="policy-ladder">
          {ladder?.rungs.map(({ level }) => (
            <li>{texts.ticket.levels[level]}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
