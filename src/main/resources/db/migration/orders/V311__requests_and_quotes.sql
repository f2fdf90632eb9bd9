create sequence orders_request_number;
create sequence orders_quote_number;

create table orders_request (
  id uuid primary key,
  version bigint not null,
  number varchar(20) not null unique,
  -- Made by the sender, so that a repeated call finds the first one's request.
  sender_key uuid unique,
  source varchar(10) not null check (source in ('PHONE', 'EMAIL', 'PORTAL', 'INCIDENT')),
  taken_by varchar(60) not null,
  caller varchar(200) not null,
  customer_id uuid,
  site_id uuid,
  contact_id uuid,
  asset_ids uuid[] not null check (cardinality(asset_ids) <= 20),
  complaint varchar(4000) not null check (complaint <> ''),
  wished_time varchar(200) not null,
  status varchar(10) not null check (status in ('NEW', 'QUOTED', 'ORDERED', 'DECLINED')),
  decline_reason varchar(1000) not null,
  closed_at timestamptz,
  search text not null generated always as (text_fold(number || ' ' || caller || ' ' || complaint)) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null,
  check (site_id is null or customer_id is not null),
  check (contact_id is null or customer_id is not null),
  check ((status in ('ORDERED', 'DECLINED')) = (closed_at is not null)),
  check ((status = 'DECLINED') = (decline_reason <> ''))
);

create index orders_request_search on orders_request using gin (search public.gin_trgm_ops);
create index orders_request_status on orders_request (status, id desc);
create index orders_request_customer on orders_request (customer_id, id desc);
create index orders_request_asset on orders_request using gin (asset_ids);
create index orders_request_contact on orders_request (contact_id) where contact_id is not null;

create table orders_quote (
  id uuid primary key,
  version bigint not null,
  number varchar(20) not null unique,
  revision int not null check (revision between 1 and 999),
  request_id uuid references orders_request,
  customer_id uuid not null,
  site_id uuid not null,
  contact_id uuid,
  asset_ids uuid[] not null check (cardinality(asset_ids) <= 20),
  title varchar(200) not null check (title <> ''),
  notes varchar(4000) not null,
  currency varchar(3) not null,
  valid_until date not null,
  -- Expired ones are sent ones whose last day is over; nobody has to write that down.
  status varchar(10) not null check (status in ('DRAFT', 'SENT', 'ACCEPTED', 'DECLINED')),
  sent_at timestamptz,
  answered_at timestamptz,
  answered_by varchar(200) not null,
  answered_how varchar(10) check (answered_how in ('OFFICE', 'LINK')),
  decline_reason varchar(1000) not null,
  order_id uuid unique references orders_order,
  search text not null generated always as (text_fold(number || ' ' || title)) stored,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null,
  check ((status in ('ACCEPTED', 'DECLINED')) = (answered_at is not null)),
  check ((answered_how is null) = (answered_at is null)),
  check (status <> 'SENT' or sent_at is not null),
  check (order_id is null or status = 'ACCEPTED')
);

create index orders_quote_search on orders_quote using gin (search public.gin_trgm_ops);
create index orders_quote_status on orders_quote (status, id desc);
create index orders_quote_customer on orders_quote (customer_id, id desc);
create index orders_quote_request on orders_quote (request_id) where request_id is not null;
create index orders_quote_contact on orders_quote (contact_id) where contact_id is not null;

create table orders_quote_line (
  quote_id uuid not null references orders_quote on delete cascade,
  position int not null,
  kind varchar(10) not null check (kind in ('OPERATION', 'PART', 'TRAVEL', 'OTHER')),
  item_id uuid,
  text varchar(500) not null,
  quantity numeric(9, 3) not null check (quantity > 0),
  unit varchar(10) not null,
  norm_minutes int not null check (norm_minutes >= 0),
  unit_price numeric(11, 4) not null check (unit_price >= 0),
  vat_rate numeric(4, 2) not null check (vat_rate >= 0),
  primary key (quote_id, position)
);

-- Where an order came from.
alter table orders_order
  add column request_id uuid references orders_request,
  add column quote_id uuid unique references orders_quote;
create index orders_order_request on orders_order (request_id) where request_id is not null;

-- What the list of orders and its attention filters look for.
create index orders_order_type on orders_order (type, id desc);
create index orders_order_priority on orders_order (priority, id desc);
create index orders_order_created on orders_order (created_at);
create index orders_order_not_begun on orders_order (due_date)
  where status in ('NEW', 'PLANNED', 'DISPATCHED', 'ACCEPTED', 'ON_HOLD');
create index orders_visit_unaccepted on orders_visit (dispatched_at) where status = 'DISPATCHED';
