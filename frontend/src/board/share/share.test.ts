import { describe, expect, it } from 'vitest';
import { aBoard, aStop, aTechnician, aVisit } from '../sample';
import { indexOf } from '../views';
import { calendarOf } from './calendar';
import { csvOf } from './csv';
import { openOf, routesOf, type Shown } from './lines';

const day = '2026-12-01';
const stops = [
  aStop('late', `${day}T12:00:00Z`, `${day}T13:00:00Z`),
  aStop('early', `${day}T08:00:00Z`, `${day}T09:30:00Z`),
];
const visits = [
  aVisit('late'),
  aVisit('early', { title: 'Проверка на отоплението, котел; и\nкомин' }),
  aVisit('open'),
];

function shown(passing: ReadonlySet<string> | null): Shown {
  const board = aBoard(day, [aTechnician('anna', day, stops), aTechnician('free', day, [])], visits, [
    'open',
  ]);
  const contacts = new Map([['early', { visitId: 'early', name: 'Olga', phone: '+49 1', accessNotes: '' }]]);
  return { board, index: indexOf(board), rows: board.technicians, passing, contacts };
}

describe('what is shared', () => {
  it('is what is shown, in driving order', () => {
    const [route, ...others] = routesOf(shown(null));
    expect(others).toEqual([]);
    expect(route?.lines.map(({ visit }) => visit.id)).toEqual(['early', 'late']);
    expect(route?.lines[0]?.contact?.phone).toBe('+49 1');
    expect(openOf(shown(null)).map(({ visit }) => visit.id)).toEqual(['open']);
  });

  it('leaves out what the filters leave out', () => {
    expect(routesOf(shown(new Set(['late'])))[0]?.lines.map(({ visit }) => visit.id)).toEqual(['late']);
    expect(routesOf(shown(new Set(['open'])))).toEqual([]);
    expect(openOf(shown(new Set(['late'])))).toEqual([]);
  });

  it('never makes a formula of what people typed', () => {
    const csv = csvOf(
      ['a', 'b'],
      [
        ['=1+1', -5],
        ['say "hi", so', null],
        ['+49 170', 'x'],
      ],
    );
    expect(csv).toBe('\uFEFF"a","b"\r\n"\'=1+1","-5"\r\n"say ""hi"", so",""\r\n"\'+49 170","x"\r\n');
  });

  it('is a calendar as RFC 5545 wants it', () => {
    const describeLine = () => ['Order O-1', 'Tel. +49 1'];
    const text = calendarOf('Board', routesOf(shown(null)), Date.parse(`${day}T07:00:00Z`), describeLine);
    const lines = text.split('\r\n');
    expect(text).not.toMatch(/[^\r]\n/);
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
    expect(lines).toContain('DTSTART:20261201T080000Z');
    expect(lines).toContain('DTEND:20261201T093000Z');
    expect(lines).toContain('DTSTAMP:20261201T070000Z');
    expect(lines).toContain('UID:early.anna@trasa');
    expect(lines).toContain('GEO:53.55;13.26');
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('SUMMARY:anna: Проверка на отоплението\\, котел\\; и\\nкомин');
    expect(unfolded).toContain('DESCRIPTION:Order O-1\\nTel. +49 1');
  });
});
