/**
 * The steps from an empty database to the newest layout. A step never changes once it was released; the table
 * `outbox_layout` counts the steps that were done. `name` stands beside the body because the body goes once it is
 * delivered. A delivered row is dead weight to three of the indexes, hence the early vacuum.
 */
export const MIGRATIONS: readonly string[] = [
  `
create table event (
  seq bigint generated always as identity primary key,
  account text not null,
  source text not null,
  message_id text not null,
  keys text not null,
  type smallint not null,
  name text,
  status smallint not null default 0,
  claims integer not null default 0,
  failures integer not null default 0,
  ops smallint not null,
  writes smallint not null,
  profile text not null,
  list text,
  job text,
  digest text not null,
  accepted_at timestamptz not null default now(),
  due_at timestamptz,
  settled_at timestamptz,
  body text,
  warnings text,
  error text,
  unique (account, source, message_id)
) with (autovacuum_vacuum_scale_factor = 0.02);
create index event_new on event (account, seq) where status = 0;
create index event_taken_up on event (account, seq) where status in (1, 2);
create index event_dead on event (account, seq) where status = 4;
create index event_writes on event (account, profile, seq) where writes <> 0;
create index event_settled on event (settled_at) where status in (3, 5) and writes = 0;
create index event_kept on event (settled_at) where status = 4 or status = 3 and writes <> 0;
create table lease (
  account text primary key,
  holder text not null,
  token bigint not null,
  expires_at timestamptz not null,
  paused_until timestamptz,
  backlog bigint,
  backlog_at timestamptz,
  last_error text
);
`,
]

/** The layout that this gateway writes. */
export const LAYOUT = MIGRATIONS.length

/** A condition that is false once a newer gateway changed the layout: an older one writes nothing from then on. */
export const LAYOUT_IS_OURS = `(select version from outbox_layout) = ${LAYOUT}`
