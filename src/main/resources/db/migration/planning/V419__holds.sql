-- Times that somebody is being promised on the phone: for some minutes nobody else is promised them.
create table planning_hold (
  id uuid primary key,
  window_start timestamptz not null,
  window_end timestamptz not null,
  technician_ids uuid[] not null,
  starts_at timestamptz not null,
  duration_seconds int not null check (duration_seconds > 0),
  lat double precision not null,
  lon double precision not null,
  held_by varchar(60) not null,
  held_at timestamptz not null,
  expires_at timestamptz not null,
  -- Set once it is confirmed: the visit is in the plan then.
  visit_id uuid,
  check (window_start <= window_end)
);

create index planning_hold_open on planning_hold (expires_at) where visit_id is null;
