-- What technicians told, in the order it was applied; never changed, never removed. Facts of a visit
-- (checklist, notes, parts, purchases, operations, signature) are read from here.
create table fieldwork_action (
  id uuid primary key,
  sequence bigint generated always as identity,
  technician_id uuid not null,
  kind varchar(20) not null check (kind in (
    'RECEIVED', 'ACCEPT', 'DECLINE', 'TRAVEL', 'ARRIVE', 'START', 'PAUSE', 'RESUME', 'FINISH', 'FAIL',
    'CHECK', 'NOTE', 'PART_USED', 'PART_TAKEN_BACK', 'PURCHASE', 'OPERATION', 'SIGN', 'WITHDRAW')),
  visit_id uuid not null,
  order_id uuid,
  at timestamptz not null,
  received_at timestamptz not null,
  clock_corrected boolean not null,
  payload jsonb not null,
  outcome varchar(10) not null check (outcome in ('APPLIED', 'REFUSED')),
  problem_code varchar(60),
  problem_text varchar(1000),
  check ((outcome = 'REFUSED') = (problem_code is not null)),
  check (outcome = 'REFUSED' or order_id is not null)
);
create index fieldwork_action_visit on fieldwork_action (visit_id, sequence);
create index fieldwork_action_order on fieldwork_action (order_id, sequence);
create index fieldwork_action_technician on fieldwork_action (technician_id, received_at);

-- Times by taps; start_at and end_at stay as they were told, corrections count instead of them.
create table fieldwork_time (
  id uuid primary key,
  version bigint not null,
  visit_id uuid not null,
  order_id uuid not null,
  technician_id uuid not null,
  kind varchar(10) not null check (kind in ('TRAVEL', 'WORK')),
  start_at timestamptz not null,
  end_at timestamptz,
  reason varchar(500) not null,
  created_at timestamptz not null,
  created_by varchar(100) not null,
  changed_at timestamptz not null,
  changed_by varchar(100) not null,
  check (end_at >= start_at)
);
create index fieldwork_time_visit on fieldwork_time (visit_id);
create index fieldwork_time_order on fieldwork_time (order_id);
create unique index fieldwork_time_running on fieldwork_time (visit_id, technician_id, kind)
  where end_at is null;

create table fieldwork_time_correction (
  time_id uuid not null references fieldwork_time,
  position int not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  reason varchar(500) not null,
  corrected_at timestamptz not null,
  corrected_by varchar(100) not null,
  primary key (time_id, position),
  check (end_at >= start_at)
);

-- Sealed reports; what a version says is in the archive.
create table fieldwork_report (
  id uuid primary key,
  visit_id uuid not null,
  order_id uuid not null,
  report_version int not null check (report_version > 0),
  document_id uuid not null unique,
  facts_hash char(64) not null,
  sealed_at timestamptz not null,
  unique (visit_id, report_version)
);
create index fieldwork_report_order on fieldwork_report (order_id);

-- Whose phones were told of a visit, so that they hear it too when it is taken from them.
create table fieldwork_holder (
  visit_id uuid not null,
  technician_id uuid not null,
  primary key (visit_id, technician_id)
);
