-- The call at the warehouse that a day's route makes, if it makes one, and what is fetched there.
alter table planning_route
  add column call_after_visits int check (call_after_visits >= 0),
  add column call_starts_at timestamptz,
  add column call_ends_at timestamptz,
  add column call_drive_seconds int,
  add column call_drive_metres int,
  add column call_address varchar(300),
  add column call_lat double precision,
  add column call_lon double precision;

create table planning_fetched_part (
  route_id uuid not null references planning_route on delete cascade,
  part_id uuid not null,
  name varchar(200) not null,
  unit varchar(10) not null,
  quantity numeric(12, 3) not null check (quantity > 0),
  primary key (route_id, part_id)
);
