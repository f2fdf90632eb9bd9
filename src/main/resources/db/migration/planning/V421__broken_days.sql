-- Hard rules that a day as a whole breaks; an automatic plan breaks none but for what is pinned.
create table planning_route_broken_rule (
  planned_route_id uuid not null references planning_route on delete cascade,
  rule varchar(20) not null,
  amount bigint not null
);

create index planning_route_broken_rule_route on planning_route_broken_rule (planned_route_id);
