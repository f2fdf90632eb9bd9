import { expect, request, test, type APIRequestContext, type APIResponse, type Page } from '@playwright/test';

import { keepTime, now } from './now';
import type { components } from '../src/api/schema';

type Schemas = components['schemas'];
const password = process.env.TRASA_PASSWORD ?? 'trasa-demo';

test.beforeEach(({ context }) => keepTime(context));
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

/** Calls the API as somebody; every change carries the token of the session. */
async function as(user: string, baseURL: string) {
  const api: APIRequestContext = await request.newContext({ baseURL });
  const token = async () => {
    const cookies = (await api.storageState()).cookies;
    return { 'X-XSRF-TOKEN': cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '' };
  };
  await api.get('/api/settings');
  const form = { username: user, password };
  expect((await api.post('/api/session', { form, headers: await token() })).ok()).toBe(true);
  await api.get('/api/session');
  const answer = async <T>(response: APIResponse): Promise<T> => {
    expect(response.ok(), await response.text()).toBe(true);
    return (await response.json()) as T;
  };
  return {
    speakEnglish: async () =>
      api.put('/api/session/language', { data: { language: 'en' }, headers: await token() }),
    get: async <T>(path: string) => answer<T>(await api.get(path)),
    post: async <T>(path: string, data: object) =>
      answer<T>(await api.post(path, { data, headers: await token() })),
  };
}

/** Sends a job of its own to the demo's technician, before everything else of the day. */
async function dispatchOne(baseURL: string): Promise<{ visitId: string; orderId: string }> {
  const technician = await as('technician', baseURL);
  const office = await as('dispatcher', baseURL);
  await technician.speakEnglish();
  const { technicianId } = await technician.get<Schemas['SessionView']>('/api/session');
  const { items } = await office.get<{ items: { id: string }[] }>('/api/orders?size=1');
  const known = await office.get<Schemas['OrderView']>(`/api/orders/${items[0]?.id}`);
  const { customerId, siteId } = known;
  const order = await office.post<Schemas['OrderView']>('/api/orders', {
    type: 'CALL_OUT',
    customerId,
    siteId,
    reason: 'Phone story',
    checklist: [{ text: 'Customer shown how', required: true }],
    visits: [{ durationMinutes: 30 }],
  });
  const visitId = order.visits[0]?.id ?? '';
  const plannedStart = new Date(now() - 60_000).toISOString();
  const assigned = { technicianIds: [technicianId], plannedStart };
  const path = `/api/visits/${visitId}/steps`;
  const planned = await office.post<Schemas['VisitView']>(path, { step: 'PLAN', version: 0, ...assigned });
  await office.post(path, { step: 'DISPATCH', version: planned.version });
  return { visitId, orderId: order.id };
}

async function logIn(page: Page): Promise<void> {
  await page.goto('/phone');
  await page.getByLabel('User name').fill('technician');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('sync')).toBeVisible();
}

test('a day without network loses nothing and doubles nothing', async ({ page, context, baseURL }) => {
  const { visitId, orderId } = await dispatchOne(baseURL ?? '');
  await logIn(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`/phone/visits/${visitId}`);
  const big = page.getByTestId('big');
  await expect(big).toHaveText(/Accept/);
  await expect(page.getByTestId('sync')).toHaveText('All sent');
  // What the worker keeps is told after the first load.
  await page.waitForTimeout(1_500);

  await context.setOffline(true);
  await big.click();
  await expect(big).toHaveText(/On my way/);
  await big.click();
  await expect(big).toHaveText(/Arrived/);
  await expect(page.getByTestId('sync')).toHaveText(/Saved on phone/);
  // What arrived by itself before, such as "received", may still be counted in.
  const waiting = async () => {
    const [sent, total] = (await page.getByTestId('sync').innerText()).match(/\d+/g) ?? [];
    return Number(total) - Number(sent);
  };
  await expect.poll(waiting).toBe(2);

  await page.reload();
  await expect(big).toHaveText(/Arrived/);
  await expect.poll(waiting).toBe(2);
  await big.click();
  await expect(big).toHaveText(/Start/);

  await context.setOffline(false);
  await expect(page.getByTestId('sync')).toHaveText('All sent', { timeout: 90_000 });
  const office = await as('dispatcher', baseURL ?? '');
  const { items } = await office.get<{ items: { to: string }[] }>(`/api/orders/${orderId}/history`);
  const steps = items.map((step) => step.to);
  expect(steps).toEqual(['PLANNED', 'DISPATCHED', 'ACCEPTED', 'TRAVELLING']);

  await big.click();
  await expect(big).toHaveText(/Finish/);
  await page.getByPlaceholder('Write a note').fill('Смених клапана');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await big.click();
  await expect(big).toHaveText(/Still open: Customer shown how/);
  await page.getByLabel('Customer shown how').check();
  await big.click();
  await page.getByLabel('Name of who signs').fill('Ms Beck');
  const pad = await page.getByTestId('pad').boundingBox();
  if (!pad) throw new Error('no pad');
  await page.mouse.move(pad.x + 30, pad.y + 90);
  await page.mouse.down();
  for (let x = 40; x < 250; x += 15) await page.mouse.move(pad.x + x, pad.y + 80 + 40 * Math.sin(x / 20));
  await page.mouse.up();
  await page.getByTestId('signed').click();
  await expect(page.getByText('Report, version 1')).toBeVisible({ timeout: 60_000 });

  const { facts, reports } = await office.get<Schemas['FieldworkView']>(`/api/visits/${visitId}/fieldwork`);
  expect(facts.notes).toHaveLength(1);
  expect(facts.signature?.name).toBe('Ms Beck');
  expect(facts.times.map((time) => time.kind)).toEqual(['TRAVEL', 'WORK']);
  expect(reports).toHaveLength(1);
});
