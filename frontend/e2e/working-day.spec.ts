import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { keepTime } from './now';

const password = process.env.TRASA_PASSWORD ?? 'trasa-demo';

test.beforeEach(async ({ page, context }) => {
  await keepTime(context);
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const told = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

/** The board of a dispatcher, with today planned and on the phones. */
async function workingDay(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('User name').fill('dispatcher');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row]').first()).toBeVisible();
  const plan = await page.request.get(`/api/plans?day=${new URL(page.url()).searchParams.get('day')}`);
  if (((await plan.json()) as { total: number }).total === 0) {
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await expect(told(page, 'Plan ready')).toBeVisible({ timeout: 90_000 });
  }
  await expect(page.locator('[data-visit]').first()).toBeVisible();
  const publish = page.getByRole('button', { name: /^Publish/ });
  if (await publish.isEnabled()) {
    await publish.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(Send|Publish)/ })
      .click();
    await expect(told(page, 'Published:')).toBeVisible();
  }
}

async function expectNoBarriers(page: Page): Promise<void> {
  // What the pointer is on makes the rest step back.
  await page.mouse.move(1, 1);
  await expect(page.locator('.block.faded')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('a technician falls ill: seen before it is done, told to those affected', async ({ page }) => {
  await workingDay(page);
  // Somebody who has work left.
  const block = page.locator('[data-visit]').last();
  const technicianId = (await block.getAttribute('data-technician')) ?? '';
  await page.locator(`[data-row="${technicianId}"]`).click();

  await test.step('two clicks, and the proposal is there', async () => {
    await inspector(page).getByRole('button', { name: 'Something happened' }).click();
    await expectNoBarriers(page);
    await page.getByRole('menuitem', { name: 'Technician is out' }).click();
    await expect(inspector(page)).toContainText('What changes');
    await expect(inspector(page)).toContainText('Nothing better found', { timeout: 30_000 });
    await expect(page.locator('.block.leaving').first()).toBeVisible();
    await expect(inspector(page)).toContainText('Told on the phone:');
    await expectNoBarriers(page);
  });

  await test.step('discarded, it leaves no trace', async () => {
    await inspector(page).getByRole('button', { name: 'Discard' }).last().click();
    await expect(page.locator('.block.leaving')).toHaveCount(0);
    await expect(page.locator(`[data-technician="${technicianId}"]`).first()).toBeVisible();
  });

  await test.step('by keyboard, accepted: nothing of it is left to the ill one', async () => {
    await page.keyboard.press('h');
    await page.keyboard.press('Enter');
    await inspector(page)
      .getByRole('button', { name: /^Accept and tell \d/ })
      .click({ timeout: 30_000 });
    await expect(told(page, /technicians? (was|were) told/)).toBeVisible();
    await expect(page.locator(`[data-technician="${technicianId}"]`)).toHaveCount(0);
    await expect(inspector(page)).toContainText('Sick');
  });
});

test('an emergency is fitted into the day', async ({ page }) => {
  await workingDay(page);
  const menu = page.getByRole('menuitem', { name: /^Emergency/ });
  const proposal = page.getByRole('button', { name: /^Proposed: / });
  // Some of what is open needs what nobody can do today: take the first that finds a place.
  for (const card of await page.locator('[data-listed]').all()) {
    await card.click({ button: 'right' });
    if (!(await menu.isVisible())) {
      await page.keyboard.press('Escape');
      continue;
    }
    await menu.click();
    await expect(inspector(page)).toContainText('Nothing better found', { timeout: 30_000 });
    if ((await proposal.count()) > 0) break;
    await page.keyboard.press('Escape');
  }
  const name = (await proposal.first().getAttribute('aria-label')) ?? '';
  await inspector(page)
    .getByRole('button', { name: /^Accept and tell \d/ })
    .click();
  await expect(told(page, 'Accepted.')).toBeVisible();
  const [title, , technician] = name.replace('Proposed: ', '').split(', ');
  await expect(
    page
      .locator('[data-visit]')
      .filter({ hasText: title ?? '?' })
      .and(page.getByLabel(technician ?? '?'))
      .first(),
  ).toBeVisible();
});

test('the plan says why a visit is where it is, and what would fit one that is nowhere', async ({ page }) => {
  await workingDay(page);
  await expect(inspector(page)).toContainText('What the plan costs');

  await test.step('on its route, by keyboard: costs in minutes of driving', async () => {
    await page.locator('[data-visit]').first().click();
    await expect(inspector(page)).toContainText(/Here it costs as much as|Without it the plan/);
    await page.keyboard.press('?');
    await expect(page.locator('#why')).toBeFocused();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await inspector(page)
      .getByRole('button', { name: /^What stands against \d+ other/ })
      .click();
    await expect(inspector(page).locator('.why button[aria-expanded]').first()).toBeVisible();
    await expectNoBarriers(page);
    await page.keyboard.press('Escape');
  });

  await test.step('nowhere: who is nearest, and what would have to be allowed', async () => {
    await page.locator('[data-listed]').first().click();
    await expect(inspector(page)).toContainText('What would fit it');
    await inspector(page).locator('.why button[aria-expanded]').first().click();
    await expect(inspector(page)).toContainText(/Would fit if allowed|Driving time/);
    await expectNoBarriers(page);
  });
});

test('a policy is chosen, planned with, and compared', async ({ page }) => {
  await workingDay(page);
  const policy = inspector(page).getByRole('combobox', { name: 'Policy' });

  await test.step('it says what it cares about', async () => {
    await policy.selectOption({ label: 'Keep promises' });
    await expect(inspector(page)).toContainText('Matters more: Lateness, Promised time');
  });

  await test.step('the next plan is made with it', async () => {
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await expect(told(page, 'Plan ready')).toBeVisible({ timeout: 90_000 });
    await expect(inspector(page)).toContainText('Made with “Keep promises”');
  });

  await test.step('it stands beside what was published', async () => {
    await inspector(page).getByRole('button', { name: 'Compare…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Two plans side by side' });
    await expect(dialog.getByRole('row', { name: /^Driving / })).toBeVisible();
    await expectNoBarriers(page);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('its prices are edited as what they mean; somebody faster is told', async () => {
    await inspector(page).getByRole('link', { name: 'All policies' }).click();
    await page.getByRole('button', { name: 'New policy' }).click();
    const drawer = page.getByRole('dialog', { name: 'New policy' });
    const name = `Calm days ${Date.now() % 100_000}`;
    await drawer.getByLabel('Name').fill(name);
    await drawer.getByLabel('Overtime').fill('6');
    await expect(drawer).toContainText('A minute of it costs as much as 6 min of driving.');
    await drawer.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row).toContainText('Matters more: Overtime.');

    await row.getByText(name).click();
    const edit = page.getByRole('dialog', { name: 'Planning policy' });
    await edit.getByLabel('Overtime').fill('7');
    const found = (await (await page.request.get('/api/planning-policies')).json()) as {
      items: { id: string; name: string; version: number }[];
    };
    const mine = found.items.find((item) => item.name === name);
    const token =
      (await page.context().cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
    const faster = await page.request.put(`/api/planning-policies/${mine?.id}`, {
      headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) },
      data: { version: mine?.version, name, weights: { OVERTIME: 9 } },
    });
    expect(faster.status()).toBe(200);
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect(edit.getByRole('alert')).toBeVisible();
  });
});

test('a supposition is planned apart, and looked at beside the plan that holds', async ({ page }) => {
  await workingDay(page);
  const day = new URL(page.url()).searchParams.get('day') ?? '';
  const technicianId = (await page.locator('[data-visit]').first().getAttribute('data-technician')) ?? '';
  const token = (await page.context().cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const headers = { 'X-XSRF-TOKEN': decodeURIComponent(token) };
  const name = `One less ${Date.now() % 100_000}`;
  const away = [{ technicianId, from: day, to: day }];
  const made = await page.request.post('/api/scenarios', {
    headers,
    data: { name, from: day, days: 1, away },
  });
  const { id } = (await made.json()) as { id: string };
  await page.request.post(`/api/scenarios/${id}/run`, { headers, data: { seconds: 2 } });

  await page.goto(`/what-if?from=${day}&days=1`);
  const card = page.getByRole('article').filter({ hasText: name });
  await card.getByRole('link', { name: 'Look at it on the board' }).click({ timeout: 60_000 });
  await expect(page.getByRole('status').filter({ hasText: `What if “${name}”` })).toContainText('dashed');
  const leaving = page.locator(`.block.leaving[data-technician="${technicianId}"]`);
  await expect(leaving.first()).toBeVisible();
  await expectNoBarriers(page);

  await page.keyboard.press('Escape');
  await expect(leaving).toHaveCount(0);
  await expect(page.locator(`[data-visit][data-technician="${technicianId}"]`).first()).toBeVisible();
});
