import { duration, kilometres, number, percent } from '$lib/format';
import { speech, t, tCode } from '$lib/i18n/index.svelte';
import { clock, dayLabel, dayOf, millis, type Day } from '$lib/time';
import type { Board, DepotCall, Finding, Reason, TimeSpan, Visit } from '$api/types';
import type { IconName } from '$lib/ui/Icon.svelte';
import type { Attention } from './live';
import type { BoardIndex } from './views';

/** How the board says things, in the chosen language. */
export const spent = (seconds: number) => duration(seconds, { h: t('unit.h'), min: t('unit.min') });
export const far = (metres: number) => kilometres(metres, speech.locale, t('unit.km'));
export const share = (value: number) => percent(value, speech.locale);
export const dayName = (day: Day, length: 'tiny' | 'short' | 'long' = 'short') =>
  dayLabel(day, speech.locale, length);

/** `08:00–10:00`, with the day in front when several days are shown. */
/** `2 pc Valve, 1 m Hose` */
export const listWords = (parts: { name: string; quantity: number; unit: string }[]): string =>
  parts.map(({ name, quantity, unit }) => `${number(quantity, speech.locale)} ${unit} ${name}`).join(', ');

/** What a visit lacks. */
export const partWords = (visit: Visit): string => listWords(visit.lackingParts ?? []);

/** What is fetched on a call, also if that lies on the van by now. */
export const fetchedWords = ({ fetched }: DepotCall): string => listWords(fetched) || t('call.nothing');

/** `Fetch parts at Ring 1: 2 pc Valve` */
export const callWords = (call: DepotCall): string =>
  t('call.fetch', { place: call.address || t('call.warehouse'), parts: fetchedWords(call) });

/** The mark of what wants attention. */
export const iconOf = (reason: Attention | undefined): IconName =>
  reason === 'parts'
    ? 'box'
    : reason === 'stuck'
      ? 'phone'
      : reason === 'late' || reason === 'declined'
        ? 'warn'
        : 'clock';

export function spanWords(span: TimeSpan, board: Board): string {
  const zone = board.timeZone;
  const words = `${clock(span.start, zone)}–${clock(span.end, zone)}`;
  return board.days > 1 ? `${dayName(dayOf(millis(span.start), zone), 'tiny')} ${words}` : words;
}

export function windowWords(visit: Visit, board: Board): string {
  if (visit.windows.length === 0) return t('visit.anyTime');
  return visit.windows.map((span) => spanWords(span, board)).join(', ');
}

export function skillWords(skills: { skillId: string; level: number }[], index: BoardIndex): string {
  return skills
    .map(({ skillId, level }) => `${index.skills.get(skillId) ?? skillId}${level > 1 ? ` ${level}` : ''}`)
    .join(', ');
}

export function dueWords(visit: Visit, from: Day): string | null {
  if (!visit.dueDate) return null;
  const day = dayName(visit.dueDate);
  return visit.dueDate < from ? t('visit.overdue', { day }) : t('visit.dueBy', { day });
}

/** Why a visit has no place: the sentence, and what would come nearest. */
export function reasonWords(reason: Reason): { why: string; nearest: string | null } {
  const why = tCode('reason', reason.rule, { n: reason.technicians }, 'reason.other');
  return { why, nearest: nearestWords(reason) };
}

function nearestWords({ rule, amount, unit, example }: Reason): string | null {
  if (rule === 'NOT_PLANNED_YET') return t('reason.NOT_PLANNED_YETHint');
  const time = amount && unit === 'MINUTES' ? spent(amount * 60) : null;
  if (example)
    return time
      ? t('reason.nearestMinutes', { name: example, time })
      : t('reason.nearest', { name: example });
  return time ? t('reason.short', { time }) : null;
}

export function findingWords({ rule, amount, unit }: Finding): string {
  if (unit === 'SECONDS' && amount > 0) {
    const time = spent(amount);
    if (rule === 'TIME_WINDOW') return t('finding.late', { time });
    if (rule === 'SHIFT') return t('finding.overtime', { time });
  }
  const words = tCode('finding', rule);
  return words === rule ? t('finding.other', { rule }) : words;
}

/** What stands against a place, without counting whom. */
export function obstacleWords(rule: string): string {
  const words = tCode('finding', rule);
  return words === rule ? tCode('reason', rule, { n: 0 }, 'reason.other') : words;
}

/** `3 s`, `2 min`: how long ago, in the coarsest useful unit. */
export function agoWords(passedMillis: number): string {
  const seconds = Math.round(passedMillis / 1000);
  if (seconds < 2) return t('job.justNow');
  return t('job.ago', { time: seconds < 60 ? `${seconds} s` : spent(seconds) });
}
