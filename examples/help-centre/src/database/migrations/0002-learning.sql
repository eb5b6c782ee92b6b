-- What visitors do who look for help, as SearchEvent of @kefu/faq. A visit stands here by a hash of its
-- cookie, and queries are kept without e-mail addresses and long numbers: nothing leads back to a person.
create table search_events (
  id bigint generated always as identity primary key,
  visit text not null,
  at timestamptz not null,
  event jsonb not null,
  -- What the event itself has no place for: the language, the outcome of a search, the way to an entry.
  detail jsonb not null default '{}'
);
create index search_events_of_a_visit on search_events (visit, id);
create index search_events_by_time on search_events (at);

-- "Did this help?", as HelpfulnessVote of @kefu/faq: one vote a visit and revision, a later one replaces it.
create table helpfulness_votes (
  voter text not null,
  entry_id text not null,
  revision integer not null,
  at timestamptz not null,
  vote jsonb not null,
  primary key (voter, entry_id, revision)
);

insert into helpfulness_votes (voter, entry_id, revision, at, vote)
select voter, entry_id, 1, at, jsonb_build_object(
  'entryId', entry_id,
  'revision', 1,
  'voter', voter,
  'vote', case when helpful then 'yes' else 'no' end,
  'reason', reason,
  'at', floor(extract(epoch from at) * 1000)::bigint
)
from (
  select left(encode(sha256(convert_to(visit_key, 'UTF8')), 'hex'), 32) as voter,
    entry_id, helpful, reason, at
  from verdicts
) as old;
drop table verdicts;

-- Which text of an entry a reader saw: a new fingerprint of its question and answers is a new revision.
create table entry_revisions (
  entry_id text not null,
  revision integer not null,
  fingerprint text not null,
  since timestamptz not null,
  primary key (entry_id, revision)
);

-- Whether the entry that a search led to helped, as PhrasingFeedback of @kefu/faq: the words become another way
-- of asking for it, once enough visitors agree.
create table phrasing_feedback (
  voter text not null,
  entry_id text not null,
  locale text not null,
  phrasing text not null,
  at timestamptz not null,
  feedback jsonb not null,
  primary key (voter, entry_id, locale, phrasing)
);

-- What a search came to, in full, and which way someone took through a decision tree: for a ticket.
alter table visit_steps drop constraint visit_steps_kind_check;
alter table visit_steps add constraint visit_steps_kind_check check (kind in ('searched', 'read', 'walked', 'declined'));
alter table visit_steps add column detail jsonb not null default '{}';
