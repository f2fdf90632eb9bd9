-- Whom a customer wants to be sent, and whom never; technicians of the room people.
alter table customers_customer
  add column preferred_technician_ids uuid[] not null default '{}'
    check (cardinality(preferred_technician_ids) <= 20),
  add column excluded_technician_ids uuid[] not null default '{}'
    check (cardinality(excluded_technician_ids) <= 20),
  add constraint customers_technician_wishes
    check (not preferred_technician_ids && excluded_technician_ids);
