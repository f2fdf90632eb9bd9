import { number } from '$lib/format';
import { speech, t, type PlainKey } from '$lib/i18n/index.svelte';
import { far, share, spent } from '../words';
import type { PlanDiff, PlanKpis } from './api';

export interface KpiRow {
  name: string;
  before: string;
  after: string;
  /** With its sign; empty where nothing changes. */
  change: string;
  tone: 'good' | 'bad' | 'calm';
}

const count = (value: number) => number(value, speech.locale);

/** What is measured of plans: how it is said, and whether more of it is good (1), bad (-1) or neither. */
const measures: [
  PlainKey,
  (kpis: PlanKpis) => number | null | undefined,
  (value: number) => string,
  number,
][] = [
  ['compare.planned', (k) => k.planned, count, 1],
  ['compare.unassigned', (k) => k.unassigned, count, -1],
  ['compare.onTime', (k) => k.onTimePercent, share, 1],
  ['compare.late', (k) => k.lateMinutes * 60, spent, -1],
  ['compare.atRisk', (k) => k.atRisk, count, -1],
  ['compare.driving', (k) => k.driveSeconds, spent, -1],
  ['compare.distance', (k) => k.driveMetres, far, -1],
  ['compare.work', (k) => k.workSeconds, spent, 0],
  ['compare.waiting', (k) => k.waitSeconds, spent, -1],
  ['compare.overtime', (k) => k.overtimeSeconds, spent, -1],
  ['compare.load', (k) => k.loadPercent, share, 0],
  ['compare.cost', (k) => (k.costMinutes == null ? null : k.costMinutes * 60), spent, -1],
];

/** Each figure with its name, the planned and the unassigned visits first; unknown ones are left out. */
export const figures = (kpis: PlanKpis): [name: string, value: string][] =>
  measures.flatMap(([key, of, say]) => {
    const value = of(kpis);
    return value == null ? [] : [[t(key), say(value)] as [string, string]];
  });

/** The figures of both plans side by side; those that only one has are left out. */
export function kpiRows({ before, after }: Pick<PlanDiff, 'before' | 'after'>): KpiRow[] {
  return measures.flatMap(([key, of, say, good]) => {
    const [was, is] = [of(before), of(after)];
    if (was == null || is == null) return [];
    const words = say(Math.abs(is - was));
    // What rounds to nothing is nothing.
    const same = words === say(0);
    const better = (is - was) * good;
    return [
      {
        name: t(key),
        before: say(was),
        after: say(is),
        change: same ? '' : `${is > was ? '+' : '−'}${words}`,
        tone: same || better === 0 ? 'calm' : better > 0 ? 'good' : 'bad',
      } as const,
    ];
  });
}

/** A figure of several plans side by side; the best are marked unless all are as good. */
export interface SideBySide {
  name: string;
  cells: { words: string; best: boolean }[];
}

/** The figures of all these plans; those that one does not have are left out. */
export function sideBySide(plans: PlanKpis[]): SideBySide[] {
  return measures.flatMap(([key, of, say, good]) => {
    const values = plans.map(of).filter((value) => value != null);
    if (values.length < plans.length) return [];
    const best = say(good > 0 ? Math.max(...values) : Math.min(...values));
    const differ = good !== 0 && values.some((value) => say(value) !== best);
    return [
      {
        name: t(key),
        cells: values.map((value) => ({ words: say(value), best: differ && say(value) === best })),
      },
    ];
  });
}
