-- What a person has decided about a fork: which of the two records goes on. `decided` is 'came',
-- and the site begins its next epoch by it, or 'held': the other one is out of use.
alter table fork add column decided text;
alter table fork add column decided_at bigint;
alter table fork add column decided_by text;
alter table fork add column reason text;
