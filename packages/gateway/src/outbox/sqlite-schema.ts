/**
 * The steps from an empty file to the newest layout. A step never changes once it was released; `user_version` of the
 * file counts the steps that were done. `name` stands beside the body because the body goes once it is delivered.
 */
export const MIGRATIONS: readonly string[] = [
  `
create table event (
  seq integer primary key autoincrement,
  account text not null,
  source text not null,
  message_id text not null,
  keys text not null,
  type integer not null,
  name text,
  status integer not null default 0,
  claims integer not null default 0,
  failures integer not null default 0,
  ops integer not null,
  writes integer not null,
  profile text not null,
  list text,
  job text,
  digest text not null,
  accepted_at integer not null,
  due_at integer,
  settled_at integer,
  body text,
  warnings text,
  error text,
  unique (account, source, message_id)
) strict;
create index event_new on event (account, seq) where status = 0;
create index event_taken_up on event (account, seq) where status in (1, 2);
create index event_dead on event (account, seq) where status = 4;
create index event_writes on event (account, profile, seq) where writes <> 0;
create index event_settled on event (settled_at) where status in (3, 5) and writes = 0;
create index event_kept on event (settled_at) where status = 4 or status = 3 and writes <> 0;
create table lease (
  account text primary key,
  holder text not null,
  token integer not null,
  expires_at integer not null,
  paused_until integer,
  backlog integer,
  backlog_at integer,
  last_error text
) strict;
`,
]
