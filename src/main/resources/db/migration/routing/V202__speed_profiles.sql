-- When ways take longer (or less long) than on empty roads: everywhere, or in one territory.
create table routing_speed_profile (
  id uuid primary key,
  version bigint not null,
  name varchar(100) not null check (name <> ''),
  -- everywhere if null; goes with its territory
  territory_id uuid references people_territory on delete cascade,
  -- Monday is the lowest of seven bits
  days integer not null check (days between 1 and 127),
  from_time time not null,
  to_time time not null check (to_time > from_time),
  -- of the time that the way takes on empty roads
  percent integer not null check (percent between 50 and 400),
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create unique index routing_speed_profile_name on routing_speed_profile (lower(name));
create index routing_speed_profile_territory on routing_speed_profile (territory_id);
