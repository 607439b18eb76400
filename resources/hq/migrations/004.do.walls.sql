-- Screens that show the board of their regions and may ask nothing else. Of code and token only
-- digests are held: the one is gone once it is spent, both with the wall.
create table hq_wall (
  id text primary key,
  name text not null,
  regions text, -- JSON; null: every region
  code_digest text unique,
  code_expires_at bigint not null,
  token_digest text unique,
  made_at bigint not null,
  made_by text not null,
  entered_at bigint,
  seen_at bigint,
  ended_at bigint
);
