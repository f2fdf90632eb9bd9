-- The last number given in a series; locked by whoever issues until that is committed or undone,
-- so that no number is given twice and none is lost.
create table settlement_number (
  kind varchar(15) not null,
  year int not null,
  last int not null check (last > 0),
  primary key (kind, year)
);

create table settlement_invoice (
  id uuid primary key,
  request_id uuid not null unique, -- made by the sender, so that a repeated wish counts once
  kind varchar(15) not null check (kind in ('INVOICE', 'RECEIPT', 'CREDIT_NOTE')),
  year int not null,
  sequence int not null check (sequence > 0),
  number varchar(20) not null unique,
  customer_id uuid not null,
  original_id uuid references settlement_invoice,
  original_number varchar(20) not null,
  reason varchar(500) not null,
  issued_on date not null,
  service_from date not null,
  service_to date not null,
  due_on date not null check (due_on >= issued_on),
  language varchar(2) not null,
  currency varchar(3) not null,
  reverse_charge boolean not null,
  seller_name varchar(200) not null,
  seller_street varchar(250) not null,
  seller_postcode varchar(20) not null,
  seller_city varchar(100) not null,
  seller_country varchar(2) not null,
  seller_vat_id varchar(20) not null,
  seller_tax_number varchar(50) not null,
  seller_phone varchar(40) not null,
  seller_email varchar(254) not null,
  seller_bank varchar(200) not null,
  seller_iban varchar(50) not null,
  seller_bic varchar(20) not null,
  buyer_number varchar(20) not null,
  buyer_name varchar(200) not null,
  buyer_street varchar(250) not null,
  buyer_postcode varchar(20) not null,
  buyer_city varchar(100) not null,
  buyer_country varchar(2) not null,
  buyer_vat_id varchar(20) not null,
  buyer_email varchar(254) not null,
  net numeric not null,
  vat numeric not null,
  gross numeric not null check (gross >= 0),
  content_hash varchar(64) not null,
  issued_at timestamptz not null,
  issued_by varchar(60) not null,
  search text not null generated always as (
    text_fold(number || ' ' || buyer_number || ' ' || buyer_name || ' ' || original_number)
  ) stored,
  unique (kind, year, sequence),
  check (gross = net + vat),
  check ((kind = 'CREDIT_NOTE') = (original_id is not null)),
  check (kind <> 'CREDIT_NOTE' or reason <> '')
);

create index settlement_invoice_search on settlement_invoice using gin (search public.gin_trgm_ops);
create index settlement_invoice_customer on settlement_invoice (customer_id, id);
create index settlement_invoice_kind on settlement_invoice (kind, id);
create index settlement_invoice_issued on settlement_invoice (issued_on, id);
create index settlement_invoice_original on settlement_invoice (original_id) where original_id is not null;

create table settlement_invoice_line (
  invoice_id uuid not null references settlement_invoice,
  position int not null,
  settlement_id uuid references settlement_settlement,
  order_number varchar(20) not null,
  original_position int,
  kind varchar(10) not null check (kind in ('OPERATION', 'PART', 'TRAVEL', 'OTHER')),
  text varchar(500) not null check (text <> ''),
  quantity numeric(9, 3) not null check (quantity > 0),
  unit varchar(10) not null,
  unit_price numeric(15, 4) not null check (unit_price >= 0),
  vat_rate numeric(4, 2) not null check (vat_rate >= 0),
  cover_percent int not null check (cover_percent between 0 and 100),
  cover_reason varchar(30) not null,
  cover_number varchar(100) not null,
  primary key (invoice_id, position)
);

create index settlement_invoice_line_settlement on settlement_invoice_line (settlement_id)
  where settlement_id is not null;

-- Where the printed paper lies in the archive.
create table settlement_invoice_paper (
  invoice_id uuid primary key references settlement_invoice,
  document_id uuid not null unique
);

create table settlement_payment (
  id uuid primary key,
  request_id uuid not null unique, -- made by the sender, so that a repeated wish counts once
  invoice_id uuid not null references settlement_invoice,
  customer_id uuid not null,
  method varchar(5) not null check (method in ('CASH', 'BANK', 'CARD')),
  paid_on date not null,
  amount numeric not null check (amount <> 0), -- below zero: paid back
  currency varchar(3) not null,
  note varchar(500) not null,
  reverses_id uuid unique references settlement_payment,
  recorded_at timestamptz not null,
  recorded_by varchar(60) not null
);
create index settlement_payment_invoice on settlement_payment (invoice_id, id);
create index settlement_payment_day on settlement_payment (paid_on, id);

-- What is open on each invoice or receipt: written by the triggers below only, so that it is always
-- the invoice less its credit notes less its payments, whoever writes them.
create table settlement_balance (
  invoice_id uuid primary key references settlement_invoice,
  customer_id uuid not null,
  currency varchar(3) not null,
  due_on date not null,
  gross numeric not null,
  credited numeric not null check (credited <= gross),
  paid numeric not null,
  open numeric not null check (open = gross - credited - paid)
);
create index settlement_balance_open on settlement_balance (customer_id, due_on) where open <> 0;

create function settlement_count_invoice() returns trigger language plpgsql as $$
begin
  if new.kind = 'CREDIT_NOTE' then
    update settlement_balance set credited = credited + new.gross, open = open - new.gross
      where invoice_id = new.original_id;
    if not found then
      raise exception 'There is no balance of %', new.original_id;
    end if;
  else
    insert into settlement_balance
      values (new.id, new.customer_id, new.currency, new.due_on, new.gross, 0, 0, new.gross);
  end if;
  return null;
end $$;
create trigger settlement_invoice_counts after insert on settlement_invoice
  for each row execute function settlement_count_invoice();

create function settlement_count_payment() returns trigger language plpgsql as $$
begin
  update settlement_balance set paid = paid + new.amount, open = open - new.amount
    where invoice_id = new.invoice_id;
  if not found then
    raise exception 'There is no balance of %', new.invoice_id;
  end if;
  return null;
end $$;
create trigger settlement_payment_counts after insert on settlement_payment
  for each row execute function settlement_count_payment();

create trigger settlement_invoice_once before update or delete on settlement_invoice
  for each row execute function settlement_refuse_change();
create trigger settlement_invoice_line_once before update or delete on settlement_invoice_line
  for each row execute function settlement_refuse_change();
create trigger settlement_invoice_paper_once before update or delete on settlement_invoice_paper
  for each row execute function settlement_refuse_change();
create trigger settlement_payment_once before update or delete on settlement_payment
  for each row execute function settlement_refuse_change();

-- Lines come with their invoice in one transaction; nobody adds one later.
create function settlement_refuse_late_line() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from settlement_invoice i where i.id = new.invoice_id
      and i.xmin = pg_current_xact_id()::xid) then
    raise exception 'Invoice % is issued; a line cannot be added.', new.invoice_id
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger settlement_invoice_line_in_time after insert on settlement_invoice_line
  for each row execute function settlement_refuse_late_line();
