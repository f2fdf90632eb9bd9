import { ApiProblem } from './http';
import { t, tCode } from './i18n/index.svelte';

/** Why the server did not do it, in the user's language where its code or field is known. */
export function refusedWords(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return String(problem);
  if (problem.status === 0) return t('error.unreachable');
  if (problem.status === 403) return t('error.notAllowed');
  const field = problem.errors[0]?.field.split('.').at(-1);
  const code = field ? `field.${field}` : problem.code;
  const words = tCode('refused', code);
  return words === code ? problem.message : words;
}
