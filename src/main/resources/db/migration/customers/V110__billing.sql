alter table customers_customer
  add column billing_street varchar(200) not null default '',
  add column billing_house_number varchar(20) not null default '',
  add column billing_postcode varchar(20) not null default '',
  add column billing_city varchar(100) not null default '',
  add column country varchar(2) not null default 'DE' check (country ~ '^[A-Z]{2}$'),
  add column vat_id varchar(20) not null default '',
  add column payment_days int not null default 14 check (payment_days between 0 and 120);
