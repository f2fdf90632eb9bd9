import { describe, expect, it } from 'vitest';
import { bg, en, es, pl, rooms } from './dictionaries';
import type { Plurals } from './types';

type Entry = string | Plurals;
const model: Record<string, Entry> = en;
const others: Record<string, Record<string, Entry>> = { pl, bg, es };

const forms = (entry: Entry): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
const optionalInPlurals = (names: (string | undefined)[]) => names.filter((name) => name !== 'n');

describe.each(Object.entries({ en: model, ...others }))('dictionary %s', (language, dictionary) => {
  it('has exactly the keys of English', () => {
    expect(Object.keys(dictionary).sort()).toEqual(Object.keys(model).sort());
  });

  it('has no empty text', () => {
    const empty = Object.entries(dictionary).filter(([, entry]) => forms(entry).some((text) => !text.trim()));
    expect(empty).toEqual([]);
  });

  it('keeps the placeholders', () => {
    for (const [key, entry] of Object.entries(model)) {
      const wanted = placeholders(forms(entry)[0] ?? '');
      for (const text of forms(dictionary[key] ?? '')) {
        const plural = typeof entry !== 'string';
        const found = placeholders(text);
        expect([key, plural ? optionalInPlurals(found) : found]).toEqual([
          key,
          plural ? optionalInPlurals(wanted) : wanted,
        ]);
      }
    }
  });

  it('has the plural forms of its language and no others', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const [key, entry] of Object.entries(dictionary)) {
      if (typeof entry !== 'string') expect([key, Object.keys(entry).sort()]).toEqual([key, categories]);
    }
  });
});

it('leaves no sentence in English', () => {
  for (const dictionary of Object.values(others)) {
    const same = Object.entries(dictionary).filter(
      ([key, entry]) => typeof entry === 'string' && entry.includes(' ') && entry === model[key],
    );
    expect(same).toEqual([]);
  }
});

it("begins the keys of a room's words with the room's name", () => {
  for (const [room, words] of Object.entries(rooms)) {
    expect(Object.keys(words.en).filter((key) => !key.startsWith(`${room}.`))).toEqual([]);
  }
});
