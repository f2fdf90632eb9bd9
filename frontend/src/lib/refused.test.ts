import { expect, it, vi } from 'vitest';
import { ApiProblem } from './http';
import { speech } from './i18n/index.svelte';
import { refusedWords } from './refused';

vi.hoisted(() => {
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.stubGlobal('document', { documentElement: {} });
});

it('speaks the language of the user where it knows the code or the field', () => {
  speech.language = 'es';
  const field = { field: 'changes[0].technicianId', reason: 'has no shift', hint: '', value: '' };
  expect(refusedWords(new ApiProblem(409, 'plan-changed', 'Anna changed the plan.'))).toMatch(
    /^Otra persona/,
  );
  expect(refusedWords(new ApiProblem(400, 'invalid', 'changes[0]…', [field]))).toMatch(/^Este técnico/);
  expect(refusedWords(new ApiProblem(409, 'brand-new', 'Said by the server.'))).toBe('Said by the server.');
  speech.language = 'en';
});
