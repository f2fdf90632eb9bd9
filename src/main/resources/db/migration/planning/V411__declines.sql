-- Visits that a technician gave back, until they are sent again.
create table planning_decline (
  visit_id uuid primary key,
  reason varchar(1000) not null,
  declined_by varchar(60) not null,
  declined_at timestamptz not null
);
