create table orders_recurrence (
  id uuid primary key,
  version bigint not null,
  name varchar(200) not null check (name <> ''),
  -- An RRULE of RFC 5545 that falls on days, not on times.
  rule varchar(500) not null check (rule <> ''),
  starts_on date not null,
  lead_days int not null check (lead_days between 0 and 730),
  state varchar(10) not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
  -- Days before this one are never caught up on.
  not_before date not null,
  -- The first day without an order yet; null when there is none to come.
  next_due date,
  -- Why the last run made no orders; empty when all went well.
  problem varchar(1000) not null,
  type varchar(20) not null,
  customer_id uuid not null,
  site_id uuid not null,
  contact_id uuid,
  payer_id uuid,
  asset_ids uuid[] not null check (cardinality(asset_ids) <= 20),
  scope varchar(4000) not null,
  notes varchar(4000) not null,
  priority varchar(10) not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  search text not null generated always as (text_fold(name || ' ' || scope)) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index orders_recurrence_search on orders_recurrence using gin (search public.gin_trgm_ops);
create index orders_recurrence_due on orders_recurrence (next_due, id);
create index orders_recurrence_customer on orders_recurrence (customer_id);
create index orders_recurrence_asset on orders_recurrence using gin (asset_ids);

create table orders_recurrence_checklist_item (
  recurrence_id uuid not null references orders_recurrence on delete cascade,
  position int not null,
  text varchar(500) not null,
  required boolean not null,
  primary key (recurrence_id, position)
);

create table orders_recurrence_part (
  recurrence_id uuid not null references orders_recurrence on delete cascade,
  position int not null,
  part_id uuid,
  text varchar(500) not null,
  quantity numeric(9, 3) not null check (quantity > 0),
  primary key (recurrence_id, position)
);

create table orders_recurrence_line (
  recurrence_id uuid not null references orders_recurrence on delete cascade,
  position int not null,
  kind varchar(10) not null check (kind in ('OPERATION', 'PART', 'TRAVEL', 'OTHER')),
  item_id uuid,
  text varchar(500) not null,
  quantity numeric(9, 3) not null check (quantity > 0),
  unit varchar(10) not null,
  norm_minutes int not null check (norm_minutes >= 0),
  unit_price numeric(11, 4) not null check (unit_price >= 0),
  vat_rate numeric(4, 2) not null check (vat_rate >= 0),
  primary key (recurrence_id, position)
);

create table orders_recurrence_skill (
  recurrence_id uuid not null references orders_recurrence on delete cascade,
  skill_id uuid not null,
  level int not null check (level between 1 and 5),
  primary key (recurrence_id, skill_id)
);

-- The order made for a day. The key lets nobody make a second one, whatever runs at the same time.
create table orders_recurrence_occurrence (
  recurrence_id uuid not null references orders_recurrence,
  due_on date not null,
  order_id uuid not null unique references orders_order,
  primary key (recurrence_id, due_on)
);
