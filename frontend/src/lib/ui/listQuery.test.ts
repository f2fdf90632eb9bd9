import { expect, it } from 'vitest';
import { readListQuery, writeListQuery } from './listQuery';

const defaults = { status: '', order: 'due' };

it('comes back from the address as it went in', () => {
  const shown = { search: 'Иван & Co', filters: { status: 'NEW', order: 'name' }, page: 3 };
  const address = writeListQuery(shown, defaults).toString();
  expect(readListQuery(new URLSearchParams(address), defaults)).toEqual(shown);
});

it('leaves defaults out of the address and what is not its own in it', () => {
  const kept = new URLSearchParams('day=2026-11-24&page=4&q=x');
  expect(writeListQuery({ search: ' ', filters: defaults, page: 0 }, defaults, kept).toString()).toBe(
    'day=2026-11-24',
  );
});

it('takes nonsense for the first page', () => {
  for (const page of ['-1', '0', '1.5', 'two'])
    expect(readListQuery(new URLSearchParams({ page }), defaults).page).toBe(0);
});
