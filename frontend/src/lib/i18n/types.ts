import type { en } from './dictionaries';

export type Key = keyof typeof en;

/** Plural forms by the categories of Intl.PluralRules; a test checks that each language has its own. */
export interface Plurals {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

/** The same keys in another language: texts for texts, plural forms for plural forms. */
export type Words<Model> = { [K in keyof Model]: Model[K] extends string ? string : Plurals };
export type Dictionary = Words<typeof en>;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type NamesOf<K extends Key> = (typeof en)[K] extends string
  ? Names<(typeof en)[K]>
  : 'n' | Names<Extract<(typeof en)[K], { other: string }>['other']>;

/** The placeholders of a text as required parameters; none when it has none. */
export type Params<K extends Key> = [NamesOf<K>] extends [never] ? [] : [Record<NamesOf<K>, string | number>];

/** The keys whose texts need nothing filled in. */
export type PlainKey = { [K in Key]: Params<K> extends [] ? K : never }[Key];
