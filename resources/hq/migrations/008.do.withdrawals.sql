-- An order that takes back an earlier one: it is signed and fetched like any other.
alter table handed_order add column withdraws bigint references handed_order;
create index handed_order_withdraws on handed_order (withdraws) where withdraws is not null;
