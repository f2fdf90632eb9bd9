import { expect, it } from 'vitest';
import { checklistLines, readChecklist } from './checklist';

it('reads one item a line, and which are required', () => {
  expect(readChecklist(' Filter reinigen \n\n!Abgas messen\n! Foto\n!\n')).toEqual([
    { text: 'Filter reinigen', required: false },
    { text: 'Abgas messen', required: true },
    { text: 'Foto', required: true },
  ]);
});

it('writes what it reads', () => {
  const lines = 'Filter reinigen\n! Abgas messen';
  expect(checklistLines(readChecklist(lines))).toBe(lines);
});
