import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const password = process.env.TRASA_PASSWORD ?? 'trasa-demo';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Only looks: these stories leave everything as it was. */
async function logIn(page: Page, user: string, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.goto('/');
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'User menu' })).toBeVisible();
}

/** What bars people from a page, with where it is. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`));
}

/** Goes to each page; where its address is a list's, opens the first row too. */
async function walk(page: Page, addresses: readonly string[], opens: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect.soft(await barriers(page), address).toEqual([]);
    if (!opens.includes(address)) continue;
    await page.locator('tbody a').first().click();
    await expect(page).not.toHaveURL(new RegExp(`${address}$`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect.soft(await barriers(page), `the first of ${address}`).toEqual([]);
  }
}

const office = ['/orders', '/requests', '/customers', '/equipment', '/parts', '/parts/stock', '/company'];
const money = ['/settlement', '/invoices', '/debts', '/earnings', '/rates', '/reports/profitability'];
const opens = ['/orders', '/requests', '/customers', '/equipment', '/settlement', '/invoices'];

for (const theme of ['light', 'dark'] as const) {
  test(`everybody can use the pages, ${theme}`, async ({ page, browser }) => {
    expect.soft(await page.goto('/').then(() => barriers(page)), 'log in').toEqual([]);
    await logIn(page, 'admin', theme);
    await expect(page.getByRole('region', { name: 'Map of routes and visits' })).toBeVisible();
    expect.soft(await barriers(page), 'board').toEqual([]);
    await walk(page, theme === 'light' ? office : money, opens);

    const pocket = await browser.newContext({ viewport: { width: 360, height: 780 } });
    const phone = await pocket.newPage();
    await logIn(phone, 'technician', theme);
    expect.soft(await barriers(phone), 'phone').toEqual([]);
    await walk(phone, ['/phone/earnings'], []);
    await pocket.close();
  });
}
