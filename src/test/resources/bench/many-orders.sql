-- 20,000 customers with a site each, 30,000 devices, 30,000 requests, 20,000 quotes, 100,000 orders of
-- three years with their visits, steps, lines, used parts and settlements, 60,000 invoices and their
-- payments; deterministic, within a minute.

create function bench_id(kind int, n bigint) returns uuid language sql immutable as $$
  select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
$$;
create function bench_pick(n bigint, salt int, among text[]) returns text language sql immutable as $$
  select among[1 + abs(hashint8(n * 31 + salt)) % cardinality(among)]
$$;

insert into customers_customer (id, version, number, name, phone, email, language, priority, notes,
  created_at, created_by, changed_at, changed_by)
select bench_id(1, n), 0, 'C-' || lpad((900000 + n)::text, 6, '0'),
  bench_pick(n, 1, array['Bäckerei','Hotel','Café','Praxis','Schule','Autohaus','Restauracja','Хотел','Taller','Fitness']) || ' '
    || bench_pick(n, 2, array['Müller','Kowalska','Петров','García','Schmidt','Nowak','Иванова','López','Weiß','Ziółko']) || ' ' || n,
  '+49 395 ' || lpad(n::text, 7, '0'), 'kunde' || n || '@example.com', 'en', 'NORMAL', '',
  timestamptz '2023-11-01' , 'bench', timestamptz '2023-11-01', 'bench'
from generate_series(1, 20000) n;

insert into customers_site (id, version, customer_id, name, street, house_number, postcode, city, lat, lon,
  access_notes, created_at, created_by, changed_at, changed_by)
select bench_id(2, n), 0, bench_id(1, n), 'Filiale', 'Straße ' || n % 900, (n % 90 + 1)::text, '17033',
  'Neubrandenburg', 53.5 + (n % 100) / 1000.0, 13.2 + (n % 130) / 1000.0, '',
  timestamptz '2023-11-01', 'bench', timestamptz '2023-11-01', 'bench'
from generate_series(1, 20000) n;

insert into assets_model (id, version, brand, name, kind, active, created_at, created_by, changed_at, changed_by)
select bench_id(3, n), 0, 'Marke ' || n, 'M' || n, 'Kessel', true,
  timestamptz '2023-11-01', 'bench', timestamptz '2023-11-01', 'bench'
from generate_series(1, 200) n;

insert into assets_asset (id, version, serial, model_id, customer_id, site_id, location, supplier, notes, active,
  model_name, model_kind, customer_name, created_at, created_by, changed_at, changed_by)
select bench_id(4, n), 0, 'SN-' || lpad(n::text, 8, '0'), bench_id(3, n % 200 + 1), bench_id(1, n % 20000 + 1),
  bench_id(2, n % 20000 + 1), 'Keller', '', '', true, 'Marke ' || (n % 200 + 1) || ' M' || (n % 200 + 1), 'Kessel',
  c.name, timestamptz '2023-11-01', 'bench', timestamptz '2023-11-01', 'bench'
from generate_series(1, 30000) n join customers_customer c on c.id = bench_id(1, n % 20000 + 1);

insert into orders_order (id, version, number, type, customer_id, site_id, reason, scope, priority, due_date, notes,
  status, asset_ids, created_at, created_by, changed_at, changed_by)
select bench_id(5, n), 0, 'B' || lpad(n::text, 7, '0'),
  bench_pick(n, 3, array['CALL_OUT','WARRANTY_REPAIR','PLANNED_MAINTENANCE','WORKSHOP_REPAIR','INCIDENT']),
  bench_id(1, n % 20000 + 1), bench_id(2, n % 20000 + 1),
  bench_pick(n, 4, array['Heizung kalt','Zmywarka przecieka','Машината не тръгва','Horno averiado','Kühlraum zu warm','Fuse trips'])
    || ' ' || n % 977, '',
  bench_pick(n, 5, array['LOW','NORMAL','NORMAL','NORMAL','HIGH','URGENT']),
  (timestamptz '2023-11-24' + n * interval '15.7 minutes')::date + 5, '',
  case when n > 98500 then bench_pick(n, 6, array['NEW','NEW','PLANNED','DONE','ON_HOLD'])
       else bench_pick(n, 6, array['INVOICED','INVOICED','INVOICED','SETTLED','CANCELLED']) end,
  array[bench_id(4, n % 30000 + 1)],
  timestamptz '2023-11-24' + n * interval '15.7 minutes', 'bench',
  timestamptz '2023-11-24' + n * interval '15.7 minutes', 'bench'
from generate_series(1, 100000) n;

insert into orders_visit (id, version, order_id, status, duration_minutes, crew_size, technician_ids, planned_start,
  finished_at, created_at, created_by, changed_at, changed_by)
select bench_id(6, row_number() over (order by o.id)), 0, o.id, o.status, 90, 1,
  case when o.status in ('NEW', 'CANCELLED', 'ON_HOLD') then '{}'::uuid[]
       else array[bench_id(9, abs(hashint8(row_number() over (order by o.id))) % 50)] end,
  case when o.status in ('NEW', 'CANCELLED', 'ON_HOLD') then null else o.created_at + interval '2 days' end,
  case when o.status in ('DONE', 'SETTLED', 'INVOICED') then o.created_at + interval '50 hours' end,
  o.created_at, 'bench', o.created_at, 'bench'
from orders_order o;

insert into orders_status_change (id, order_id, visit_id, from_status, to_status, reason, source, changed_at,
  changed_by, happened_at)
select bench_id(7, s * 1000000 + row_number() over (order by v.id)), v.order_id, v.id,
  (array['NEW','PLANNED','DISPATCHED','ACCEPTED'])[s], (array['PLANNED','DISPATCHED','ACCEPTED','IN_PROGRESS'])[s],
  '', 'PLAN', v.created_at, 'bench', v.created_at
from orders_visit v, generate_series(1, 4) s where v.status in ('DONE', 'SETTLED', 'INVOICED');

insert into orders_order_line (order_id, position, kind, text, quantity, unit, norm_minutes, unit_price, vat_rate)
select o.id, p, case p when 0 then 'OPERATION' else 'PART' end, 'Zeile ' || p, 1, 'pc', 60, 40 + p, 19
from orders_order o, generate_series(0, 1) p;

insert into people_technician (id, version, name, phone, email, color, home_lat, home_lon, home_address, active,
  created_at, created_by, changed_at, changed_by)
select bench_id(9, n), 0, 'Technician ' || n, '', '', '#3567d6', 53.55, 13.26, '', true,
  timestamptz '2023-11-01', 'bench', timestamptz '2023-11-01', 'bench'
from generate_series(0, 49) n;

insert into settlement_settlement (id, request_id, order_id, order_number, title, customer_id, payer_id, site_id,
  first_day, last_day, currency, net, cost, parts_cost, purchases_cost, settled_at, settled_by)
select bench_id(10, row_number() over (order by o.id)), bench_id(11, row_number() over (order by o.id)), o.id, o.number,
  o.reason, o.customer_id, o.customer_id, o.site_id, o.created_at::date + 2, o.created_at::date + 2, 'EUR', 81, 35, 0, 0,
  o.created_at + interval '3 days', 'bench'
from orders_order o where o.status in ('SETTLED', 'INVOICED');

insert into settlement_line (settlement_id, position, kind, text, quantity, unit, unit_price, vat_rate,
  cover_percent, cover_reason, cover_number, origin, proposed_quantity, proposed_price, proposed_cover, change_reason)
select s.id, p, case p when 0 then 'OPERATION' else 'PART' end, 'Zeile ' || p, 1, 'pc', 40 + p, 19, 0, 'NO_DEVICE', '', 'AGREED',
  1, 40 + p, 0, ''
from settlement_settlement s, generate_series(0, 1) p;

insert into settlement_cost (settlement_id, position, kind, technician_id, text, quantity, unit_cost, amount)
select s.id, 0, 'WORK', bench_id(9, abs(hashint8(row_number() over (order by s.id))) % 50), 'Arbeit', 1, 35, 35
from settlement_settlement s;

insert into settlement_earning (id, settlement_id, order_id, order_number, visit_id, technician_id, day, kind, text,
  quantity, rate, share, amount, currency, reason, posted_at, posted_by)
select bench_id(12, row_number() over (order by s.id)), s.id, s.order_id, s.order_number, v.id, v.technician_ids[1],
  s.last_day, 'WORK', bench_pick(row_number() over (order by s.id), 8, array['Wartung','Reparatur','Prüfung','Tausch']),
  1.5, 20, 100, 30, 'EUR', '', s.settled_at, 'bench'
from settlement_settlement s join orders_visit v on v.order_id = s.order_id;

insert into parts_part (id, version, code, name, unit, cost, price, vat_rate, barcode, substitute_ids, min_on_van,
  active, created_at, created_by, changed_at, changed_by)
select bench_id(17, n), 0, 'T-' || lpad(n::text, 5, '0'),
  bench_pick(n, 9, array['Dichtung','Filtr','Помпа','Válvula','Thermostat']) || ' ' || n, 'pc', 4, 9, 19, '', '{}', 0,
  true, timestamptz '2023-11-01', 'bench', timestamptz '2023-11-01', 'bench'
from generate_series(1, 2000) n;

insert into parts_movement (id, part_id, quantity, from_location_id, from_order_id, to_location_id, kind, visit_id,
  technician_id, reason, unit_cost, happened_at, written_at, written_by)
select bench_id(18, row_number() over (order by v.id)), bench_id(17, abs(hashint8(row_number() over (order by v.id))) % 2000 + 1),
  1, '00000000-0000-0000-0000-000000000001', v.order_id, '00000000-0000-0000-0000-000000000002', 'USE', v.id,
  v.technician_ids[1], '', 4, v.finished_at, v.finished_at, 'bench'
from orders_visit v where v.finished_at is not null;

insert into parts_balance (location_id, part_id, quantity)
select '00000000-0000-0000-0000-000000000001', p.id, 50 from parts_part p;

insert into orders_request (id, version, number, source, taken_by, caller, customer_id, asset_ids, complaint,
  wished_time, status, decline_reason, closed_at, created_at, created_by, changed_at, changed_by)
select bench_id(19, n), 0, 'BR' || n, 'PHONE', 'bench', 'Anruf ' || n, bench_id(1, n % 20000 + 1), '{}',
  bench_pick(n, 10, array['Heizung kalt','Zmywarka przecieka','Машината не тръгва','Horno averiado']) || ' ' || n % 977,
  '', case when n > 29500 then 'NEW' else 'ORDERED' end, '',
  case when n > 29500 then null else timestamptz '2023-11-24' + n * interval '52 minutes' end,
  timestamptz '2023-11-24' + n * interval '52 minutes', 'bench', timestamptz '2023-11-24' + n * interval '52 minutes', 'bench'
from generate_series(1, 30000) n;

insert into orders_quote (id, version, number, revision, customer_id, site_id, asset_ids, title, notes, currency,
  valid_until, status, sent_at, answered_by, decline_reason, created_at, created_by, changed_at, changed_by)
select bench_id(20, n), 0, 'BQ' || n, 1, bench_id(1, n), bench_id(2, n), '{}', 'Angebot ' || n, '', 'EUR',
  date '2023-12-24' + n / 20, 'SENT', timestamptz '2023-11-24' + n * interval '79 minutes', '', '',
  timestamptz '2023-11-24' + n * interval '79 minutes', 'bench', timestamptz '2023-11-24' + n * interval '79 minutes', 'bench'
from generate_series(1, 20000) n;

begin;

insert into settlement_invoice (id, request_id, kind, year, sequence, number, customer_id, original_number, reason,
  issued_on, service_from, service_to, due_on, language, currency, reverse_charge, seller_name, seller_street,
  seller_postcode, seller_city, seller_country, seller_vat_id, seller_tax_number, seller_phone, seller_email,
  seller_bank, seller_iban, seller_bic, buyer_number, buyer_name, buyer_street, buyer_postcode, buyer_city,
  buyer_country, buyer_vat_id, buyer_email, net, vat, gross, content_hash, issued_at, issued_by)
select bench_id(13, n), bench_id(14, n), 'INVOICE', 1990, n, 'BENCH-' || n, s.customer_id, '', '', s.last_day + 1, s.last_day,
  s.last_day, s.last_day + 15, 'en', 'EUR', false, 'Bench', '', '', '', 'DE', '', '', '', '', '', '', '', c.number, c.name,
  '', '', '', 'DE', '', '', 81, 15.39, 96.39, '', s.settled_at, 'bench'
from (select s.*, row_number() over (order by s.id) as n from settlement_settlement s) s
join customers_customer c on c.id = s.customer_id where n <= 60000;

insert into settlement_invoice_line (invoice_id, position, settlement_id, order_number, kind, text, quantity, unit,
  unit_price, vat_rate, cover_percent, cover_reason, cover_number)
select i.id, 0, s.id, s.order_number, 'OPERATION', 'Zeile', 1, 'pc', 81, 19, 0, 'NO_DEVICE', ''
from settlement_invoice i
join (select s.*, row_number() over (order by s.id) as n from settlement_settlement s) s on s.n = i.sequence
where i.year = 1990;

commit;

insert into settlement_payment (id, request_id, invoice_id, customer_id, method, paid_on, amount, currency, note,
  recorded_at, recorded_by)
select bench_id(15, i.sequence), bench_id(16, i.sequence), i.id, i.customer_id, 'BANK', i.issued_on + 10, 96.39, 'EUR', '',
  i.issued_at, 'bench'
from settlement_invoice i where i.year = 1990 and i.sequence % 20 <> 0;

-- as autovacuum does on any running database
vacuum analyze;
