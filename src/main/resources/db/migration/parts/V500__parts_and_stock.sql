create table parts_part (
  id uuid primary key,
  version bigint not null,
  code varchar(40) not null check (code <> ''),
  name varchar(200) not null check (name <> ''),
  unit varchar(10) not null check (unit <> ''),
  cost numeric(11, 4) not null check (cost >= 0),
  price numeric(11, 4) not null check (price >= 0),
  vat_rate numeric(4, 2) not null check (vat_rate >= 0),
  barcode varchar(60) not null,
  substitute_ids uuid[] not null check (cardinality(substitute_ids) <= 20),
  min_on_van numeric(12, 3) not null check (min_on_van >= 0),
  active boolean not null,
  search text not null generated always as (text_fold(code || ' ' || name || ' ' || barcode)) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create unique index parts_part_code on parts_part (lower(code));
create unique index parts_part_barcode on parts_part (barcode) where barcode <> '';
create index parts_part_search on parts_part using gin (search public.gin_trgm_ops);
create index parts_part_order on parts_part (code, id);

-- Where pieces can be. Suppliers, customers and corrections are places too, so that every movement
-- has two ends and nothing appears or vanishes.
create table parts_location (
  id uuid primary key,
  kind varchar(10) not null check (kind in ('WAREHOUSE', 'VAN', 'CUSTOMER', 'SUPPLIER', 'CORRECTION')),
  van_id uuid unique,
  check ((kind = 'VAN') = (van_id is not null))
);

insert into parts_location (id, kind) values
  ('00000000-0000-0000-0000-000000000001', 'WAREHOUSE'),
  ('00000000-0000-0000-0000-000000000002', 'CUSTOMER'),
  ('00000000-0000-0000-0000-000000000003', 'SUPPLIER'),
  ('00000000-0000-0000-0000-000000000004', 'CORRECTION');

create table parts_document (
  id uuid primary key,
  number varchar(20) not null unique,
  kind varchar(10) not null check (kind in ('TRANSFER', 'RETURN', 'RECEIPT', 'COUNT')),
  technician_id uuid,
  issued_at timestamptz not null,
  issued_by varchar(60) not null,
  -- The document as it was issued, as JSON; what is printed is made of this alone.
  content text not null,
  sha256 varchar(64) not null,
  search text not null
);

create index parts_document_newest on parts_document (issued_at desc, id desc);
create index parts_document_kind on parts_document (kind, issued_at desc, id desc);
create index parts_document_search on parts_document using gin (search public.gin_trgm_ops);

-- The last number given, one row for each kind and year; its lock keeps the series without gaps.
create table parts_document_series (
  series varchar(10) primary key,
  last_number int not null
);

-- The ledger. What an order holds is kept apart from a location's own stock at both ends.
create table parts_movement (
  id uuid primary key,
  sequence bigint not null generated always as identity,
  part_id uuid not null references parts_part,
  quantity numeric(12, 3) not null check (quantity > 0),
  from_location_id uuid not null references parts_location,
  from_order_id uuid,
  to_location_id uuid not null references parts_location,
  to_order_id uuid,
  kind varchar(10) not null check (kind in ('RECEIPT', 'TRANSFER', 'USE', 'RETURN', 'ADJUST', 'TAKE_BACK')),
  visit_id uuid,
  technician_id uuid,
  document_id uuid references parts_document,
  -- The use that this takes back; each at most once.
  reverses_id uuid unique references parts_movement,
  reason varchar(500) not null,
  -- What one cost the company then.
  unit_cost numeric(11, 4) not null,
  happened_at timestamptz not null,
  written_at timestamptz not null,
  written_by varchar(60) not null,
  check (from_location_id <> to_location_id or from_order_id is distinct from to_order_id),
  check (from_order_id is null or to_order_id is null or from_order_id = to_order_id),
  check ((kind = 'TAKE_BACK') = (reverses_id is not null))
);

create unique index parts_movement_sequence on parts_movement (sequence);
create index parts_movement_part on parts_movement (part_id, sequence desc);
create index parts_movement_from_order on parts_movement (from_order_id) where from_order_id is not null;
create index parts_movement_to_order on parts_movement (to_order_id) where to_order_id is not null;
create index parts_movement_document on parts_movement (document_id) where document_id is not null;

-- How much lies where, which follows from the ledger; kept in the same transaction. Suppliers and
-- corrections have none: they give without end.
create table parts_balance (
  location_id uuid not null references parts_location,
  part_id uuid not null references parts_part,
  order_id uuid,
  quantity numeric(12, 3) not null check (quantity >= 0),
  unique nulls not distinct (location_id, part_id, order_id)
);

create index parts_balance_part on parts_balance (part_id);
create index parts_balance_order on parts_balance (order_id) where order_id is not null;

-- What orders that are planned or on their way want of the warehouse, and when; a copy of what the
-- orders say, kept in their transactions. Parts that are not in the catalogue count for nothing.
create table parts_reservation (
  order_id uuid not null,
  part_id uuid not null,
  quantity numeric(12, 3) not null check (quantity > 0),
  needed_at timestamptz not null,
  primary key (order_id, part_id)
);

create index parts_reservation_part on parts_reservation (part_id, needed_at, order_id);

create function parts_write_once() returns trigger language plpgsql as $$
begin
  raise exception '% is written once', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger parts_movement_write_once before update or delete on parts_movement
  for each row execute function parts_write_once();
create trigger parts_document_write_once before update or delete on parts_document
  for each row execute function parts_write_once();
