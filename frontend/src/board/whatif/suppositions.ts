import type { Board, Coordinates, Priority } from '$api/types';
import { coordinatesText } from '$lib/coordinates';
import { t } from '$lib/i18n/index.svelte';
import type { Day } from '$lib/time';
import { dayName, spent } from '../words';
import type { ScenarioForm, Suppositions } from './api';

/** One supposition as it is edited. */
export type Row =
  | { kind: 'away'; technicianId: string; from: Day | null; to: Day | null }
  | { kind: 'hours'; technicianId: string; from: Day | null; to: Day | null; start: string; end: string }
  | { kind: 'technicians'; like: string; name: string }
  | { kind: 'leftOut'; visit: { visitId: string; title: string; orderNumber: string } | null }
  | {
      kind: 'added';
      title: string;
      place: Coordinates | null;
      address: string;
      durationMinutes: number | null;
      priority: Priority;
      kept: Pick<Suppositions['added'][number], 'skills' | 'windows'>;
    };
export type Kind = Row['kind'];
export const kinds: Kind[] = ['away', 'hours', 'technicians', 'leftOut', 'added'];

/** A new one, with what is most likely meant. */
export function newRow(kind: Kind, from: Day, to: Day, technicianId: string): Row {
  switch (kind) {
    case 'away':
      return { kind, technicianId, from, to };
    case 'hours':
      return { kind, technicianId, from, to, start: '07:00', end: '18:00' };
    case 'technicians':
      return { kind, like: technicianId, name: '' };
    case 'leftOut':
      return { kind, visit: null };
    case 'added':
      return {
        kind,
        title: '',
        place: null,
        address: '',
        durationMinutes: 60,
        priority: 'NORMAL',
        kept: { skills: [], windows: [] },
      };
  }
}

const shortTime = (time: string) => time.slice(0, 5);

export function rowsOf({ away, hours, technicians, leftOut, added }: Suppositions): Row[] {
  return [
    ...away.map((one): Row => ({ kind: 'away', ...one })),
    ...hours.map((one): Row => ({
      kind: 'hours',
      ...one,
      start: shortTime(one.start),
      end: shortTime(one.end),
    })),
    ...technicians.map(({ like, name }): Row => ({ kind: 'technicians', like, name })),
    ...leftOut.map((visit): Row => ({ kind: 'leftOut', visit })),
    ...added.map(({ title, place, durationMinutes, priority, skills, windows }): Row => ({
      kind: 'added',
      title,
      place,
      address: coordinatesText(place),
      durationMinutes,
      priority,
      kept: { skills, windows },
    })),
  ];
}

/** The name of the row's fields in the API, such as `away[0]`. */
export function pathOf(rows: Row[], row: Row): string {
  return `${row.kind}[${rows.filter(({ kind }) => kind === row.kind).indexOf(row)}]`;
}

/** What is missing, by the fields' names. */
export function missing(rows: Row[], required: string): Record<string, string> {
  const errors: Record<string, string> = {};
  const need = (row: Row, field: string, value: unknown) => {
    if (!value) errors[pathOf(rows, row) + field] = required;
  };
  for (const row of rows) {
    if (row.kind === 'away' || row.kind === 'hours') {
      need(row, '.from', row.from);
      need(row, '.to', row.to);
    }
    if (row.kind === 'hours') {
      need(row, '.start', row.start);
      need(row, '.end', row.end);
    } else if (row.kind === 'technicians') need(row, '.name', row.name.trim());
    else if (row.kind === 'leftOut') need(row, '', row.visit);
    else if (row.kind === 'added') {
      need(row, '.title', row.title.trim());
      need(row, '.place', row.place);
      need(row, '.durationMinutes', row.durationMinutes);
    }
  }
  return errors;
}

/** The rows as the API takes them; none of them is missing anything. */
export function formOf(rows: Row[]): Pick<ScenarioForm, Kind> {
  const form = { away: [], hours: [], technicians: [], leftOut: [], added: [] } as Required<
    Pick<ScenarioForm, Kind>
  > & { [key in Kind]: NonNullable<ScenarioForm[key]> };
  for (const row of rows) {
    if (row.kind === 'away') {
      const { technicianId, from, to } = row;
      form.away.push({ technicianId, from: from as Day, to: to as Day });
    } else if (row.kind === 'hours') {
      const { technicianId, from, to, start, end } = row;
      form.hours.push({ technicianId, from: from as Day, to: to as Day, start, end });
    } else if (row.kind === 'technicians') form.technicians.push({ like: row.like, name: row.name });
    else if (row.kind === 'leftOut') form.leftOut.push(row.visit?.visitId ?? '');
    else
      form.added.push({
        title: row.title,
        place: row.place as Coordinates,
        durationMinutes: row.durationMinutes as number,
        priority: row.priority,
        ...row.kept,
      });
  }
  return form;
}

const daysWords = (from: Day, to: Day) =>
  from === to ? dayName(from) : `${dayName(from, 'tiny')} – ${dayName(to, 'tiny')}`;

/** What is supposed, one sentence each. */
export function sentences(supposed: Suppositions, names: Map<string, string>): string[] {
  const nameOf = (id: string) => names.get(id) ?? '?';
  return [
    ...supposed.away.map(({ technicianId, from, to }) =>
      t('whatif.isAway', { name: nameOf(technicianId), days: daysWords(from, to) }),
    ),
    ...supposed.hours.map(({ technicianId, from, to, start, end }) =>
      t('whatif.works', {
        name: nameOf(technicianId),
        days: daysWords(from, to),
        hours: `${shortTime(start)}–${shortTime(end)}`,
      }),
    ),
    ...supposed.technicians.map(({ name, like }) => t('whatif.isMore', { name, like: nameOf(like) })),
    ...supposed.leftOut.map(({ title, orderNumber }) =>
      t('whatif.isOut', { title: title || orderNumber, number: orderNumber }),
    ),
    ...supposed.added.map(({ title, durationMinutes }) =>
      t('whatif.isIn', { title, time: spent(durationMinutes * 60) }),
    ),
  ];
}

/** Who is who, those who are only supposed included. */
export function namesOf(
  board: Pick<Board, 'technicians'> | null,
  supposed: Suppositions[],
): Map<string, string> {
  return new Map([
    ...(board?.technicians ?? []).map(({ id, name }) => [id, name] as const),
    ...supposed.flatMap(({ technicians }) => technicians.map(({ id, name }) => [id, name] as const)),
  ]);
}
