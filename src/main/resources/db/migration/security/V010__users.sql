create table security_user (
  id uuid primary key,
  version bigint not null,
  username varchar(60) not null,
  display_name varchar(120) not null,
  password_hash varchar(200) not null,
  language varchar(5) not null,
  active boolean not null,
  technician_id uuid,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

create unique index security_user_username on security_user (lower(username));

create table security_user_role (
  user_id uuid not null references security_user on delete cascade,
  role varchar(20) not null,
  primary key (user_id, role)
);
