-- What a technician travels with: decides which roads may be taken and how fast.
alter table people_technician
  add column vehicle text not null default 'CAR'
    check (vehicle in ('CAR', 'VAN', 'TRUCK', 'BICYCLE', 'FOOT'));
