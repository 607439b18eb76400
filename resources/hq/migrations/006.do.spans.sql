-- Where the events of a stream lie, as folding has met them: among those from_seq to to_seq of the
-- site. An index over site and stream of every event was a quarter of a push of 200, and a tenth of
-- the disk. Worked out from the events, as all that is folded, and with it: so that is, too, worked
-- out again.
create table stream_span (
  site text not null references site,
  stream text not null,
  from_seq bigint not null,
  to_seq bigint not null,
  primary key (site, stream, from_seq)
);
drop index event_stream;
truncate folded, incident, counted, difference;
