-- Where a technician was seen last, as his phone told it while he was at work; nothing older is kept.
create table people_position (
  technician_id uuid primary key references people_technician on delete cascade,
  lat double precision not null,
  lon double precision not null,
  accuracy_metres int not null check (accuracy_metres >= 0),
  seen_at timestamptz not null
);
