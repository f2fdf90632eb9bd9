-- Hours have no operation whose name could stand as the service: their kind does, a code that is put into words.
drop view reporting_earning;
create view reporting_earning as
select
  e.day, e.technician_id, t.name as technician, e.kind,
  coalesce(nullif(e.text, ''), e.kind) as service,
  e.quantity, e.rate, e.amount, e.currency, e.order_id, e.order_number, e.reason
from settlement_earning e
join people_technician t on t.id = e.technician_id;
