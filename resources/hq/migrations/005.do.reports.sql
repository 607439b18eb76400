-- The monthly report over some sites: which they are, and what was issued. Nothing that was issued
-- is changed or deleted: what changes later is an issue of its own, a correction.
create table hq_report (
  id text primary key,
  month text not null,
  name text not null,
  sites text not null, -- JSON: their ids
  made_at bigint not null,
  made_by text not null,
  serial integer, -- of its month; null: a draft
  unique (month, serial)
);
create table hq_report_issue (
  report text not null references hq_report,
  number integer not null, -- 0: the report; from 1 on its corrections
  at bigint not null,
  made_by text not null,
  reason text, -- null of the report itself
  paper text not null, -- the bytes that were issued
  sha256 text not null, -- of these bytes (UTF-8)
  primary key (report, number)
);
