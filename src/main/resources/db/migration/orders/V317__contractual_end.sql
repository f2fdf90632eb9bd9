-- By when the work must be done by contract: a plan never exceeds it, as it may a due date.
alter table orders_order
  add column contract_end timestamptz;
