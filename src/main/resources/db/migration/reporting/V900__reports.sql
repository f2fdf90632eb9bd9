-- What reports read: lines of facts across the rooms, one view a subject. Times stay instants; which
-- day they belong to depends on the company's zone and is said by the asking.

create function reporting_title(reason text, scope text, number text) returns text
language sql immutable parallel safe as $$
  select coalesce(nullif(split_part(reason, E'\n', 1), ''), nullif(split_part(scope, E'\n', 1), ''), number)
$$;

create view reporting_unfinished_repair as
select
  o.id as order_id, o.number, o.type, o.priority, o.status, o.created_at, o.due_date,
  reporting_title(o.reason, o.scope, o.number) as title,
  c.name as customer, s.city as city,
  v.planned_start, v.technicians
from orders_order o
join customers_customer c on c.id = o.customer_id
join customers_site s on s.id = o.site_id
left join lateral (
  select min(v.planned_start) as planned_start, string_agg(distinct t.name, ', ' order by t.name) as technicians
  from orders_visit v left join people_technician t on t.id = any (v.technician_ids)
  where v.order_id = o.id and v.status not in ('CANCELLED', 'FAILED')
) v on true
where o.type <> 'PLANNED_MAINTENANCE'
and o.status in ('NEW', 'PLANNED', 'DISPATCHED', 'ACCEPTED', 'TRAVELLING', 'IN_PROGRESS', 'ON_HOLD');

create view reporting_asset_history as
select
  a.id as asset_id, a.serial, a.model_name as model, a.customer_name as customer,
  text_fold(a.serial || ' ' || a.model_name || ' ' || a.customer_name) as search,
  o.id as order_id, o.number, o.type, o.status,
  reporting_title(o.reason, o.scope, o.number) as title,
  coalesce(v.finished_at, o.created_at) as happened_at,
  work.texts as work, used.texts as parts, st.net, st.currency
from assets_asset a
join orders_order o on o.asset_ids @> array[a.id]
left join settlement_settlement st on st.order_id = o.id
left join lateral (
  select max(v.finished_at) as finished_at from orders_visit v where v.order_id = o.id
) v on true
left join lateral (
  select string_agg(l.text, '; ' order by l.position) as texts
  from settlement_line l where l.settlement_id = st.id and l.kind = 'OPERATION'
) work on true
left join lateral (
  select string_agg(l.text, '; ' order by l.position) as texts
  from settlement_line l where l.settlement_id = st.id and l.kind = 'PART'
) used on true;

create view reporting_earning as
select
  e.day, e.technician_id, t.name as technician, e.kind, e.text as service,
  e.quantity, e.rate, e.amount, e.currency, e.order_id, e.order_number, e.reason
from settlement_earning e
join people_technician t on t.id = e.technician_id;

create view reporting_part_used as
select
  m.id as movement_id, m.happened_at, m.part_id, p.code, p.name, p.unit,
  case m.kind when 'USE' then m.quantity else -m.quantity end as quantity,
  case m.kind when 'USE' then 1 else -1 end * round(m.quantity * m.unit_cost, 2) as cost,
  m.technician_id, t.name as technician,
  o.id as order_id, o.number as order_number,
  i.id as invoice_id, i.number as invoice_number
from parts_movement m
join parts_part p on p.id = m.part_id
join orders_order o on o.id = coalesce(m.from_order_id, m.to_order_id)
left join people_technician t on t.id = m.technician_id
left join lateral (
  select i.id, i.number
  from settlement_settlement st
  join settlement_invoice_line l on l.settlement_id = st.id
  join settlement_invoice i on i.id = l.invoice_id
  where st.order_id = o.id and i.kind <> 'CREDIT_NOTE'
  order by i.id limit 1
) i on true
where m.kind in ('USE', 'TAKE_BACK');

create view reporting_profitability as
select
  st.order_id, st.order_number as number, st.title, c.name as customer, o.type, st.settled_at,
  st.net, cost.labour, cost.parts, cost.purchases, st.cost, st.net - st.cost as margin, st.currency,
  text_fold(st.order_number || ' ' || st.title || ' ' || c.name) as search
from settlement_settlement st
join orders_order o on o.id = st.order_id
join customers_customer c on c.id = st.customer_id
left join lateral (
  select
    coalesce(sum(k.amount) filter (where k.kind in ('WORK', 'TRAVEL')), 0) as labour,
    coalesce(sum(k.amount) filter (where k.kind = 'PART'), 0) as parts,
    coalesce(sum(k.amount) filter (where k.kind = 'PURCHASE'), 0) as purchases
  from settlement_cost k where k.settlement_id = st.id
) cost on true;

create index reporting_movement_used on parts_movement (happened_at) where kind in ('USE', 'TAKE_BACK');
create index reporting_settled on settlement_settlement (settled_at);
