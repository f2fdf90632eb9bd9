import { coordinatesText } from '$lib/coordinates';
import type { Asset, FoundAddress, Model, Site } from './api';

/** `Turmstraße 12, 17033 Neubrandenburg`. */
export function addressText({ street, houseNumber, postcode, city }: Site['address']): string {
  const parts = [
    [street, houseNumber],
    [postcode, city],
  ];
  return parts
    .map((words) => words.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ');
}

/** A found address in one line; its coordinates where nothing else is known of it. */
export function foundText(found: FoundAddress): string {
  if (found.kind === 'SPOT') return coordinatesText(found.coordinates);
  const address = addressText(found);
  return found.name && found.name !== found.city ? `${found.name}, ${address}` : address;
}

/** A site's name; its address where it has none. */
export const siteText = (site: Pick<Site, 'name' | 'address'>): string =>
  site.name || addressText(site.address);

/** The address under a site's name; nothing where it stands for the name. */
export const siteDetail = (site: Pick<Site, 'name' | 'address'>): string =>
  site.name ? addressText(site.address) : '';

export const assetText = (asset: Pick<Asset, 'modelName' | 'serial'>): string =>
  `${asset.modelName} · ${asset.serial}`;

export const modelText = (model: Pick<Model, 'brand' | 'name'>): string => `${model.brand} ${model.name}`;

/** True when every word typed occurs somewhere, whatever its case and accents. */
export function holdsWords(text: string, typed: string): boolean {
  const fold = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
  const folded = fold(text);
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

/** What was typed in a search, sorted into the fields of somebody new. */
export function nameOrPhone(typed: string): { name: string; phone: string } {
  const text = typed.trim();
  return /^[+\d][\d\s()/.-]{2,}$/.test(text) ? { name: '', phone: text } : { name: text, phone: '' };
}

/** `Viessmann Vitodens 200` as brand and name of a new model. */
export function brandAndName(typed: string): { brand: string; name: string } {
  const [brand = '', ...rest] = typed.trim().split(/\s+/);
  return { brand, name: rest.join(' ') };
}
