import type { ApiProblem } from '../http';

/** What is said beside fields, and what is left to say above the form. */
export interface FormErrors {
  fields: Record<string, string>;
  rest: string[];
}

const sentence = (text: string) => {
  const trimmed = text.trim();
  if (!trimmed) return '';
  const capital = trimmed.charAt(0).toLocaleUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
};

/**
 * Sorts a problem's field errors: those of fields that the form shows, by name, and the others. A field
 * `address.city` also finds a control named `city` or `address`.
 */
export function fieldErrors(problem: Pick<ApiProblem, 'errors'>, names: readonly string[]): FormErrors {
  const sorted: FormErrors = { fields: {}, rest: [] };
  for (const { field, reason, hint } of problem.errors) {
    const text = [sentence(reason), sentence(hint ?? '')].filter(Boolean).join(' ');
    const parts = field.split('.');
    const near = [field, parts.at(-1), parts[0], parts[0]?.replace(/\[\d+\]$/, '')];
    const name = near.find((candidate) => candidate && names.includes(candidate));
    if (name === undefined) sorted.rest.push(`${field}: ${text}`);
    else sorted.fields[name] = [sorted.fields[name], text].filter(Boolean).join(' ');
  }
  return sorted;
}
