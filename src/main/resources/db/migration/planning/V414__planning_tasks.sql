-- What db-scheduler runs on any number of nodes, in the form that it asks for. A node that works on
-- a row sends its heartbeat there; where none came for a while, another node takes over.
create table planning_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority int not null,
  primary key (task_name, task_instance)
);

create index planning_task_due on planning_task (priority desc, execution_time);
create index planning_task_heartbeat on planning_task (last_heartbeat);
