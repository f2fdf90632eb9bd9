create table planning_plan (
  id uuid primary key,
  version bigint not null,
  first_day date not null,
  days int not null check (days between 1 and 31),
  status varchar(12) not null,
  job_id uuid not null,
  hard_score bigint not null,
  medium_score bigint not null,
  soft_score bigint not null,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index planning_plan_days on planning_plan (first_day, created_at desc);

create table planning_route (
  id uuid primary key,
  plan_id uuid not null references planning_plan on delete cascade,
  technician_id uuid not null,
  day date not null,
  departs_at timestamptz not null,
  home_at timestamptz not null,
  drive_home_seconds int not null check (drive_home_seconds >= 0),
  drive_home_metres int not null check (drive_home_metres >= 0),
  available_seconds int not null check (available_seconds >= 0),
  overtime_seconds int not null check (overtime_seconds >= 0),
  unique (plan_id, technician_id, day)
);

create index planning_route_day on planning_route (day, plan_id);

create table planning_visit (
  id uuid primary key,
  route_id uuid not null references planning_route on delete cascade,
  visit_id uuid not null,
  member int not null,
  sequence int not null,
  arrives_at timestamptz not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  drive_seconds int not null check (drive_seconds >= 0),
  drive_metres int not null check (drive_metres >= 0),
  pinned boolean not null,
  unique (route_id, sequence)
);

create index planning_visit_route on planning_visit (route_id);
create index planning_visit_visit on planning_visit (visit_id);

-- Rules that a pinned visit breaks; an automatic plan has none.
create table planning_broken_rule (
  planned_visit_id uuid not null references planning_visit on delete cascade,
  rule varchar(20) not null,
  amount bigint not null
);

create index planning_broken_rule_visit on planning_broken_rule (planned_visit_id);

-- Why a visit stayed out: per rule, how many technicians it keeps away and how near it is.
create table planning_unplanned (
  plan_id uuid not null references planning_plan on delete cascade,
  visit_id uuid not null,
  rank int not null,
  reason varchar(20) not null,
  technicians int not null,
  amount bigint not null,
  nearest_technician_id uuid
);

create index planning_unplanned_plan on planning_unplanned (plan_id);
