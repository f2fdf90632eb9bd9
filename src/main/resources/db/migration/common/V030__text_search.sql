-- Searching without regard to case, accents and umlauts, by any part of a word.
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
-- For constraints that mix an id with a span of time.
create extension if not exists btree_gist with schema public;

-- unaccent alone is only "stable", because its dictionary could be exchanged; ours never is, and
-- only immutable functions may feed indexes and generated columns.
create function text_fold(text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));
