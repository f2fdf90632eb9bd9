-- What a node hands out of a planning job that is too big for one: others search it and give it back.
create table planning_part (
  job_id uuid not null references planning_job on delete cascade,
  number int not null,
  added_at timestamptz not null default clock_timestamp(),
  -- To search, counted from when it was added.
  seconds int not null check (seconds >= 1),
  state varchar(12) not null default 'QUEUED',
  part jsonb not null,
  -- What became of its routes; none before it is done.
  routes jsonb,
  primary key (job_id, number)
);
