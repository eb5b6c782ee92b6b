-- What editors do, as EntryEvent and GapEvent of @kefu/faq, in the order in which it happened. An entry of the files
-- gets its first rows with its first change; from then on it is read from here.
create table entry_events (
  entry_id text not null,
  version integer not null,
  command_id text not null,
  at timestamptz not null,
  event jsonb not null,
  primary key (entry_id, version)
);

create table gap_events (
  version integer primary key,
  command_id text not null,
  at timestamptz not null,
  event jsonb not null
);
