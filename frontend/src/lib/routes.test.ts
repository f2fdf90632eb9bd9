import { expect, it } from 'vitest';
import { findRoute, matchPath } from './routes';

it('reads parameters out of an address', () => {
  expect(matchPath('/orders/:id', '/orders/O%2F7')).toEqual({ id: 'O/7' });
  expect(matchPath('/orders', '/orders/')).toEqual({});
  expect(matchPath('/orders/:id', '/orders')).toBeNull();
  expect(matchPath('/orders/:id', '/quotes/1')).toBeNull();
  expect(matchPath('/orders/:id', '/orders/%zz')).toBeNull();
});

it('prefers a fixed word to a parameter', () => {
  const routes = [{ path: '/parts/:id' }, { path: '/parts/stock' }];
  expect(findRoute(routes, '/parts/stock')?.route.path).toBe('/parts/stock');
  expect(findRoute(routes, '/parts/7')?.params).toEqual({ id: '7' });
  expect(findRoute(routes, '/nowhere')).toBeNull();
});
