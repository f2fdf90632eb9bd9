/** What a list shows: kept in the address, so that a link or a reload shows the same. */
export interface ListQuery<F extends Record<string, string>> {
  search: string;
  filters: F;
  /** From 0. */
  page: number;
}

/** Reads `?q=…&page=2&<filter>=…`; what is missing has its default. */
export function readListQuery<F extends Record<string, string>>(
  query: URLSearchParams,
  defaults: F,
): ListQuery<F> {
  const filters = Object.fromEntries(
    Object.entries(defaults).map(([name, fallback]) => [name, query.get(name) ?? fallback]),
  ) as F;
  const page = Number(query.get('page'));
  return {
    search: query.get('q') ?? '',
    filters,
    page: Number.isInteger(page) && page > 1 ? page - 1 : 0,
  };
}

/** The address for what is shown. Defaults are left out; what belongs to others in `kept` stays. */
export function writeListQuery<F extends Record<string, string>>(
  { search, filters, page }: ListQuery<F>,
  defaults: F,
  kept: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const query = new URLSearchParams(kept);
  const put = (name: string, value: string, fallback: string) =>
    value === fallback ? query.delete(name) : query.set(name, value);
  put('q', search.trim(), '');
  for (const [name, value] of Object.entries(filters)) put(name, value, defaults[name] ?? '');
  put('page', String(page + 1), '1');
  return query;
}
