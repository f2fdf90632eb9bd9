-- The making of a plan, the same to every node. Of plans under way no two share a day.
create table planning_job (
  id uuid primary key,
  number bigint generated always as identity,
  first_day date not null,
  days int not null check (days between 1 and 31),
  limit_seconds int not null check (limit_seconds >= 1),
  policy_revision_id uuid not null references planning_policy_revision,
  started_by varchar(60) not null,
  started_at timestamptz not null,
  -- Seconds of searching before it, by fair turns; the lowest goes first.
  turn int not null,
  state varchar(12) not null,
  stop_asked boolean not null default false,
  -- Until then it must have begun, and once it has begun, ended.
  deadline timestamptz not null,
  -- Counts the nodes that worked on it; only the last one may write.
  attempt int not null default 0,
  searched_millis bigint not null default 0,
  progress jsonb not null,
  -- The routes of the best plan so far; none once it has ended.
  checkpoint jsonb,
  ended_at timestamptz,
  plan_id uuid,
  error varchar(300),
  exclude using gist (daterange(first_day, first_day + days) with &&)
    where (state in ('QUEUED', 'RUNNING'))
);

create unique index planning_job_number on planning_job (number);
