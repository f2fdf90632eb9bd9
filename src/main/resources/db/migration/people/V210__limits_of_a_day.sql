-- How long somebody may work on after the shift's end, and how much of a day may be driving.
alter table people_technician
  add column overtime_minutes int not null default 0 check (overtime_minutes between 0 and 240),
  add column max_drive_minutes int check (max_drive_minutes between 30 and 960);
