import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './e2e/browser';

const browser = await findBrowser();

/** Tests of the running application at BASE_URL, such as http://localhost:8080. */
export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    launchOptions: {
      executablePath: browser.path,
      args: browserArgs,
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
