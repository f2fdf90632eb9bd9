-- One row for each transaction that changed what plans are made from. A job that was read before
-- the transaction was committed does not know of it: pg_visible_in_snapshot tells exactly.
create table planning_change (
  made_by xid8 not null default pg_current_xact_id(),
  made_at timestamptz not null default now()
);

create index planning_change_made_by on planning_change (made_by);
