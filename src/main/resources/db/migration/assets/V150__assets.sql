create table assets_model (
  id uuid primary key,
  version bigint not null,
  brand varchar(100) not null check (brand <> ''),
  name varchar(100) not null check (name <> ''),
  -- What sort of device it is, such as gas boiler.
  kind varchar(100) not null,
  active boolean not null,
  search text not null generated always as (text_fold(brand || ' ' || name || ' ' || kind)) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create unique index assets_model_name on assets_model (lower(brand), lower(name));
create index assets_model_search on assets_model using gin (search public.gin_trgm_ops);
create index assets_model_sorted on assets_model (brand, name, id);

create table assets_operation (
  id uuid primary key,
  version bigint not null,
  code varchar(30) not null check (code <> ''),
  name varchar(200) not null check (name <> ''),
  norm_minutes int not null check (norm_minutes between 0 and 10000),
  unit varchar(10) not null,
  unit_price numeric(11, 4) not null check (unit_price >= 0),
  vat_rate numeric(4, 2) not null check (vat_rate >= 0),
  -- Null fits every model.
  model_id uuid references assets_model,
  skill_id uuid,
  skill_level int check (skill_level between 1 and 5),
  active boolean not null,
  search text not null generated always as (text_fold(code || ' ' || name)) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null,
  check ((skill_id is null) = (skill_level is null))
);

create unique index assets_operation_code on assets_operation (lower(code));
create index assets_operation_search on assets_operation using gin (search public.gin_trgm_ops);
create index assets_operation_model on assets_operation (model_id);

create table assets_asset (
  id uuid primary key,
  version bigint not null,
  serial varchar(60) not null check (serial <> ''),
  model_id uuid not null references assets_model,
  customer_id uuid not null,
  site_id uuid not null,
  location varchar(200) not null,
  supplier varchar(200) not null,
  delivered_on date,
  commissioned_on date,
  notes varchar(4000) not null,
  active boolean not null,
  -- Copies, so that one index finds a device by all its names.
  model_name varchar(201) not null,
  model_kind varchar(100) not null,
  customer_name varchar(200) not null,
  -- The last day any of its warranties covers; for lists.
  covered_until date,
  search text not null generated always as (
    text_fold(serial || ' ' || model_name || ' ' || model_kind || ' ' || customer_name || ' ' || location)
  ) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create unique index assets_asset_serial on assets_asset (model_id, lower(serial));
create index assets_asset_search on assets_asset using gin (search public.gin_trgm_ops);
create index assets_asset_sorted on assets_asset (customer_name, model_name, id);
create index assets_asset_customer on assets_asset (customer_id);
create index assets_asset_site on assets_asset (site_id);
create index assets_asset_covered on assets_asset (covered_until);

create table assets_warranty (
  asset_id uuid not null references assets_asset on delete cascade,
  position int not null,
  number varchar(60) not null,
  valid_from date not null,
  valid_until date not null,
  covers_labour boolean not null,
  covers_parts boolean not null,
  covers_travel boolean not null,
  primary key (asset_id, position),
  check (valid_until >= valid_from),
  check (covers_labour or covers_parts or covers_travel)
);

create table assets_characteristic (
  asset_id uuid not null references assets_asset on delete cascade,
  position int not null,
  name varchar(60) not null check (name <> ''),
  value varchar(200) not null,
  primary key (asset_id, position)
);

-- Written once: what of an asset changed, in words, so that it can still be read when what it
-- names has other names by then.
create table assets_change (
  id uuid primary key,
  asset_id uuid not null references assets_asset,
  field varchar(30) not null,
  from_words varchar(500) not null,
  to_words varchar(500) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index assets_change_asset on assets_change (asset_id, id desc);
