import { expect, it } from 'vitest';
import type { Role } from '$api/types';
import { homeOf, isFor, pageAt, sections, tabsOf } from './pages';

const roles: Role[] = [
  'ADMINISTRATOR',
  'DISPATCHER',
  'TECHNICIAN',
  'WAREHOUSE',
  'ACCOUNTANT',
  'MANAGER',
  'CUSTOMER',
];

it('starts each role on a page that it may see', () => {
  for (const role of roles) {
    const page = pageAt(homeOf([role]) ?? '')?.route;
    expect([role, page && isFor(page, [role])]).toEqual([role, true]);
  }
});

it('starts nobody without a role anywhere', () => {
  expect(homeOf([])).toBeNull();
});

it('shows the administrator every section but the phone and the portal', () => {
  const seen = sections.filter(({ name }) => tabsOf(name, ['ADMINISTRATOR']).length > 0);
  expect(seen.map(({ name }) => name)).toEqual(
    sections.map(({ name }) => name).filter((name) => name !== 'phone' && name !== 'portal'),
  );
});

it('finds the page of a stock document, and the open page of a customer', () => {
  expect(pageAt('/parts/documents/7')?.route.title).toBe('parts.document');
  expect(pageAt('/p/abc')).toMatchObject({ route: { open: true }, params: { token: 'abc' } });
});
