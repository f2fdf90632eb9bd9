import { number } from '$lib/format';
import { speech, t, tCode } from '$lib/i18n/index.svelte';
import type { BoardState } from '../state.svelte';
import { findingWords, spent } from '../words';
import type { Broken, Cost, Made } from './api';
import type { Verdict } from './moving.svelte';

/** `+9 min`, `−4 km`, `±0 min`. */
export const moreWords = (amount: number, say: (amount: number) => string): string =>
  `${amount > 0 ? '+' : amount < 0 ? '−' : '±'}${say(Math.abs(amount))}`;

/** Each broken rule once, in words, with the other visit or technician it is about. */
export function brokenWords(broken: Broken[], board: BoardState, ids: ReadonlySet<string>): string[] {
  const several = new Set(broken.map(({ technicianId }) => technicianId)).size > 1;
  const words = broken.map((entry) => {
    const what = findingWords(entry);
    if (!entry.visitId) {
      const name = several && board.index?.technicians.get(entry.technicianId)?.name;
      return name ? `${what} (${name})` : what;
    }
    const title = ids.has(entry.visitId) ? undefined : board.index?.visits.get(entry.visitId)?.title;
    return title ? `${what} (${title})` : what;
  });
  return [...new Set(words)];
}

/** A wish that is served worse. */
export function worseWords({ rule, unit, amount }: Cost['rules'][number]): string {
  const told = unit === 'SECONDS' ? spent(amount) : number(amount, speech.locale);
  return tCode('moves.worse', rule, { amount: told });
}

/** Why a row cannot take it, shortly. */
export function verdictWords(verdict: Verdict): string {
  const [first] = verdict.broken;
  return first ? findingWords(first as Broken) : t('moves.fits');
}

/** What a stored change did: `Boiler service → Lena Frick`, how many visits it moved, or that it was a replanning. */
export function madeWords({ steps, replan }: Made, { index }: BoardState): string {
  const visits = new Set(steps.map(({ visitId }) => visitId));
  if (replan) return t('moves.replanned', { n: visits.size });
  const [step] = steps;
  if (!step || visits.size !== 1) return t('moves.visits', { n: visits.size });
  const title = index?.visits.get(step.visitId)?.title ?? t('moves.visits', { n: 1 });
  const name = step.technicianId ? index?.technicians.get(step.technicianId)?.name : undefined;
  switch (step.kind) {
    case 'UNASSIGN':
    case 'PIN':
    case 'UNPIN':
      return t(`moves.did.${step.kind}`, { title });
    default:
      return name ? `${title} → ${name}` : title;
  }
}
