-- Money that was decided on is never written over: what was wrong gets a row against it.
create function settlement_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is written once: % is refused. Correct it by a new row.', tg_table_name, tg_op
    using errcode = 'restrict_violation';
end $$;

create table settlement_piece_rate (
  id uuid primary key,
  version bigint not null,
  operation_id uuid not null,
  valid_from date not null,
  amount numeric(11, 4) not null check (amount >= 0),
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null,
  unique (operation_id, valid_from)
);

create table settlement_hourly_rate (
  id uuid primary key,
  version bigint not null,
  technician_id uuid, -- null: everybody without a rate of their own
  valid_from date not null,
  amount numeric(11, 4) not null check (amount >= 0),
  cost numeric(11, 4) not null check (cost >= 0),
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null,
  unique nulls not distinct (technician_id, valid_from)
);

create table settlement_settlement (
  id uuid primary key,
  request_id uuid not null unique, -- made by the sender, so that a repeated wish counts once
  order_id uuid not null unique,
  order_number varchar(20) not null,
  title varchar(200) not null,
  customer_id uuid not null,
  payer_id uuid not null,
  site_id uuid not null,
  first_day date not null,
  last_day date not null,
  currency varchar(3) not null,
  net numeric not null,
  cost numeric not null,
  settled_at timestamptz not null,
  settled_by varchar(60) not null,
  check (first_day <= last_day)
);

create index settlement_settlement_payer on settlement_settlement (payer_id, id);

-- Those that wait for their invoice: the one table of settlements whose rows go.
create table settlement_to_invoice (
  settlement_id uuid primary key references settlement_settlement,
  payer_id uuid not null
);
create index settlement_to_invoice_payer on settlement_to_invoice (payer_id, settlement_id);

create table settlement_line (
  settlement_id uuid not null references settlement_settlement,
  position int not null,
  kind varchar(10) not null check (kind in ('OPERATION', 'PART', 'TRAVEL', 'OTHER')),
  item_id uuid,
  text varchar(500) not null,
  quantity numeric(9, 3) not null check (quantity >= 0),
  unit varchar(10) not null,
  unit_price numeric(11, 4) not null check (unit_price >= 0),
  vat_rate numeric(4, 2) not null check (vat_rate >= 0),
  cover_percent int not null check (cover_percent between 0 and 100),
  cover_reason varchar(30) not null,
  cover_number varchar(100) not null,
  cover_until date,
  origin varchar(20) not null,
  proposed_quantity numeric(9, 3) not null,
  proposed_price numeric(11, 4) not null,
  proposed_cover int not null,
  change_reason varchar(500) not null,
  primary key (settlement_id, position),
  check (change_reason <> '' or
    (quantity = proposed_quantity and unit_price = proposed_price and cover_percent = proposed_cover))
);

create table settlement_cost (
  settlement_id uuid not null references settlement_settlement,
  position int not null,
  kind varchar(10) not null check (kind in ('WORK', 'TRAVEL', 'PART', 'PURCHASE')),
  technician_id uuid,
  item_id uuid,
  text varchar(500) not null,
  quantity numeric(12, 4) not null,
  unit_cost numeric(11, 4) not null,
  amount numeric not null,
  primary key (settlement_id, position)
);

create table settlement_earning (
  id uuid primary key,
  settlement_id uuid not null references settlement_settlement,
  order_id uuid not null,
  order_number varchar(20) not null,
  visit_id uuid not null,
  technician_id uuid not null,
  day date not null,
  kind varchar(10) not null check (kind in ('PIECE', 'WORK', 'TRAVEL')),
  operation_id uuid,
  text varchar(500) not null,
  quantity numeric(12, 4) not null,
  rate numeric(11, 4) not null,
  share numeric(7, 4) not null check (share between 0 and 100),
  amount numeric not null,
  currency varchar(3) not null,
  corrects_id uuid references settlement_earning,
  reverses boolean not null default false,
  reason varchar(500) not null,
  posted_at timestamptz not null,
  posted_by varchar(60) not null,
  check ((corrects_id is null) = (reason = '')),
  check (corrects_id is not null or not reverses)
);

create index settlement_earning_technician on settlement_earning (technician_id, day, id);
create index settlement_earning_day on settlement_earning (day, id);
create index settlement_earning_settlement on settlement_earning (settlement_id);
create unique index settlement_earning_reversed_once on settlement_earning (corrects_id) where reverses;

create trigger settlement_settlement_once before update or delete on settlement_settlement
  for each row execute function settlement_refuse_change();
create trigger settlement_line_once before update or delete on settlement_line
  for each row execute function settlement_refuse_change();
create trigger settlement_cost_once before update or delete on settlement_cost
  for each row execute function settlement_refuse_change();
create trigger settlement_earning_once before update or delete on settlement_earning
  for each row execute function settlement_refuse_change();
