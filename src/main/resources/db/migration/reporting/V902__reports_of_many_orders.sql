-- What reports need to stay fast when there are many orders.

-- The device's own search column has an index; a text put together here has none.
create or replace view reporting_asset_history as
select
  a.id as asset_id, a.serial, a.model_name as model, a.customer_name as customer,
  a.search,
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

-- Order and customer are always there; joined from the left, sums need not look for them.
create or replace view reporting_profitability as
select
  st.order_id, st.order_number as number, st.title, c.name as customer, o.type, st.settled_at,
  st.net, cost.labour, cost.parts, cost.purchases, st.cost, st.net - st.cost as margin, st.currency,
  text_fold(st.order_number || ' ' || st.title || ' ' || c.name) as search
from settlement_settlement st
left join orders_order o on o.id = st.order_id
left join customers_customer c on c.id = st.customer_id
left join lateral (
  select
    coalesce(sum(k.amount) filter (where k.kind in ('WORK', 'TRAVEL')), 0) as labour,
    coalesce(sum(k.amount) filter (where k.kind = 'PART'), 0) as parts,
    coalesce(sum(k.amount) filter (where k.kind = 'PURCHASE'), 0) as purchases
  from settlement_cost k where k.settlement_id = st.id
) cost on true;
