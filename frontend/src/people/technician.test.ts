import { describe, expect, it } from 'vitest';
import type { Technician } from './api';
import { draftOf, formOf, freshColor, newDraft } from './technician';

const data = {
  version: 4,
  name: 'Ana Ruiz',
  phone: '+49 395 1',
  email: 'ana@example.org',
  color: '#3567d6',
  home: { lat: 53.5, lon: 13.2 },
  homeAddress: 'Am Markt 1',
  skills: [{ skillId: 's', level: 2 }],
  territoryIds: ['north'],
  vanId: 'v',
  vehicle: 'BICYCLE' as const,
  active: false,
  overtimeMinutes: 45,
  maxDriveMinutes: 240,
  targetMinutes: 420,
  hourPercent: 130,
  kmPercent: 90,
  breaks: [{ earliest: '11:30', latest: '13:30', minutes: 30 }],
};
const stored: Technician = { id: 't', ...data };

describe('a technician', () => {
  it('is sent as it was read when nothing is changed', () => {
    expect(formOf(draftOf(stored), stored.home)).toEqual(data);
  });

  it('changes a copy: the list keeps what is stored until it is saved', () => {
    const draft = draftOf(stored);
    draft.skills.forEach((skill) => (skill.level = 5));
    expect(stored.skills).toEqual([{ skillId: 's', level: 2 }]);
  });

  it('is sent without blanks around what was typed', () => {
    const draft = { ...newDraft('#000000'), name: ' Ana ', phone: ' 1 ' };
    expect(formOf(draft, stored.home)).toMatchObject({ name: 'Ana', phone: '1', active: true });
  });
});

describe('the colour of a new technician', () => {
  it('is one that nobody has', () => {
    expect(freshColor([])).toBe('#3567d6');
    expect(freshColor(['#3567D6', '#0f766e'])).toBe('#c2410c');
  });

  it('is a rare one when all are taken', () => {
    const all = Array.from({ length: 12 }).reduce<string[]>((taken) => [...taken, freshColor(taken)], []);
    expect(new Set(all).size).toBe(12);
    expect(freshColor([...all, ...all.slice(0, 3)])).toBe(all[3]);
  });
});
