-- Who had it, the lead first: others may get it without being asked twice.
alter table planning_decline add column technician_ids uuid[] not null default '{}';
alter table planning_decline alter column technician_ids drop default;
