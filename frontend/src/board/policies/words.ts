import { number } from '$lib/format';
import { speech, t, tCode } from '$lib/i18n/index.svelte';
import { ruleName } from '../why/words';
import type { Policy } from './api';
import { differences, priceOf, type Per } from './weight';

/** The first policies keep their names in the database; they are said in the reader's language. */
export function policyName(name: string): string {
  return tCode('policies.seed', name);
}

const list = (rules: string[]) => rules.map(ruleName).join(', ');

/** What a policy cares about, against the usual. */
export function policyMeaning(policy: Pick<Policy, 'weights'>): string {
  const { more, less } = differences(policy);
  if (more.length + less.length === 0) return t('policies.usual');
  return [
    more.length > 0 && t('policies.more', { rules: list(more) }),
    less.length > 0 && t('policies.less', { rules: list(less) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a weight means: `A minute of it costs as much as 3 min of driving.` */
export function weightMeaning(weight: number, per: Per): string {
  if (weight === 0) return t('policies.off');
  return t(`policies.costs.${per}`, { minutes: number(priceOf(weight, per), speech.locale) });
}
