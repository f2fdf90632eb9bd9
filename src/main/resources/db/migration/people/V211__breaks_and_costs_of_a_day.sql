-- Breaks of each working day: floating ones may begin from earliest to latest, fixed ones at one moment.
create table people_technician_break (
  technician_id uuid not null references people_technician on delete cascade,
  earliest time not null,
  latest time not null check (latest >= earliest),
  minutes int not null check (minutes between 5 and 240),
  primary key (technician_id, earliest)
);

-- What an hour and a kilometre cost, in percent of the usual; what a day should not exceed.
alter table people_technician
  add column hour_percent int not null default 100 check (hour_percent between 1 and 1000),
  add column km_percent int not null default 100 check (km_percent between 1 and 1000),
  add column target_minutes int check (target_minutes between 30 and 960);
