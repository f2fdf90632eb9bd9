import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { keepTime } from './now';

const password = 'a long password';
const monday = '2026-11-30';
const address = `/board?day=${monday}&days=7`;
/** As many news as boards hear in an hour with two a minute. */
const newsOfAnHour = 120;

interface Week {
  technicians: { days: { route: { stops: { visitId: string }[] } | null }[] }[];
}

/** Long tasks of the page's main thread, in milliseconds, from the start of the page. */
const collectLongTasks = () => {
  const seen: number[] = [];
  Object.assign(globalThis, { longTasks: seen });
  new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => entry.duration))).observe({
    type: 'longtask',
  });
};
async function longTasksWhile(page: Page, work: () => Promise<void>): Promise<string> {
  await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0));
  await work();
  const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  return `${tasks.length} | ${Math.round(Math.max(0, ...tasks))}`;
}

async function heapMegabytes(session: CDPSession): Promise<string> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return ((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6).toFixed(1);
}

// Playwright's own snapshots of the page would be most of what is measured.
test.use({ trace: 'off', screenshot: 'off' });

test('a big week is looked at and moved @bench', async ({ browser }) => {
  test.setTimeout(400_000);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await keepTime(context);
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel('User name').fill('dispatcher');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-visit]').first()).toBeVisible();

  console.log('| opening the board | first paint ms | blocks drawn ms |\n|---|---|---|');
  for (let i = 1; i <= 5; i++) {
    await page.goto('about:blank');
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('[data-visit]').first().waitFor();
    const [paint, drawn] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      performance.now(),
    ]);
    console.log(`| ${i} | ${Math.round(paint ?? NaN)} | ${Math.round(drawn ?? NaN)} |`);
  }

  await page.addInitScript(collectLongTasks);
  await page.goto(address);
  const block = page.locator('[data-visit]').first();
  await block.waitFor();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const box = await block.boundingBox();
  if (!box) throw new Error('no block');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];

  console.log('\n| meanwhile | tasks over 50 ms | longest ms |\n|---|---|---|');
  await page.mouse.move(x, y);
  const down = await longTasksWhile(page, async () => {
    for (let i = 0; i < 60; i++) await page.mouse.wheel(0, i < 30 ? 60 : -60);
  });
  console.log(`| scrolling down and up, 60 steps | ${down} |`);
  const along = await longTasksWhile(page, async () => {
    for (let i = 0; i < 60; i++) await page.mouse.wheel(i < 30 ? 60 : -60, 0);
  });
  console.log(`| scrolling along and back, 60 steps | ${along} |`);
  await block.hover();
  const dragging = await longTasksWhile(page, async () => {
    await page.mouse.down();
    for (let i = 1; i <= 120; i++) {
      await page.mouse.move(x + 2 * (i % 60), y + (i % 40) * 4);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
  console.log(`| dragging a visit, 120 steps with previews | ${dragging} |`);

  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const board = (await (await page.request.get(`/api/board?day=${monday}`)).json()) as Week;
  const visitId = board.technicians.flatMap(({ days }) => days[0]?.route?.stops ?? [])[0]?.visitId ?? '';
  console.log('\n| news heard | heap MB |\n|---|---|');
  for (let heard = 0; heard <= newsOfAnHour; heard += 30) {
    console.log(`| ${heard} | ${await heapMegabytes(session)} |`);
    for (let i = 0; i < 30 && heard < newsOfAnHour; i++) {
      const loaded = page.waitForResponse((answer) => answer.url().includes('/api/board?'));
      await page.evaluate(
        async ([id, pinned, day]) => {
          const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
          const answer = await fetch(`/api/board/pins/${id}`, {
            method: 'PUT',
            headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
            body: JSON.stringify({ day, pinned }),
          });
          if (!answer.ok) throw new Error(await answer.text());
        },
        [visitId, i % 2 === 0, monday] as const,
      );
      await loaded;
    }
  }
});
