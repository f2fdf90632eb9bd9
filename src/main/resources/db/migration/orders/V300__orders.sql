create sequence orders_number;

create table orders_order (
  id uuid primary key,
  version bigint not null,
  number varchar(20) not null unique,
  type varchar(20) not null,
  customer_id uuid not null,
  site_id uuid not null,
  contact_id uuid,
  payer_id uuid,
  reason varchar(4000) not null,
  scope varchar(4000) not null,
  priority varchar(10) not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  due_date date,
  notes varchar(4000) not null,
  -- Follows from the visits; kept here so that lists can filter by it.
  status varchar(12) not null,
  search text not null generated always as (text_fold(number || ' ' || reason || ' ' || scope)) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index orders_order_search on orders_order using gin (search public.gin_trgm_ops);
create index orders_order_status on orders_order (status, id desc);
create index orders_order_customer on orders_order (customer_id, id desc);
create index orders_order_due on orders_order (due_date);
create index orders_order_contact on orders_order (contact_id) where contact_id is not null;

create table orders_checklist_item (
  order_id uuid not null references orders_order on delete cascade,
  position int not null,
  text varchar(500) not null,
  required boolean not null,
  primary key (order_id, position)
);

create table orders_part_to_collect (
  order_id uuid not null references orders_order on delete cascade,
  position int not null,
  text varchar(500) not null,
  quantity numeric(9, 3) not null check (quantity > 0),
  primary key (order_id, position)
);

create table orders_visit (
  id uuid primary key,
  version bigint not null,
  order_id uuid not null references orders_order,
  status varchar(12) not null check (status in (
    'NEW', 'PLANNED', 'DISPATCHED', 'ACCEPTED', 'TRAVELLING', 'IN_PROGRESS',
    'DONE', 'SETTLED', 'INVOICED', 'ON_HOLD', 'CANCELLED', 'FAILED')),
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  crew_size int not null check (crew_size between 1 and 6),
  territory_id uuid,
  -- The lead first.
  technician_ids uuid[] not null,
  planned_start timestamptz,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null,
  check ((planned_start is null) = (cardinality(technician_ids) = 0)),
  check (status not in (
    'PLANNED', 'DISPATCHED', 'ACCEPTED', 'TRAVELLING', 'IN_PROGRESS') or planned_start is not null),
  check (cardinality(technician_ids) <= 6)
);

create index orders_visit_order on orders_visit (order_id);
create index orders_visit_start on orders_visit (planned_start) where planned_start is not null;
create index orders_visit_open on orders_visit (status) where status in ('NEW', 'PLANNED');
create index orders_visit_technician on orders_visit using gin (technician_ids);
create index orders_visit_territory on orders_visit (territory_id);

create table orders_visit_window (
  visit_id uuid not null references orders_visit on delete cascade,
  position int not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  primary key (visit_id, position),
  check (end_at >= start_at)
);

create table orders_visit_skill (
  visit_id uuid not null references orders_visit on delete cascade,
  skill_id uuid not null,
  level int not null check (level between 1 and 5),
  primary key (visit_id, skill_id)
);

create index orders_visit_skill_skill on orders_visit_skill (skill_id);

create table orders_status_change (
  id uuid primary key,
  order_id uuid not null references orders_order,
  visit_id uuid not null references orders_visit,
  from_status varchar(12) not null,
  to_status varchar(12) not null,
  reason varchar(1000) not null,
  source varchar(10) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create index orders_status_change_order on orders_status_change (order_id, id);
