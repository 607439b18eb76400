-- People of HQ. There is none before somebody makes one on the machine itself.
create table person (
  name text primary key,
  digest text not null, -- of the password: scrypt, with its parameters
  role text not null,
  regions text, -- JSON; null: every region
  made_at bigint not null,
  made_by text not null,
  ended_at bigint
);

-- A browser that is signed in, by the digest of its token.
create table hq_session (
  digest text primary key,
  person text not null references person,
  begun_at bigint not null,
  seen_at bigint not null
);
create index hq_session_person on hq_session (person);

-- What people did at HQ. Nothing of it is changed or deleted.
create table deed (
  id bigint generated always as identity primary key,
  at bigint not null,
  person text not null,
  deed text not null,
  detail text not null -- JSON, without passwords and codes
);
