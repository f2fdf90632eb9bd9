-- Who we are: one row.
create table documents_company (
  id uuid primary key,
  version bigint not null,
  only_row boolean not null default true unique check (only_row),
  name varchar(200) not null,
  street varchar(200) not null,
  postcode varchar(20) not null,
  city varchar(100) not null,
  country varchar(2) not null check (country ~ '^[A-Z]{2}$'),
  phone varchar(40) not null,
  email varchar(254) not null,
  vat_id varchar(20) not null,
  tax_number varchar(40) not null,
  bank varchar(200) not null,
  iban varchar(34) not null,
  bic varchar(11) not null,
  logo_file_id uuid,
  created_at timestamptz not null,
  created_by varchar(60) not null,
  changed_at timestamptz not null,
  changed_by varchar(60) not null
);

insert into documents_company (id, version, name, street, postcode, city, country, phone, email,
    vat_id, tax_number, bank, iban, bic, created_at, created_by, changed_at, changed_by)
  values (uuidv7(), 0, '', '', '', '', 'DE', '', '', '', '', '', '', '', now(), 'trasa', now(), 'trasa');

-- The archive. Bytes are stored beside their hash, see docs/decisions.
create table documents_document (
  id uuid primary key default uuidv7(),
  kind varchar(30) not null,
  number varchar(40) not null,
  subject_id uuid not null,
  language varchar(2) not null,
  file_name varchar(200) not null check (file_name <> ''),
  size int not null check (size > 0),
  sha256 varchar(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null check (octet_length(content) = size),
  created_at timestamptz not null,
  created_by varchar(60) not null
);

create index documents_document_subject on documents_document (subject_id, id desc);
-- PDFs are compressed already.
alter table documents_document alter column content set storage external;

create function documents_written_once() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are written once; they are neither changed nor removed.', tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

create trigger documents_document_written_once before update or delete on documents_document
  for each row execute function documents_written_once();
create trigger documents_document_never_emptied before truncate on documents_document
  for each statement execute function documents_written_once();

-- What is to be sent by mail, and what came of it.
create table documents_outgoing (
  id uuid primary key default uuidv7(),
  document_id uuid not null references documents_document,
  email varchar(254) not null check (email <> ''),
  language varchar(2) not null,
  link varchar(500) not null,
  status varchar(10) not null check (status in ('QUEUED', 'SENT', 'FAILED')),
  tries int not null default 0,
  last_error varchar(500) not null default '',
  due_at timestamptz not null,
  sent_at timestamptz check ((sent_at is not null) = (status = 'SENT')),
  created_at timestamptz not null,
  created_by varchar(60) not null
);

create index documents_outgoing_document on documents_outgoing (document_id, id desc);
create index documents_outgoing_due on documents_outgoing (due_at) where status = 'QUEUED';

-- Files that people upload; the id is the sender's.
create table documents_file (
  id uuid primary key,
  purpose varchar(20) not null check (purpose in ('ATTACHMENT', 'PHOTO', 'RECEIPT', 'SIGNATURE', 'LOGO')),
  owner_id uuid not null,
  name varchar(200) not null check (name <> ''),
  type varchar(60) not null,
  size int not null check (size > 0),
  sent_sha256 varchar(64) not null,
  content bytea not null check (octet_length(content) = size),
  created_at timestamptz not null,
  created_by varchar(60) not null
);

create index documents_file_owner on documents_file (owner_id, purpose, created_at);
alter table documents_file alter column content set storage external;

-- Links for people without a login: only the hash of the token is kept.
create table documents_link (
  id uuid primary key default uuidv7(),
  token_sha256 varchar(64) not null unique,
  document_id uuid not null references documents_document,
  purpose varchar(20) not null check (purpose in ('READ', 'ANSWER_QUOTE')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  created_by varchar(60) not null
);
