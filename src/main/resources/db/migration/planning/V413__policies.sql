-- Named sets of weights. An edit makes a new revision; plans point to the one they were made with.
create table planning_policy (
  id uuid primary key,
  version bigint not null,
  name varchar(100) not null,
  revision int not null check (revision >= 1),
  standard boolean not null,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create unique index planning_policy_name on planning_policy (lower(name));
create unique index planning_policy_standard on planning_policy (standard) where standard;

create table planning_policy_revision (
  id uuid primary key,
  policy_id uuid not null references planning_policy,
  number int not null check (number >= 1),
  name varchar(100) not null,
  made_at timestamptz not null,
  made_by varchar(60) not null,
  unique (policy_id, number)
);

create table planning_policy_weight (
  revision_id uuid not null references planning_policy_revision on delete cascade,
  rule varchar(30) not null,
  weight bigint not null check (weight between 0 and 1000000),
  primary key (revision_id, rule)
);

-- Plans from before have none.
alter table planning_plan
  add column policy_revision_id uuid references planning_policy_revision;
