-- Random keys that must survive a restart, such as the one that signs forms.
create table secrets (
  name text primary key,
  value text not null
);

-- One browser, known by an opaque cookie. What it did is kept so that a ticket can hand it over.
create table visits (
  key text primary key,
  started_at timestamptz not null
);

create table visit_steps (
  id bigint generated always as identity primary key,
  visit_key text not null references visits on delete cascade,
  at timestamptz not null,
  kind text not null check (kind in ('searched', 'read')),
  query text not null default '',
  entry_id text not null default '',
  outcome text not null default ''
);
create index visit_steps_of_a_visit on visit_steps (visit_key, id);
create index visit_steps_of_an_entry on visit_steps (entry_id, at) where kind = 'read';

-- "Did this help?": one answer a visit and entry; a second one replaces the first.
create table verdicts (
  visit_key text not null references visits on delete cascade,
  entry_id text not null,
  helpful boolean not null,
  reason text not null default '',
  at timestamptz not null,
  primary key (visit_key, entry_id)
);

-- A ticket, its customer and its messages are the JSON models of @kefu/core.
create table tickets (
  number bigint generated always as identity (start with 24001) primary key,
  -- The end of the ticket's address: whoever knows it may read it.
  key text not null unique,
  -- Made with the form, so that sending it twice makes one ticket.
  form_key text not null unique,
  kind text not null check (kind in ('question', 'complaint')),
  ticket jsonb not null,
  customer jsonb not null,
  -- The steps and verdicts of the visit that led here.
  journey jsonb not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  state text not null generated always as (
    case ticket ->> 'status'
      when 'closed' then 'closed'
      when 'new' then 'waiting'
      when 'open' then 'waiting'
      else 'answered'
    end
  ) stored
);
create index tickets_by_due_time on tickets (state, due_at);

create table messages (
  id bigint generated always as identity primary key,
  ticket_number bigint not null references tickets on delete cascade,
  form_key text not null unique,
  message jsonb not null
);
create index messages_of_a_ticket on messages (ticket_number, id);

create table agent_sessions (
  key text primary key,
  expires_at timestamptz not null
);
