import { recall, remember } from '../storage';
import { bg, en, es, pl } from './dictionaries';
import type { Dictionary, Key, Params, Plurals } from './types';

export const dictionaries: Record<Language, Dictionary> = { en, pl, bg, es };
export const languages = ['en', 'pl', 'bg', 'es'] as const;
export type Language = (typeof languages)[number];
export type { Key, PlainKey } from './types';

/** Each language in its own words. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  pl: 'Polski',
  bg: 'Български',
  es: 'Español',
};
const locales: Record<Language, string> = { en: 'en-GB', pl: 'pl-PL', bg: 'bg-BG', es: 'es-ES' };

const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

function firstLanguage(): Language {
  const wanted = [recall('language', ''), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find(isLanguage) ?? 'en';
}

class Speech {
  language = $state<Language>(firstLanguage());
  locale = $derived(locales[this.language]);
  #plurals = $derived(new Intl.PluralRules(this.locale));

  constructor() {
    document.documentElement.lang = this.language;
  }

  speak(language: string): void {
    if (!isLanguage(language)) return;
    this.language = language;
    document.documentElement.lang = language;
    remember('language', language);
  }

  /** The text of a key in the chosen language; of a text with plural forms, the one for `n`. */
  say(key: Key, params: Record<string, string | number> = {}): string {
    const entry = dictionaries[this.language][key];
    const text =
      typeof entry === 'string'
        ? entry
        : (entry[this.#plurals.select(Number(params.n)) as keyof Plurals] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  }
}

export const speech = new Speech();

/** Translates: `t('job.left', { time })`. The compiler knows the keys and what each needs. */
export function t<K extends Key>(key: K, ...params: Params<K>): string {
  return speech.say(key, params[0] as Record<string, string | number> | undefined);
}

/** For keys put together at run time, such as the code of a status; `fallback` when there is none. */
export function tCode(
  prefix: string,
  code: string,
  params?: Record<string, string | number>,
  fallback?: Key,
) {
  const key = `${prefix}.${code}`;
  if (key in en) return speech.say(key as Key, params);
  return fallback ? speech.say(fallback, params) : code;
}
