-- What happened to a ticket, as EscalationEvent of @kefu/escalation, in order and never changed.
create table ticket_events (
  ticket_number bigint not null references tickets on delete cascade,
  number integer not null,
  at timestamptz not null,
  event jsonb not null,
  primary key (ticket_number, number)
);

-- What the events have made of it, so that they need not be read each time; null as long as there are none.
alter table tickets add column escalation jsonb;
-- How many events there are: whoever read an older number has to decide anew.
alter table tickets add column version integer not null default 0;
-- When something next comes due by itself.
alter table tickets add column wake_at timestamptz;
create index tickets_by_wake on tickets (wake_at) where wake_at is not null;

-- When the desk owes something next; null when it owes nothing now.
alter table tickets alter column due_at drop not null;
-- A ticket that is answered waits for the desk as long as a promise or a complaint is open.
alter table tickets drop column state;
alter table tickets add column state text not null default 'waiting' check (state in ('waiting', 'answered', 'closed'));
update tickets set state = case ticket ->> 'status'
  when 'closed' then 'closed'
  when 'new' then 'waiting'
  when 'open' then 'waiting'
  else 'answered'
end;
create index tickets_by_due_time on tickets (state, due_at);
