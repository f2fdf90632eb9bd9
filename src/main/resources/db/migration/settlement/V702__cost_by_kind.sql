-- What of an order's cost went into parts and purchases; the rest is labour. Written once with the settlement, so
-- that reports over many orders need not add up their costs.
alter table settlement_settlement
  add column parts_cost numeric not null default 0,
  add column purchases_cost numeric not null default 0;

alter table settlement_settlement disable trigger settlement_settlement_once;
update settlement_settlement s set parts_cost = k.parts, purchases_cost = k.purchases
from (
  select settlement_id,
    coalesce(sum(amount) filter (where kind = 'PART'), 0) as parts,
    coalesce(sum(amount) filter (where kind = 'PURCHASE'), 0) as purchases
  from settlement_cost group by settlement_id
) k
where k.settlement_id = s.id;
alter table settlement_settlement enable trigger settlement_settlement_once;

alter table settlement_settlement
  alter column parts_cost drop default,
  alter column purchases_cost drop default;
