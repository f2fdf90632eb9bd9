-- Each time a day of a plan was sent to the technicians.
create table planning_publication (
  plan_id uuid not null references planning_plan on delete cascade,
  day date not null,
  published_at timestamptz not null,
  published_by varchar(60) not null,
  sent int not null check (sent >= 0),
  recalled int not null check (recalled >= 0)
);

create index planning_publication_plan on planning_publication (plan_id);
