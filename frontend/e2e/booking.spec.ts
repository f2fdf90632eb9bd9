import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { keepTime, now } from './now';

const password = process.env.TRASA_PASSWORD ?? 'trasa-demo';
/** A day of its own. */
const day = new Date(now() + 86_400_000).toISOString().slice(0, 10);

test.beforeEach(async ({ page, context }) => {
  await keepTime(context);
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

async function board(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('User name').fill('dispatcher');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row]').first()).toBeVisible();
  await page.goto(`/board?day=${day}`);
  await expect(page.locator('[data-row]').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Takes the first that is offered. */
async function takeFirst(page: Page, name = ''): Promise<void> {
  const offered = page.locator('[role=option]').filter({ hasText: name });
  await expect(offered.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

async function tabTo(page: Page, label: string, role: 'combobox'): Promise<void> {
  const wanted = page.getByRole(role, { name: label });
  for (let i = 0; i < 12; i++) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted.first()).toBeFocused();
}

test('a caller is promised a time, by keyboard alone', async ({ page }) => {
  await board(page);
  const customers = (await (await page.request.get('/api/customers?size=1')).json()) as {
    items: { name: string; phone: string }[];
  };
  const { name, phone } = customers.items[0] ?? { name: '', phone: '' };
  const drawer = page.getByRole('region', { name: 'New call' });

  await test.step('Escape with nothing typed just closes', async () => {
    await page.keyboard.press('n');
    await expect(drawer.getByRole('combobox', { name: 'Customer' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
  });

  await page.keyboard.press('n');
  await expect(drawer.getByRole('combobox', { name: 'Customer' })).toBeFocused();
  await page.keyboard.type(phone);
  await takeFirst(page, name);
  await expect(drawer.getByRole('combobox', { name: 'Customer' })).toHaveValue(name);

  await test.step('Escape asks before something is lost', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(drawer).toBeVisible();
  });

  await tabTo(page, 'Site', 'combobox');
  if (
    await drawer.getByRole('combobox', { name: 'Site' }).evaluate((input: HTMLInputElement) => !input.value)
  ) {
    await page.keyboard.press('ArrowDown');
    await takeFirst(page);
  }
  await tabTo(page, 'Work to be done', 'combobox');
  await page.keyboard.press('ArrowDown');
  await takeFirst(page);
  await expect(drawer.getByRole('textbox', { name: 'Complaint' })).not.toHaveValue('');
  const slots = drawer.getByRole('radiogroup', { name: 'Best times' }).getByRole('radio');
  await expect(slots.first()).toBeChecked();
  await expect(drawer).toContainText('costs least');
  const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await slots.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(slots.nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('status').filter({ hasText: 'Held for 10 minutes' })).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Book' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(drawer).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Booked: order' })).toBeVisible();
  await expect(page.locator('[data-visit][aria-pressed=true]')).toBeVisible();
});
