import { number } from '$lib/format';
import { speech, t, tCode } from '$lib/i18n/index.svelte';
import type { BoardIndex } from '../views';
import { far, listWords, spent } from '../words';
import type { Allowing, Cost } from './api';

/** How costs, and what could be allowed, are said. A cost of 60 is a minute of driving. */

export const ruleName = (rule: string) => tCode('rules', rule);

/** By so much dearer, or cheaper, than as it is. */
export function moreWords({ soft }: Cost): string {
  const time = spent(Math.abs(soft));
  if (Math.abs(soft) < 30) return t('why.same');
  return soft > 0 ? t('why.dearer', { time }) : t('why.cheaper', { time });
}

export interface CostRow {
  rule: string;
  name: string;
  /** What there is of it: time, distance, a number. */
  amount: string;
  /** As a wish weighs it, seconds of driving. */
  cost: number;
}

/** The wishes that cost something, or save it, the dearest first. */
export function costRows(cost: Cost): CostRow[] {
  return cost.rules
    .filter(({ level, cost }) => level === 'SOFT' && Math.abs(cost) >= 30)
    .sort((a, b) => Math.abs(b.cost) - Math.abs(a.cost))
    .map(({ rule, unit, amount, cost }) => ({
      rule,
      name: ruleName(rule),
      amount: amountWords(unit, amount),
      cost,
    }));
}

/** The hard rules that are broken. */
export const brokenRows = (cost: Cost): CostRow[] =>
  cost.rules
    .filter(({ level, amount }) => level === 'HARD' && amount > 0)
    .map(({ rule, unit, amount, cost }) => ({
      rule,
      name: ruleName(rule),
      amount: amountWords(unit, amount),
      cost,
    }));

export function amountWords(unit: string, amount: number): string {
  switch (unit) {
    case 'SECONDS':
      return spent(amount);
    case 'HECTOMETRES':
      return far(amount * 100);
    case 'PERCENT':
      return number(amount / 100, speech.locale, { maximumFractionDigits: 1 });
    case 'LEVELS':
      return t('why.amount.LEVELS', { n: amount });
    case 'DAYS':
      return t('why.amount.DAYS', { n: amount });
    default:
      return number(amount, speech.locale);
  }
}

/** What would have to be allowed: `40 min of overtime`. */
export function allowingWords(told: Allowing, index: BoardIndex): string {
  const { rule, unit, amount } = told;
  const skill = index.skills.get(told.skillId ?? '') ?? '';
  const other = index.visits.get(told.waitsForVisitId ?? '')?.title ?? '…';
  const code = rule === 'DEPENDENCY' && amount === 0 ? 'NO_WAIT' : rule;
  const words = tCode('why.allow', code, {
    time: spent(amount),
    n: amount,
    skill,
    level: told.level ?? 1,
    other,
    parts: listWords(told.parts),
  });
  return words === rule ? `${ruleName(rule)}: ${amountWords(unit, amount)}` : words;
}
