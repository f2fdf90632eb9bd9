-- Where the one warehouse is, so that technicians can fetch parts there on their way.
create table parts_warehouse (
  id uuid primary key,
  version bigint not null,
  only_row boolean not null default true unique check (only_row),
  address varchar(300) not null,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  call_minutes int not null check (call_minutes between 1 and 120),
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null,
  check ((lat is null) = (lon is null))
);

insert into parts_warehouse (id, version, address, call_minutes, created_at, created_by, changed_at, changed_by)
  values (uuidv7(), 0, '', 10, now(), 'trasa', now(), 'trasa');
