import { expect, test, type Browser, type Page } from '@playwright/test';
import { keepTime, now } from './now';

const password = process.env.TRASA_PASSWORD ?? 'trasa-demo';
/** Where the mails are that the application sends; and, if wanted, where pictures go. */
const mailbox = process.env.MAILBOX ?? '';
const shots = process.env.SHOTS;
const email = `kronen${now()}@example.org`;
const complaint = `Steamer trips the fuse ${now() % 100_000}`;

/** Somebody at a browser of their own, logged in, in English. */
async function as(browser: Browser, user: string, phone = false): Promise<Page> {
  const viewport = phone ? { width: 360, height: 740 } : { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  await keepTime(context);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('User name')).toHaveCount(0);
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}

/** Takes what a combobox finds, not its offer to make something new. */
async function pick(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(text);
  const found = page
    .getByRole('option')
    .filter({ hasText: text })
    .filter({ hasNotText: /Create|as typed/ });
  await found.first().click();
}

/** A day as a date field takes it. */
const inDays = (days: number) => new Date(now() + days * 86_400_000).toISOString().slice(0, 10);

interface Mail {
  subject: string;
  text: string;
  files: string[];
}

/** The first mail to the customer whose subject says so. */
async function mailAbout(subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    const mails = (await (await fetch(`${mailbox}?to=${email}`)).json()) as Mail[];
    found = mails.find((mail) => subject.test(mail.subject));
    expect(found, `one of ${mails.map((mail) => mail.subject).join(', ')}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return found as Mail;
}

test('@whole from the call to the payment, with seven logins', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  let order = '';

  const office = await as(browser, 'dispatcher');
  await test.step('the office takes a call from somebody new', async () => {
    await office.goto('/requests/new');
    await office.getByRole('combobox', { name: 'Customer' }).fill('Gasthof Drei Kronen');
    await office.getByRole('option', { name: /Create/ }).click();
    await office.getByRole('group').getByLabel('Phone').fill('+49 395 7788990');
    await office.getByRole('group').getByLabel('E-mail').fill(email);
    await office.getByRole('group').getByRole('button', { name: 'Add' }).click();
    await expect(office.getByRole('combobox', { name: 'Customer' })).toHaveValue('Gasthof Drei Kronen');
    await office.getByRole('button', { name: 'New site' }).click();
    await office.getByLabel('Street').fill('Turmstraße');
    await office.getByLabel('City').fill('Neubrandenburg');
    await office.getByLabel('Coordinates').fill('53.5571, 13.2607');
    await office.getByRole('group').getByRole('button', { name: 'Add', exact: true }).click();
    await expect(office.getByRole('combobox', { name: 'Site' })).toHaveValue(/Turmstraße/);
    await office.getByRole('button', { name: 'New device' }).click();
    await pick(office, 'Model', 'Gastronova');
    await office.getByLabel('Serial number').fill(`GK${now() % 1_000_000}`);
    await office.getByRole('group').getByRole('button', { name: 'Add', exact: true }).click();
    await expect(office.getByText(/^Gastronova CS 10 · GK/)).toBeVisible();
    await office.getByLabel('Complaint').fill(complaint);
    await look(office, '01-call');
    await office.getByRole('button', { name: 'Make quote' }).click();
    await expect(office).toHaveURL(/quotes\//);
  });

  await test.step('a quote is offered, accepted, and becomes an order', async () => {
    if (await office.getByRole('button', { name: 'Edit' }).isVisible())
      await office.getByRole('button', { name: 'Edit' }).click();
    await pick(office, 'Add work', 'Combi steamer does not heat');
    await pick(office, 'Add a part', 'Door seal');
    await office.getByRole('button', { name: 'Save' }).click();
    await expect(office.getByText('VAT 19 %')).toBeVisible();
    await look(office, '02-quote');
    await office.getByRole('button', { name: 'Send', exact: true }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    const mail = await mailAbout(/Quote/);
    expect(mail.files).toEqual([expect.stringMatching(/\.pdf$/)]);
    const link = /https?:\/\/\S+(\/p\/\S+)/.exec(mail.text)?.[1] ?? '';
    const guest = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    await guest.goto(`${baseURL}${link}`);
    await guest.getByLabel('Your name').fill('Käthe Krone');
    await look(guest, '03-portal');
    await guest.getByRole('button', { name: 'Accept' }).click();
    await expect(guest.getByRole('status')).toContainText('Käthe Krone');
    // The link opens this paper only.
    expect((await guest.request.get('/api/quotes')).status()).toBe(401);
    await office.getByRole('button', { name: 'Make order' }).click();
    const drawer = office.getByRole('dialog');
    await drawer.getByLabel('Priority').selectOption({ label: 'Urgent' });
    // Only the demo's technician has both.
    for (const [skill, level] of [
      ['Commercial kitchens', '3'],
      ['Refrigeration', '2'],
    ] as const) {
      await drawer.getByRole('button', { name: 'Add a skill' }).click();
      await drawer.getByLabel('Skills').last().selectOption({ label: skill });
      await drawer.getByLabel('Level').last().selectOption(level);
    }
    await drawer.getByRole('button', { name: 'Make order' }).click();
    await expect(office).toHaveURL(/orders\//);
    order = new URL(office.url()).pathname.split('/').pop() ?? '';
    await expect(office.getByRole('heading', { name: complaint })).toBeVisible();
    await look(office, '04-order');
  });

  await test.step('the same device is looked after every year from now on', async () => {
    await office.goto('/equipment/plans/new/edit');
    await office.getByLabel('What is done').fill('Yearly service of the steamer');
    await pick(office, 'Customer', 'Gasthof Drei Kronen');
    await expect(office.getByRole('combobox', { name: 'Site' })).toHaveValue(/Turmstraße/);
    await office.getByLabel('First day').fill(inDays(365));
    await office.getByLabel('Every').fill('1');
    await office.getByLabel('Unit').selectOption({ label: 'years' });
    await look(office, '05-yearly');
    await office.getByRole('button', { name: 'Save' }).click();
    await expect(office).toHaveURL(/plans\/[0-9a-f-]+$/);
    const make = office.getByRole('button', { name: 'Create', exact: true });
    await office.getByLabel('Create orders now, until').fill(inDays(400));
    await make.click();
    await expect(office.getByRole('link', { name: /^\d\d-\d{5}$/ })).toHaveCount(1);
    await office.getByLabel('Create orders now, until').fill(inDays(400));
    await make.click();
    await expect(
      office.getByRole('status').filter({ hasText: 'Every day until then has its order already' }),
    ).toBeVisible();
    await expect(office.getByRole('link', { name: /^\d\d-\d{5}$/ })).toHaveCount(1);
    await look(office, '06-yearly-order');
  });

  const technician = await as(browser, 'technician', true);
  await test.step('the dispatcher plans and publishes; the phone has it at once', async () => {
    await office.goto('/board');
    await office.getByRole('button', { name: 'Plan', exact: true }).click();
    await expect(office.getByRole('status').filter({ hasText: 'Plan ready' })).toBeVisible({
      timeout: 90_000,
    });
    await office
      .getByRole('button', { name: /Publish/ })
      .first()
      .click();
    await look(office, '07-publish');
    await office
      .getByRole('dialog')
      .getByRole('button', { name: /Send \d+ visit/ })
      .click();
    await expect(office.getByRole('status').filter({ hasText: 'Published' })).toBeVisible();
    await expect(technician.getByText(complaint).first()).toBeVisible({ timeout: 5_000 });
    await look(technician, '09-phone-day');
  });

  await test.step('the warehouse hands the parts over', async () => {
    const warehouse = await as(browser, 'warehouse');
    await expect(warehouse).toHaveURL(/parts/);
    const tour = warehouse.locator('section, article').filter({ hasText: complaint }).first();
    await tour.getByRole('button', { name: /Tick all|All/ }).click();
    await look(warehouse, '08-pick-list');
    await tour.getByRole('button', { name: /Hand over/ }).click();
    await expect(warehouse.getByText(/T\d\d-\d{5}/).first()).toBeVisible();
  });

  await test.step('the technician does the work and has it signed', async () => {
    await technician.getByText(complaint).first().click();
    const big = technician.getByTestId('big');
    for (const [say, next] of [
      ['Accept', 'On my way'],
      ['On my way', 'Arrived'],
      ['Arrived', 'Start'],
      ['Start', 'Finish'],
    ] as const) {
      await expect(big).toHaveText(new RegExp(say));
      await big.click();
      await expect(big).toHaveText(new RegExp(next));
    }
    await expect(office.locator('[data-visit]').filter({ hasText: complaint })).toHaveAttribute(
      'aria-label',
      /At work/,
    );
    await technician.getByRole('button', { name: /^More: Door seal/ }).click();
    await technician.getByRole('button', { name: 'Bought' }).click();
    await technician.getByLabel('What', { exact: true }).fill('Cable gland');
    await technician.getByLabel(/Cost|Price/).fill('4.50');
    await technician.getByRole('button', { name: 'Keep', exact: true }).click();
    const buffer = await office.screenshot();
    await technician
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'fuse.png', mimeType: 'image/png', buffer });
    await technician.getByPlaceholder('Write a note').fill('Dichtung erneuert, Kabel geprüft');
    await technician.getByRole('button', { name: 'Keep the note' }).click();
    await look(technician, '10-phone-visit');
    await big.click();
    await technician.getByLabel('Name of who signs').fill('Ms Krone');
    const pad = await technician.getByTestId('pad').boundingBox();
    if (!pad) throw new Error('no pad');
    await technician.mouse.move(pad.x + 30, pad.y + 60);
    await technician.mouse.down();
    for (let x = 40; x < 240; x += 20) await technician.mouse.move(pad.x + x, pad.y + 60 + 20 * Math.sin(x));
    await technician.mouse.up();
    await look(technician, '11-signature');
    await technician.getByTestId('signed').click();
    await expect(technician.getByText('Report, version 1')).toBeVisible({ timeout: 60_000 });
    expect((await mailAbout(/eport/)).files).toHaveLength(1);
  });

  await test.step('the board shows that it is done', async () => {
    await office.goto(`/orders/${order}`);
    await expect(office.getByText('Done').first()).toBeVisible();
    await expect(office.getByRole('link', { name: /^Service report/ })).toBeVisible();
    await expect(office.getByText('photo.jpg')).toBeVisible();
    await look(office, '12-order-done');
  });

  const accountant = await as(browser, 'accountant');
  await test.step('the accountant settles, invoices and records a part of the payment', async () => {
    await accountant.goto(`/settlement/${order}`);
    await expect(accountant.getByText('Cable gland', { exact: true })).toBeVisible();
    await look(accountant, '13-settle');
    await accountant.getByRole('button', { name: 'Settle', exact: true }).click();
    await accountant.getByRole('button', { name: 'Issue invoice' }).click();
    await expect(accountant).toHaveURL(/invoices\//);
    await accountant.getByRole('button', { name: 'Send by e-mail' }).click();
    await accountant.getByRole('dialog').getByRole('button', { name: 'Send by e-mail' }).click();
    expect((await mailAbout(/nvoice/)).files).toHaveLength(1);
    await accountant.getByRole('button', { name: 'Record payment' }).click();
    await accountant.getByRole('dialog').getByLabel('Amount').fill('50');
    await accountant.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(accountant.getByText('€50.00').first()).toBeVisible();
    await look(accountant, '14-invoice');
    await accountant.goto('/debts');
    await expect(accountant.getByText('Gasthof Drei Kronen')).toBeVisible();
    await look(accountant, '15-debts');
  });

  await test.step('the technician sees what was earned', async () => {
    await technician.goto('/phone/earnings');
    await expect(technician.getByText(/€/).first()).toBeVisible();
    await look(technician, '16-earnings');
  });

  await test.step('the manager finds the order in the report', async () => {
    const manager = await as(browser, 'manager');
    await manager.goto('/reports/profitability?q=kronen');
    await expect(manager.getByRole('cell', { name: 'Gasthof Drei Kronen' })).toBeVisible();
    await look(manager, '17-report');
    await manager.goto(`/settlement/${order}`);
    await expect(manager.getByRole('button', { name: /Issue|Close/ })).toHaveCount(0);
  });

  await test.step('the administrator keeps the company, a customer sees none of it', async () => {
    const administrator = await as(browser, 'admin');
    await administrator.goto('/company');
    await expect(administrator.getByLabel('VAT ID')).toHaveValue('DE123456789');
    await look(administrator, '18-company');
    const customer = await as(browser, 'customer');
    expect((await customer.request.get(`/api/orders/${order}`)).status()).toBe(403);
    expect((await customer.request.get('/api/invoices')).status()).toBe(403);
  });
});
