-- The first day on which the work of an order may begin, so that next year's service is not done today.
alter table orders_order
  add column earliest_date date,
  add constraint orders_order_dates check (earliest_date <= due_date);
