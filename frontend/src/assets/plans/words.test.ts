import { beforeAll, describe, expect, it, vi } from 'vitest';

vi.stubGlobal('document', { documentElement: {} });
vi.stubGlobal('navigator', { languages: [] });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });

let speak: (language: string) => void;
let words: (rule: string) => string;

beforeAll(async () => {
  const [{ speech }, { ruleWords }] = await Promise.all([
    import('$lib/i18n/index.svelte'),
    import('./words'),
  ]);
  speak = (language) => speech.speak(language);
  words = (rule) => ruleWords(rule, '2026-03-15');
});

describe('a rule in words', () => {
  it.each([
    ['en', 'FREQ=YEARLY', 'Every year on 15 March'],
    ['pl', 'FREQ=YEARLY', 'Co rok, 15 marca'],
    ['bg', 'FREQ=YEARLY', 'Всяка година на 15 март'],
    ['es', 'FREQ=YEARLY', 'Cada año, el 15 de marzo'],
    ['en', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'Every 2 weeks on Monday and Thursday'],
    ['pl', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'Co 2 tygodnie: poniedziałek i czwartek'],
    ['pl', 'FREQ=MONTHLY;INTERVAL=5;BYDAY=1WE', 'Co 5 miesięcy: pierwsza środa miesiąca'],
    ['bg', 'FREQ=MONTHLY;BYDAY=-1FR', 'Всеки месец: последния петък'],
    ['bg', 'FREQ=MONTHLY;BYDAY=2WE', 'Всеки месец: втората сряда'],
    ['es', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'Cada mes, el último día'],
    [
      'en',
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
      'Every month on day 30, or the last day of a shorter month',
    ],
    ['en', 'FREQ=MONTHLY;BYMONTHDAY=31', 'Every month on day 31, only in months that have it'],
    [
      'en',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1',
      'Every year on 29 February, or the last day before it',
    ],
    ['en', 'FREQ=DAILY;COUNT=3', 'Every day, 3 times'],
    ['es', 'FREQ=DAILY;COUNT=1', 'Cada día, una vez'],
    ['en', 'FREQ=YEARLY;BYWEEKNO=20', 'Own rule: FREQ=YEARLY;BYWEEKNO=20'],
  ])('in %s: %s', (language, rule, text) => {
    speak(language);
    expect(words(rule)).toBe(text);
  });
});
