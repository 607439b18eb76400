-- What HQ keeps. Plain SQL of the PostgreSQL family: no jsonb, no arrays in indices, no NOTIFY.
-- Instants are UTC ms. Texts that are hashed or counted again are text, so that every byte stays.

-- Which installation this is; one row. The private key lies in a file, not here.
create table hq (
  id smallint primary key check (id = 1),
  name text not null,
  public_key text not null, -- SPKI, DER, base64: what sites verify orders by
  begun_at bigint not null
);

-- A site and the head of what is held of its record.
create table site (
  id text primary key,
  name_zh text not null,
  name_en text not null,
  zone text not null,
  kinds text not null, -- JSON
  program text not null,
  region text not null,
  first_hash text not null unique, -- of the record's first event: which record it is
  paired_at bigint not null,
  epoch integer not null,
  seq bigint not null,
  hash text not null,
  order_asked bigint not null default 0 -- the last order that it has asked for
);

-- What a station shows to be let in, as a digest. A record may have several: of its spare, too.
create table site_token (
  digest text primary key,
  site text not null references site,
  made_at bigint not null,
  ended_at bigint
);
create index site_token_site on site_token (site);

-- Codes for pairing, as digests, each valid once. site: the only one that it is meant for.
create table pair_code (
  digest text primary key,
  region text not null,
  site text references site,
  made_at bigint not null,
  made_by text not null,
  expires_at bigint not null,
  used_at bigint,
  used_by text references site
);

-- The last that was heard of a site; apart from it, so that a beat waits for no push.
create table site_heard (
  site text primary key references site,
  heard_at bigint not null, -- by HQ's clock
  clock_offset bigint not null, -- the site's clock less HQ's, ms
  station_epoch integer not null,
  station_seq bigint not null,
  waiting bigint not null,
  whole_at bigint -- HQ had all that the site had, by HQ's clock
);

-- The record, byte for byte. line: null for an event from before personal values were sealed.
create table event (
  site text not null references site,
  seq bigint not null,
  hash text not null,
  type text not null,
  stream text, -- null with line
  line text,
  primary key (site, seq)
);
create index event_stream on event (site, stream, seq);

-- What a newer epoch put aside: events that the record goes on without.
create table event_apart (
  site text not null references site,
  epoch integer not null,
  seq bigint not null,
  hash text not null,
  type text not null,
  stream text,
  line text,
  primary key (site, epoch, seq)
);

-- When each writer of a record began, and after which event.
create table epoch (
  site text not null references site,
  epoch integer not null,
  after_seq bigint not null,
  after_hash text not null,
  begun_at bigint not null,
  apart bigint not null, -- how many events were put aside
  primary key (site, epoch)
);

-- A record that came with another event than the one that is held. Ends with the next epoch.
create table fork (
  site text not null references site,
  epoch integer not null,
  seq bigint not null,
  held_hash text not null,
  came_hash text not null,
  first_at bigint not null,
  last_at bigint not null,
  primary key (site, epoch)
);

-- The tally of a month as the site states it, and at which position.
create table tally (
  site text not null references site,
  month text not null,
  tally text not null,
  epoch integer not null,
  seq bigint not null,
  hash text not null,
  stated_at bigint not null, -- by HQ's clock
  primary key (site, month)
);
create index tally_month on tally (month);

-- That something of a site has changed. Ids become visible out of order: see ADR 65.
create table change (
  id bigint generated always as identity primary key,
  site text not null,
  at bigint not null
);

-- What follows is worked out from the events, and can be again.

-- How far the events of a site are folded.
create table folded (
  site text primary key references site,
  epoch integer not null,
  seq bigint not null,
  hash text not null
);

-- An incident: what statistics keep of it (JSON), and whether it stands on the board.
create table incident (
  site text not null references site,
  id text not null,
  month text not null,
  on_board boolean not null,
  seq bigint not null, -- of its last event
  stats text not null,
  primary key (site, id)
);
create index incident_board on incident (on_board, site);
create index incident_month on incident (site, month);

-- The tally of a month as HQ counts it from the stats.
create table counted (
  site text not null references site,
  month text not null,
  tally text not null,
  primary key (site, month)
);

-- Months whose stated tally is not what HQ counts at the same position.
create table difference (
  site text not null references site,
  month text not null,
  seq bigint not null,
  stated text not null,
  counted text not null,
  found_at bigint not null,
  primary key (site, month)
);

-- What HQ hands down, and to which sites with which signature.
create table handed_order (
  id bigint generated always as identity primary key,
  kind text not null,
  title text not null,
  body text not null,
  at bigint not null,
  made_by text not null
);
create table order_of_site (
  site text not null references site,
  id bigint not null references handed_order,
  signature text not null,
  primary key (site, id)
);
