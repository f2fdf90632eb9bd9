import { expect, test, type Page } from '@playwright/test';
import { keepTime } from './now';

const user = process.env.TRASA_USER ?? 'dispatcher';
const password = process.env.TRASA_PASSWORD ?? 'trasa-demo';

test.beforeEach(({ context }) => keepTime(context));

/** Everything a user would never see but should not happen: it fails the test that caused it. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // The page itself gives up requests that a newer one has overtaken, and the stream when it leaves.
    if (!reason.includes('ERR_ABORTED')) faults.push(`${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

async function logIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Map of routes and visits' })).toBeVisible();
}

/** Controls whose words have no room, and parts of the header that lie over one another or outside. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const name = (element: HTMLElement) => `${element.textContent?.trim()} ${element.ariaLabel ?? ''}`;
    const cut = all('button, label, th, dt, [role=radio]').filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).display !== 'inline' &&
        getComputedStyle(element).overflowX === 'visible',
    );
    const bar = all('header .tools > *, header nav')
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .sort((a, b) => a.box.left - b.box.left);
    const over = bar.filter(
      ({ box }, i) => box.right > innerWidth || box.left < (bar[i - 1]?.box.right ?? 0) - 1,
    );
    return [...cut, ...over.map(({ element }) => element)].map(name);
  });

const blocks = (page: Page) => page.locator('[data-visit]');
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Details' });

test('plans a day and looks at it from every side', async ({ page }) => {
  const faults = watch(page);
  await logIn(page);

  await test.step('the board shows technicians and visits without a place', async () => {
    await expect(page.locator('[data-listed]').first()).toBeVisible();
    await expect(page.locator('.mark.home').first()).toBeVisible();
    await expect(page.locator('.leaflet-control-attribution')).toContainText('OpenStreetMap');
  });

  await test.step('planning shows its progress and ends with a plan', async () => {
    await page.keyboard.press('p');
    await expect(page.getByRole('progressbar', { name: 'Planning' })).toBeVisible();
    await expect(blocks(page).first()).toBeVisible({ timeout: 30_000 });
    await expect(inspector(page)).toContainText('planned');
    await expect(page.getByRole('button', { name: 'Plan', exact: true })).toBeVisible({ timeout: 90_000 });
    await expect(page.getByRole('status').filter({ hasText: 'Plan ready' })).toBeVisible();
    await expect(inspector(page)).toContainText('Draft');
  });

  await test.step('routes are on the map and visits on the timeline', async () => {
    expect(await page.locator('.mark.stop').count()).toBeGreaterThan(10);
    expect(await page.locator('path.leaflet-interactive').count()).toBeGreaterThan(3);
    expect(await blocks(page).count()).toBeGreaterThan(10);
  });

  await test.step('a visit selected in the timeline is selected everywhere', async () => {
    await blocks(page).first().click();
    const title = (await inspector(page).getByRole('heading', { level: 2 }).textContent()) ?? '?';
    await expect(blocks(page).first()).toHaveAttribute('aria-label', new RegExp(`^${title}, `));
    await expect(page.locator('.mark.selected').first()).toBeVisible();
    await expect(page).toHaveURL(/visit=/);
  });

  await test.step('a pinned visit shows its padlock', async () => {
    await inspector(page).getByRole('button', { name: 'Pin', exact: true }).click();
    await expect(inspector(page)).toContainText('Pinned');
    await inspector(page).getByRole('button', { name: 'Unpin' }).click();
    await expect(inspector(page)).not.toContainText('Pinned');
  });

  await test.step('a stop selected on the map is selected everywhere', async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('.mark.selected')).toHaveCount(0);
    await page.locator('.mark.stop').last().dispatchEvent('click');
    await expect(inspector(page).getByRole('heading', { level: 2 })).toBeVisible();
    await expect(page.locator('[data-visit][aria-pressed=true]').first()).toBeVisible();
  });

  await test.step('a technician shows his route', async () => {
    await page.locator('.names button').first().click();
    await expect(page).toHaveURL(/technician=/);
    await expect(inspector(page).getByRole('heading', { level: 2 })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the plan is published, and what was sent is seen everywhere', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    const dialog = page.getByRole('dialog', { name: 'Publish to the technicians' });
    await expect(dialog).toBeVisible();
    // A second run on the same day may find everything on the phones already.
    // By keyboard too.
    const send = dialog.getByRole('button', { name: /^(Send \d+ visits?|Publish)$/ });
    for (let i = 0; i < 90 && !(await send.evaluate((it) => it === document.activeElement)); i++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('status').filter({ hasText: 'Published:' })).toBeVisible();
    await expect(inspector(page)).toContainText('Published');
    await expect(inspector(page)).not.toContainText('not sent yet');
    await expect(page.locator('[data-visit] [role=img][aria-label=Sent]').first()).toBeVisible();
    await blocks(page).first().click();
    await expect(inspector(page)).toContainText('Sent');
    await page.keyboard.press('Escape');
  });

  await test.step('the day survives a reload', async () => {
    const placed = await page.locator('.mark.stop').count();
    await page.reload();
    await expect(page.locator('.mark.stop')).toHaveCount(placed);
  });
  expect(faults).toEqual([]);
});

test('moves between days, languages and themes', async ({ page }) => {
  const faults = watch(page);
  await logIn(page);

  await test.step('next day, three days, back', async () => {
    const today = new URL(page.url()).searchParams.get('day');
    await page.keyboard.press(']');
    await expect(page).not.toHaveURL(new RegExp(`day=${today}`));
    await expect(page.locator('main')).toBeVisible();
    await page.getByRole('radio', { name: '3 days' }).click();
    await expect(page).toHaveURL(/days=3/);
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`day=${today}`));
  });

  await test.step('the list selects, and finds by search', async () => {
    const first = page.locator('[data-listed]').first();
    await expect(first).toBeVisible();
    // The list of the day before stays until the new one is there.
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    await expect(first).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('/');
    await page.keyboard.type('zzzz');
    await expect(page.getByText('No visit matches.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear search and filter' }).click();
    await expect(first).toBeVisible();
  });

  await test.step('four languages', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const words = { Polski: 'Planuj', Български: 'Планирай', Español: 'Planificar', English: 'Plan' };
    for (const [language, plan] of Object.entries(words)) {
      await page.locator('button.face').click();
      await page.locator('.menu').getByRole('button', { name: language }).click();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: plan, exact: true })).toBeVisible();
      expect(await misfits(page), language).toEqual([]);
    }
  });

  await test.step('dark, and light again', async () => {
    await page.locator('button.face').click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('radio', { name: 'Light' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });

  await test.step('the shortcuts are explained, and the way out works', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page).not.toHaveURL(/visit=/);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('Keyboard shortcuts');
    await page.keyboard.press('Escape');
    await page.locator('button.face').click();
    const order: string[] = [];
    page.on('response', (answer) => answer.url().includes('/colleagues/') && order.push('colleagues told'));
    page.on('request', (call) => call.url().endsWith('/api/session') && order.push('session ended'));
    await page.getByRole('button', { name: 'Log out' }).click();
    await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
    expect(order.slice(-2)).toEqual(['colleagues told', 'session ended']);
  });
  expect(faults).toEqual([]);
});

test('a wrong password is answered beside the field', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('Enter your user name');
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('User name or password is wrong');
});

test('an unknown address is told, with a way back', async ({ page }) => {
  await logIn(page);
  await page.goto('/nowhere');
  await expect(page.getByText('This page does not exist')).toBeVisible();
  await page.getByRole('button', { name: 'Start page' }).click();
  await expect(page).toHaveURL(/\/board/);
});
