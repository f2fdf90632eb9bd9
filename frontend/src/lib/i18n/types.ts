import type { en } from './en';

export type Key = keyof typeof en;

/** Plural forms by the categories of Intl.PluralRules; a test checks that each language has its own. */
export interface Plurals {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

export type Dictionary = { [K in Key]: (typeof en)[K] extends string ? string : Plurals };

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type NamesOf<K extends Key> = (typeof en)[K] extends string
  ? Names<(typeof en)[K]>
  : 'n' | Names<Extract<(typeof en)[K], { other: string }>['other']>;

/** The placeholders of a text as required parameters; none when it has none. */
export type Params<K extends Key> = [NamesOf<K>] extends [never] ? [] : [Record<NamesOf<K>, string | number>];
