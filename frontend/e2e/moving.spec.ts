import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { keepTime, now } from './now';

const password = process.env.TRASA_PASSWORD ?? 'trasa-demo';
/** A day of its own, planned and left as a draft. */
const day = new Date(now() + 2 * 86_400_000).toISOString().slice(0, 10);

test.beforeEach(async ({ page, context }) => {
  await keepTime(context);
  // Drawing it without a graphics card takes seconds, and no story looks at it.
  await context.addInitScript(() => localStorage.setItem('trasa.panelsAway', '{"map":true}'));
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

async function plannedDay(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('User name').fill('dispatcher');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-row]').first()).toBeVisible();
  await page.goto(`/board?day=${day}`);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const plans = (await (await page.request.get(`/api/plans?day=${day}`)).json()) as { total: number };
  if (plans.total === 0) {
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Plan ready' })).toBeVisible({ timeout: 90_000 });
  }
  await expect(page.locator('[data-visit]').first()).toBeVisible();
}

const list = (page: Page) => page.getByRole('region', { name: 'Unassigned' });
const undo = (page: Page) => page.getByRole('button', { name: /^Undo: / });
const redo = (page: Page) => page.getByRole('button', { name: /^Redo: / });

/** Some visit that one technician does alone, and who that is. */
async function someVisit(
  page: Page,
  skip = 0,
): Promise<{ id: string; block: Locator; technicianId: string }> {
  const shown = await page
    .locator('[data-visit]')
    .evaluateAll((blocks) =>
      blocks.map((block) => [block.getAttribute('data-visit'), block.getAttribute('data-technician')]),
    );
  const alone = shown.filter(([id]) => shown.filter(([other]) => other === id).length === 1);
  const [id, technicianId] = alone[skip] ?? [];
  if (!id || !technicianId) throw new Error('no visit on the timeline');
  const block = page.locator(`[data-visit="${id}"]`);
  await block.scrollIntoViewIfNeeded();
  return { id, block, technicianId };
}

const middle = async (of: Locator) => {
  const box = await of.boundingBox();
  if (!box) throw new Error('not seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Presses the pointer on something that is in view, at rest, and covered by nothing. */
async function press(page: Page, what: Locator): Promise<{ x: number; y: number }> {
  await what.hover();
  await page.mouse.down();
  return middle(what);
}

/** Takes something up and holds it over something else. */
async function hold(page: Page, what: Locator, over: Locator): Promise<void> {
  const from = await press(page, what);
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 3 });
  await over.scrollIntoViewIfNeeded();
  // Near an edge the timeline scrolls along: what is aimed at moves away until it has ended.
  await expect(async () => {
    const to = await middle(over);
    await page.mouse.move(to.x, to.y, { steps: 5 });
    expect(await middle(over)).toEqual(to);
  }).toPass();
}

const card = (page: Page) => page.getByTestId('move-card');

test('a visit is moved by dragging, taken back, and made again', async ({ page }) => {
  await plannedDay(page);
  const { id, block, technicianId } = await someVisit(page);
  const before = (await block.getAttribute('aria-label')) ?? '';
  const row = page.locator(`[data-row="${technicianId}"]`);
  const listed = page.locator(`[data-listed="${id}"]`);

  await test.step('Escape leaves everything as it was', async () => {
    await hold(page, block, list(page));
    await expect(card(page)).toContainText('Taken off the plan');
    await expect(card(page)).toContainText('Keeps all rules');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(card(page)).toHaveCount(0);
    await expect(block).toHaveAttribute('aria-label', before);
  });

  await test.step('from the timeline to the list', async () => {
    await hold(page, block, list(page));
    await page.mouse.up();
    await expect(listed).toBeVisible();
    await expect(block).toHaveCount(0);
  });

  await test.step('taken back and made again, by keys and by buttons', async () => {
    await page.keyboard.press('Control+z');
    await expect(block).toHaveAttribute('aria-label', before);
    await page.keyboard.press('Control+Shift+z');
    await expect(listed).toBeVisible();
    await undo(page).click();
    await expect(block).toHaveAttribute('aria-label', before);
    await redo(page).click();
    await expect(listed).toBeVisible();
  });

  await test.step('from the list to its technician, with new times shown before the drop', async () => {
    await hold(page, listed, row);
    await expect(card(page)).toContainText('Keeps all rules');
    await expect(card(page)).toContainText(/Driving [+±−-]/);
    await expect(page.locator('.ghost.own')).toBeVisible();
    await page.mouse.up();
    await expect(block).toBeVisible();
    await expect(block).toHaveAttribute('data-technician', technicianId);
    await expect(listed).toHaveCount(0);
  });

  await test.step('along time, held there', async () => {
    const from = await press(page, block);
    await page.keyboard.down('Shift');
    await page.mouse.move(from.x + 60, from.y, { steps: 4 });
    await expect(card(page)).toContainText('Held at');
    await page.keyboard.press('Escape');
    await page.keyboard.up('Shift');
    await page.mouse.up();
  });
});

test('a rule is broken on purpose, with a reason that stays', async ({ page }) => {
  await plannedDay(page);
  const { id, block } = await someVisit(page, 1);
  const before = (await block.getAttribute('aria-label')) ?? '';
  await hold(page, block, block);
  const unfit = page.locator('[data-row]').filter({ has: page.locator('.away svg') });
  await expect(unfit.first()).toBeVisible();
  const other = await unfit.first().getAttribute('data-row');
  const row = page.locator(`[data-row="${other}"]`);
  await row.scrollIntoViewIfNeeded();
  const to = await middle(row);
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expect(card(page).locator('.bad').first()).toBeVisible();
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'This breaks a rule' });
  await expect(dialog.getByRole('button', { name: 'Do it anyway' })).toBeDisabled();
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.type('The customer asked for her');
  await page.keyboard.press('Enter');
  await expect(block).toHaveAttribute('data-technician', other ?? '');
  await expect(block).toHaveAttribute('aria-label', /Forced by hand/);

  await test.step('everybody sees why', async () => {
    await page.goto(`/board?day=${day}&visit=${id}`);
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(
      'The customer asked for her',
    );
  });
  await test.step('and it is taken back', async () => {
    await undo(page).click();
    await expect(block).toHaveAttribute('aria-label', before);
  });
});

test('a visit is moved by keyboard alone', async ({ page }) => {
  await plannedDay(page);
  const { id, block, technicianId } = await someVisit(page, 2);
  const before = (await block.getAttribute('aria-label')) ?? '';
  const name = (await page.locator(`[data-row="${technicianId}"] strong`).textContent()) ?? '';
  const listed = page.locator(`[data-listed="${id}"]`);
  await block.focus();
  await page.keyboard.press('Enter');
  await expect(block).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Delete');
  await expect(listed).toBeVisible();
  await page.keyboard.press('m');
  const menu = page.getByRole('dialog', { name: /^Move / });
  const options = menu.getByRole('listbox', { name: 'Technician' }).getByRole('option');
  await expect(menu.getByRole('combobox', { name: 'Technician' })).toBeFocused();
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(menu).toContainText('Driving');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.type(name);
  await expect(options).toHaveCount(1);
  await expect(menu).toContainText('Keeps all rules');
  await expect(page.locator('[aria-live=polite]').filter({ hasText: `${name}, ` })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(block).toHaveAttribute('data-technician', technicianId);
  await page.keyboard.press('Control+z');
  await expect(listed).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(block).toHaveAttribute('aria-label', before);
});

test('what an explanation says would fit is done from there', async ({ page }) => {
  await plannedDay(page);
  const { id, block } = await someVisit(page, 3);
  const before = (await block.getAttribute('aria-label')) ?? '';
  await block.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(page.locator(`[data-listed="${id}"]`)).toBeVisible();
  const why = page.locator('#why');
  await expect(why).toContainText('Fits without breaking a rule');
  await why.getByRole('listitem').first().getByRole('button').click();
  await why.getByRole('button', { name: 'Put it here', exact: true }).click();
  await expect(block).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator(`[data-listed="${id}"]`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(block).toHaveAttribute('aria-label', before);
});
