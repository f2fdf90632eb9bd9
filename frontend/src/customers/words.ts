import { languageNames, languages, speech, t } from '$lib/i18n/index.svelte';

/** The languages of documents and messages, each in its own words. */
export const languageChoices = languages.map((value) => ({
  value: value as string,
  label: languageNames[value],
}));

const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export type Priority = (typeof priorities)[number];
export const priorityChoices = (): { value: Priority; label: string }[] =>
  priorities.map((value) => ({ value, label: t(`priority.${value}`) }));

/** The countries of the European Union and its neighbours, by ISO 3166. */
const countries =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO RS SE SI SK TR UA'.split(
    ' ',
  );

export const countryName = (code: string): string =>
  new Intl.DisplayNames(speech.locale, { type: 'region', fallback: 'code' }).of(code) ?? code;

/** By name in the chosen language; one that is not among the usual ones is kept. */
export function countryChoices(present: string): { value: string; label: string }[] {
  const codes = countries.includes(present) ? countries : [...countries, present];
  return codes
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, speech.locale));
}
