-- A customer of the shop, by a hash of the visit's cookie: whoever has the browser has the wallet.
create table shop_customers (
  key text primary key,
  -- The end of the address by which messages are stopped, also without the cookie.
  leave_key text not null unique,
  since timestamptz not null,
  -- Null as long as no wallet was opened.
  wallet_since timestamptz,
  is_made_up boolean not null default false,
  -- How many events the ledger has: whoever read an older number has to decide anew.
  ledger_version integer not null default 0,
  -- How messages may reach them: channels, hours.
  reach jsonb not null default '{"channels": []}'
);

-- What happened in a wallet, as LedgerEvent of @kefu/loyalty, in order and never changed.
create table ledger_events (
  customer text not null references shop_customers on delete cascade,
  number integer not null,
  at timestamptz not null,
  event jsonb not null,
  primary key (customer, number)
);

-- What customers said about being written to and looked at, as ConsentRecord of @kefu/personalization. Nothing is overwritten.
create table consent_records (
  id bigint generated always as identity primary key,
  customer text not null references shop_customers on delete cascade,
  record jsonb not null
);
create index consent_records_of_a_customer on consent_records (customer, id);
