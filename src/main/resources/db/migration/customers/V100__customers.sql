create sequence customers_number;

create table customers_customer (
  id uuid primary key,
  version bigint not null,
  number varchar(20) not null unique,
  name varchar(200) not null check (name <> ''),
  phone varchar(40) not null,
  email varchar(254) not null,
  language varchar(2) not null,
  priority varchar(10) not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  notes varchar(4000) not null,
  search text not null generated always as (
    text_fold(number || ' ' || name || ' ' || phone || ' ' || regexp_replace(phone, '\D', '', 'g') || ' ' || email)
  ) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index customers_customer_search on customers_customer using gin (search public.gin_trgm_ops);
create index customers_customer_name on customers_customer (name, id);

create table customers_site (
  id uuid primary key,
  version bigint not null,
  customer_id uuid not null references customers_customer,
  name varchar(200) not null,
  street varchar(200) not null,
  house_number varchar(20) not null,
  postcode varchar(20) not null,
  city varchar(100) not null check (city <> ''),
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  access_notes varchar(4000) not null,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index customers_site_customer on customers_site (customer_id, name, id);

create table customers_contact (
  id uuid primary key,
  version bigint not null,
  customer_id uuid not null references customers_customer,
  site_id uuid references customers_site,
  name varchar(200) not null check (name <> ''),
  phone varchar(40) not null,
  email varchar(254) not null,
  role varchar(100) not null,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index customers_contact_customer on customers_contact (customer_id, name, id);
create index customers_contact_site on customers_contact (site_id);
