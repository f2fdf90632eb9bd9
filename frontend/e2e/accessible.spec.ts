import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const password = process.env.TRASA_PASSWORD ?? 'trasa-demo';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Only looks: these stories leave everything as it was. */
async function logIn(page: Page, user: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'User menu' })).toBeVisible();
}

/** Nothing seriously bars anybody from what is shown; colours are looked at in the dark too. */
async function expectNoBarriers(page: Page, where: string): Promise<void> {
  const look = async (axe: AxeBuilder) =>
    (await axe.analyze()).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`));
  expect.soft(await look(new AxeBuilder({ page }).withTags(rules)), where).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = new AxeBuilder({ page }).withRules(['color-contrast']);
  expect.soft(await look(dark), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

test.beforeEach(({ page }) => page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' }));

test('everybody can use the pages of the office', async ({ page }) => {
  await page.goto('/');
  await expectNoBarriers(page, 'log in');
  await logIn(page, 'admin');
  await expect(page.getByRole('region', { name: 'Map of routes and visits' })).toBeVisible();
  await expectNoBarriers(page, 'board');
  for (const list of ['/orders', '/customers', '/equipment', '/settlement', '/invoices']) {
    await page.goto(list);
    await settled(page);
    await expectNoBarriers(page, list);
    await page.locator('tbody a').first().click();
    await expect(page).not.toHaveURL(new RegExp(`${list}$`));
    await settled(page);
    await expectNoBarriers(page, `the first of ${list}`);
  }
  for (const address of [
    ...['/capacity', '/what-if', '/requests/new', '/parts', '/rates', '/reports/profitability'],
    ...['/company', '/company/technicians', '/company/traffic', '/company/policies'],
  ]) {
    await page.goto(address);
    await settled(page);
    await expectNoBarriers(page, address);
  }
});

test('everybody can use the phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await logIn(page, 'technician');
  await expectNoBarriers(page, 'phone');
  await page.goto('/phone/earnings');
  await settled(page);
  await expectNoBarriers(page, 'earnings');
});
