-- Sums over all orders read one row of each.
create or replace view reporting_profitability as
select
  st.order_id, st.order_number as number, st.title, c.name as customer, o.type, st.settled_at,
  st.net, st.cost - st.parts_cost - st.purchases_cost as labour, st.parts_cost as parts,
  st.purchases_cost as purchases, st.cost, st.net - st.cost as margin, st.currency,
  text_fold(st.order_number || ' ' || st.title || ' ' || c.name) as search
from settlement_settlement st
left join orders_order o on o.id = st.order_id
left join customers_customer c on c.id = st.customer_id;
