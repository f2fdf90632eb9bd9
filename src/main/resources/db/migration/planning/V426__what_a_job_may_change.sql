-- Technicians, territories, only what has no place; null for everything.
alter table planning_job add column scope jsonb;
