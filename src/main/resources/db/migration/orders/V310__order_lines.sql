alter table orders_part_to_collect add column part_id uuid;
create index orders_part_to_collect_part on orders_part_to_collect (part_id) where part_id is not null;

alter table orders_order add column asset_ids uuid[] not null default '{}'
  check (cardinality(asset_ids) <= 20);
create index orders_order_asset on orders_order using gin (asset_ids);

create table orders_order_line (
  order_id uuid not null references orders_order on delete cascade,
  position int not null,
  kind varchar(10) not null check (kind in ('OPERATION', 'PART', 'TRAVEL', 'OTHER')),
  item_id uuid,
  text varchar(500) not null,
  quantity numeric(9, 3) not null check (quantity > 0),
  unit varchar(10) not null,
  norm_minutes int not null check (norm_minutes >= 0),
  unit_price numeric(11, 4) not null check (unit_price >= 0),
  vat_rate numeric(4, 2) not null check (vat_rate >= 0),
  primary key (order_id, position)
);

-- True times of what really happened, see the record Progress.
alter table orders_visit
  add column dispatched_at timestamptz,
  add column received_at timestamptz,
  add column accepted_at timestamptz,
  add column travel_at timestamptz,
  add column arrived_at timestamptz,
  add column started_at timestamptz,
  add column finished_at timestamptz;

-- When a step truly happened; changed_at is when it was written.
alter table orders_status_change add column happened_at timestamptz;
update orders_status_change set happened_at = changed_at;
alter table orders_status_change alter column happened_at set not null;
