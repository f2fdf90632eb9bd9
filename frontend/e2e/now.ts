import type { BrowserContext } from '@playwright/test';

/** How far the application's clock is ahead of the real one, in milliseconds. */
const ahead = Number(process.env.CLOCK_AHEAD ?? 0);

/** The application's time. */
export const now = () => Date.now() + ahead;

/** Lets a browser's pages live in the application's time; their timers run as ever. */
export const keepTime = (context: BrowserContext) =>
  context.addInitScript((ahead) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given: [] | [number]) {
        if (given.length === 0) super(Real.now() + ahead);
        else super(...given);
      }
      static override now = () => Real.now() + ahead;
    } as DateConstructor;
  }, ahead);
