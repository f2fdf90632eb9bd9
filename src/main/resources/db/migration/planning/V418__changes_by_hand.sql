-- Where a dispatcher put a visit although it breaks hard rules: why, who and when.
alter table planning_visit
  add column forced_reason varchar(500),
  add column forced_by varchar(60),
  add column forced_at timestamptz,
  add check ((forced_reason is null) = (forced_by is null)),
  add check ((forced_reason is null) = (forced_at is null));

-- What was changed by hand, with the routes before and after, to be undone and redone. The id comes
-- from who asks, so that a repeated call is known.
create table planning_hand_change (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  plan_ids uuid[] not null,
  steps jsonb not null,
  reason varchar(500),
  before jsonb not null,
  after jsonb not null,
  made_at timestamptz not null,
  made_by varchar(60) not null,
  undone_at timestamptz,
  undone_by varchar(60)
);

create index planning_hand_change_plans on planning_hand_change using gin (plan_ids);
