-- HQ's database and its user, once, as superuser of the server (the primary of two):
--   psql -v password=… -f resources/hq/database.sql
create role vigil login password :'password';
-- so that HQ can see whether a second copy is there; without it every page says 只有一份
grant pg_read_all_stats to vigil;
create database vigil_hq owner vigil encoding 'UTF8' template template0;
