create table people_skill (
  id uuid primary key,
  version bigint not null,
  name varchar(100) not null check (name <> ''),
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create unique index people_skill_name on people_skill (lower(name));

create table people_territory (
  id uuid primary key,
  version bigint not null,
  name varchar(100) not null check (name <> ''),
  color varchar(7) not null check (color ~ '^#[0-9a-f]{6}$'),
  -- lat and lon in turn
  boundary double precision[] not null check (cardinality(boundary) between 6 and 1000),
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create unique index people_territory_name on people_territory (lower(name));

create table people_van (
  id uuid primary key,
  version bigint not null,
  name varchar(100) not null check (name <> ''),
  plate varchar(20) not null check (plate <> ''),
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create unique index people_van_plate on people_van (lower(plate));

create table people_technician (
  id uuid primary key,
  version bigint not null,
  name varchar(200) not null check (name <> ''),
  phone varchar(40) not null,
  email varchar(254) not null,
  color varchar(7) not null check (color ~ '^#[0-9a-f]{6}$'),
  home_lat double precision not null check (home_lat between -90 and 90),
  home_lon double precision not null check (home_lon between -180 and 180),
  home_address varchar(300) not null,
  van_id uuid unique references people_van,
  active boolean not null,
  search text not null generated always as (
    text_fold(name || ' ' || phone || ' ' || regexp_replace(phone, '\D', '', 'g') || ' ' || email)
  ) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index people_technician_name on people_technician (name, id);

create table people_technician_skill (
  technician_id uuid not null references people_technician on delete cascade,
  skill_id uuid not null references people_skill,
  level int not null check (level between 1 and 5),
  primary key (technician_id, skill_id)
);

create index people_technician_skill_skill on people_technician_skill (skill_id);

create table people_technician_territory (
  technician_id uuid not null references people_technician on delete cascade,
  territory_id uuid not null references people_territory,
  primary key (technician_id, territory_id)
);

create index people_technician_territory_territory on people_technician_territory (territory_id);

create table people_shift (
  id uuid primary key,
  version bigint not null,
  technician_id uuid not null references people_technician,
  start_at timestamptz not null,
  end_at timestamptz not null,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null,
  check (end_at > start_at and end_at - start_at <= interval '16 hours'),
  -- The last word against two shifts at once, also when two people write at the same moment.
  constraint people_shift_overlap
    exclude using gist (technician_id with =, tstzrange(start_at, end_at) with &&)
);

create index people_shift_start on people_shift (start_at);

create table people_absence (
  id uuid primary key,
  version bigint not null,
  technician_id uuid not null references people_technician,
  start_at timestamptz not null,
  end_at timestamptz not null,
  reason varchar(10) not null check (reason in ('ILLNESS', 'HOLIDAY', 'TRAINING', 'OTHER')),
  note varchar(1000) not null,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null,
  check (end_at > start_at and end_at - start_at <= interval '400 days')
);

create index people_absence_span on people_absence using gist (tstzrange(start_at, end_at));
create index people_absence_technician on people_absence (technician_id, start_at);
