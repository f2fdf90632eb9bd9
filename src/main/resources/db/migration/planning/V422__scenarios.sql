-- What if: some suppositions about some days, planned apart from the plan that holds.
create table planning_scenario (
  id uuid primary key,
  version bigint not null,
  name varchar(80) not null,
  first_day date not null,
  days int not null check (days between 1 and 31),
  policy_id uuid references planning_policy,
  -- As JSON; see Suppositions.
  supposed text not null,
  job_id uuid,
  plan_id uuid references planning_plan,
  published_plan_id uuid,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index planning_scenario_days on planning_scenario (first_day, created_at desc);

-- A scenario's plan holds for nothing.
alter table planning_plan add column apart boolean not null default false;

-- A scenario is planned beside the days' own plan, and beside others; discarded, it needs no job.
alter table planning_job
  add column scenario_id uuid references planning_scenario on delete cascade;
do $$
begin
  execute (select 'alter table planning_job drop constraint ' || quote_ident(conname)
    from pg_constraint where conrelid = 'planning_job'::regclass and contype = 'x');
end $$;
alter table planning_job add constraint planning_job_days
  exclude using gist (daterange(first_day, first_day + days) with &&)
    where (state in ('QUEUED', 'RUNNING') and scenario_id is null);
