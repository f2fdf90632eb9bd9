-- Which visits a sending was about; of sendings from before only the numbers are known.
alter table planning_publication
  add column sent_visits uuid[] not null default '{}',
  add column recalled_visits uuid[] not null default '{}';
alter table planning_publication
  alter column sent_visits drop default,
  alter column recalled_visits drop default;
