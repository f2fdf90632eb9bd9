-- When the breaks of a day's route are taken, and after how many of its visits.
create table planning_break (
  route_id uuid not null references planning_route on delete cascade,
  number int not null,
  after_visits int not null check (after_visits >= 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (route_id, number)
);
