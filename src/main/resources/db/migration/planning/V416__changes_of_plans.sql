-- How often a plan was changed by hand, so that its version counts on with its routes.
alter table planning_plan add column changes int not null default 0;
