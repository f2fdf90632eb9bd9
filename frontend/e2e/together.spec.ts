import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { keepTime, now } from './now';

const password = process.env.TRASA_PASSWORD ?? 'trasa-demo';
const shots = process.env.SHOTS;
/** A draft that every story leaves as it was. */
const day = new Date(now() + 2 * 86_400_000).toISOString().slice(0, 10);

/** A board in a browser of its own, with that day planned; without what the story does not look at. */
async function boardOf(browser: Browser, user: string, away: object = { map: true }): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  await keepTime(context);
  await context.addInitScript(
    (panels) => localStorage.setItem('trasa.panelsAway', panels),
    JSON.stringify(away),
  );
  const page = await context.newPage();
  await page.goto(`/board?day=${day}`);
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'User menu' })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const plans = (await (await page.request.get(`/api/plans?day=${day}`)).json()) as { total: number };
  if (plans.total === 0) {
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Plan ready' })).toBeVisible({ timeout: 90_000 });
  }
  await expect(page.locator('[data-visit]').first()).toBeVisible();
  return page;
}

const look = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};
const told = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'View and share' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Visits that one technician does alone; the same on both boards. */
async function aloneOn(page: Page): Promise<string[]> {
  const ids = await page.locator('[data-visit]').evaluateAll((all) => all.map((one) => one.dataset['visit']));
  return ids.filter((id): id is string => !!id && ids.filter((other) => other === id).length === 1);
}
const block = (page: Page, id: string) => page.locator(`[data-visit="${id}"]`);
const listed = (page: Page, id: string) => page.locator(`[data-listed="${id}"]`);

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (!box) throw new Error('not seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('two dispatchers work on the same day at once', async ({ browser }) => {
  const [anna, boris] = [await boardOf(browser, 'dispatcher'), await boardOf(browser, 'admin')];
  const [one = '', other = ''] = await aloneOn(anna);

  await test.step('each sees who has what open', async () => {
    await expect(anna.locator('header [data-colleague]')).toBeVisible();
    await expect(boris.locator('header [data-colleague]')).toBeVisible();
    await block(anna, one).focus();
    await anna.keyboard.press('Enter');
    await expect(block(boris, one)).toHaveAttribute('aria-label', /is looking at this/);
    await look(boris, 'together-looks');
  });

  await test.step('a change of one appears on the board of the other', async () => {
    await anna.keyboard.press('Delete');
    await expect(listed(anna, one)).toBeVisible();
    await expect(listed(boris, one)).toBeVisible();
    await expect(block(boris, one)).toHaveCount(0);
  });

  await test.step('what contradicts it is refused, kept, and offered on the plan as it is now', async () => {
    const from = await middle(block(boris, other));
    const to = await middle(boris.getByRole('region', { name: 'Unassigned' }));
    await boris.mouse.move(from.x, from.y);
    await boris.mouse.down();
    await boris.mouse.move(to.x, to.y, { steps: 5 });
    await expect(boris.getByTestId('move-card')).toContainText('Keeps all rules');
    await expect(block(anna, other)).toHaveAttribute('aria-label', /is moving this/);
    await anna.keyboard.press('Control+z');
    await expect(block(anna, one)).toBeVisible();
    await boris.mouse.up();
    const question = boris.getByRole('dialog', { name: 'The plan has changed meanwhile' });
    await expect(question).toContainText('Nothing of yours was stored yet');
    await expect(block(boris, one)).toBeVisible();
    await look(boris, 'together-refused');
    await question.getByRole('button', { name: 'Do it now' }).click();
    await expect(listed(boris, other)).toBeVisible();
    await expect(listed(anna, other)).toBeVisible();
  });

  await test.step('and who leaves is no longer seen', async () => {
    await boris.keyboard.press('Control+z');
    await expect(block(anna, other)).toBeVisible();
    await boris.goto('/orders');
    await expect(anna.locator('header [data-colleague]')).toHaveCount(0);
  });
  await Promise.all([anna.context().close(), boris.context().close()]);
});

test('a lost connection is told, and nothing is missed when it is back', async ({ browser }) => {
  const [anna, boris] = [await boardOf(browser, 'dispatcher'), await boardOf(browser, 'admin')];
  const [one = ''] = await aloneOn(anna);
  const lost = told(anna, 'Connection lost');

  await anna.context().setOffline(true);
  // Chromium cuts no stream that is open already: the next news would have found out.
  await anna.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(lost).toBeVisible();
  await look(anna, 'lost');
  await block(boris, one).focus();
  await boris.keyboard.press('Enter');
  await boris.keyboard.press('Delete');
  await expect(listed(boris, one)).toBeVisible();

  await test.step('what is tried meanwhile is refused, not lost', async () => {
    await block(anna, one).focus();
    await anna.keyboard.press('Enter');
    await anna.keyboard.press('Delete');
    await expect(told(anna, /Trasa cannot be reached/).or(anna.getByRole('alert'))).not.toHaveCount(0);
    await expect(block(anna, one)).toBeVisible();
  });

  await anna.context().setOffline(false);
  await expect(lost).toHaveCount(0);
  await expect(listed(anna, one)).toBeVisible();
  await expect(block(anna, one)).toHaveCount(0);
  await boris.keyboard.press('Control+z');
  await expect(block(anna, one)).toBeVisible();
  await Promise.all([anna.context().close(), boris.context().close()]);
});

test('the map goes to another screen, and panels away and back', async ({ browser }) => {
  const board = await boardOf(browser, 'dispatcher', {});
  const map = board.getByRole('region', { name: 'Map of routes and visits' });
  const timeline = board.locator('[data-row]').first();

  await test.step('a panel is put away and stays so', async () => {
    await board.keyboard.press('1');
    await expect(board.getByRole('region', { name: 'Unassigned' })).toHaveCount(0);
    await board.keyboard.press('3');
    await expect(timeline).toHaveCount(0);
    await board.getByRole('button', { name: 'View and share' }).click();
    await board.getByRole('menuitemcheckbox', { name: 'Timeline' }).click();
    await expect(timeline).toBeVisible();
    await board.keyboard.press('Escape');
    await board.keyboard.press('/');
    await expect(board.getByRole('region', { name: 'Unassigned' })).toBeVisible();
    await board.keyboard.press('Escape');
  });

  await test.step('what is shown goes to a table and to paper, with the phones', async () => {
    const [file] = await Promise.all([board.waitForEvent('download'), choose(board, 'Save as table (CSV)')]);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\uFEFF"Day","Technician",.*\r\n"20.*'\+49/);
    await board.evaluate(() => (window.print = () => undefined));
    await board.keyboard.press('Control+p');
    await board.emulateMedia({ media: 'print' });
    await expect(board.locator('.paper td.phone').first()).toContainText('+49');
    await expect(timeline).toBeHidden();
    await look(board, 'paper');
    if (shots) await board.pdf({ path: `${shots}/board.pdf`, format: 'A4' });
    await board.emulateMedia({ media: 'screen' });
    await board.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(timeline).toBeVisible();
  });

  const [second] = await Promise.all([board.waitForEvent('popup'), board.keyboard.press('w')]);
  await expect(second.locator('.mark.stop').first()).toBeVisible();
  await expect(map).toHaveCount(0);
  await look(board, 'map-away');
  const [one = '', other = ''] = await aloneOn(board);

  await test.step('what is selected on the board is selected there, and the other way round', async () => {
    await block(board, one).focus();
    await board.keyboard.press('Enter');
    await expect(second.locator('.mark.selected')).toHaveCount(1);
    await second.keyboard.press('Escape');
    await expect(block(board, one)).toHaveAttribute('aria-pressed', 'false');
    await second.locator('.mark.stop').last().dispatchEvent('click');
    await expect(board.locator('[data-visit][aria-pressed=true]').first()).toBeVisible();
    await look(second, 'map-window');
  });

  await test.step('what is moved on the board is drawn there too', async () => {
    await block(board, one).focus();
    await board.keyboard.press('Enter');
    await board.keyboard.press('m');
    await expect(second.locator('path.ahead').first()).toBeVisible();
    await look(second, 'map-window-move');
    await board.keyboard.press('Escape');
    await expect(second.locator('path.ahead')).toHaveCount(0);
    await board.keyboard.press('Escape');
    await second.locator('.mark.stop').last().dispatchEvent('click');
  });

  await test.step('after a reload they find each other', async () => {
    await board.reload();
    await expect(block(board, other)).toBeVisible();
    await expect(map).toHaveCount(0);
    await expect(second.locator('.mark.selected')).toHaveCount(1);
  });

  await test.step('closing it brings the map back', async () => {
    await second.close({ runBeforeUnload: true });
    await expect(map).toBeVisible();
  });
  await board.context().close();
});
