import { describe, expect, it } from 'vitest';
import { parseRule, ruleText, usualRule, type Rule } from './rule';

const start = '2026-03-31';

describe('rules people think in', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=10;COUNT=3',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
    'FREQ=MONTHLY;BYMONTHDAY=15',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO;UNTIL=20291231',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1',
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYDAY=-1FR',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;COUNT=10',
  ])('%s comes back as it was', (text) => {
    const rule = parseRule(text, start);
    expect(rule && ruleText(rule)).toBe(text);
  });

  it('takes the day of the start where the rule names none', () => {
    expect(parseRule('freq=yearly', start)).toMatchObject({
      month: 3,
      on: { kind: 'day', day: 31, lenient: false },
    });
    expect(parseRule('RRULE:FREQ=MONTHLY', start)).toMatchObject({ on: { day: 31, lenient: false } });
  });

  it.each([
    '',
    'every year',
    'FREQ=HOURLY',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=YEARLY;BYMONTHDAY=15',
    'FREQ=YEARLY;BYDAY=1MO',
    'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=YEARLY;UNTIL=20290101T000000Z',
    'FREQ=WEEKLY;WKST=SU',
  ])('%j is more than these, or none', (text) => {
    expect(parseRule(text, start)).toBeNull();
  });

  it('begins with every year on the day of the start, also in shorter Februaries', () => {
    expect(ruleText(usualRule('2028-02-29'))).toBe('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1');
    expect(ruleText(usualRule('2026-11-05'))).toBe('FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=5');
  });

  it('names weekdays in the order of the week', () => {
    const rule: Rule = { ...usualRule(start), unit: 'WEEKLY', weekdays: ['FR', 'MO'] };
    expect(ruleText(rule)).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
  });
});
