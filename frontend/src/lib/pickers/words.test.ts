import { describe, expect, it } from 'vitest';
import type { FoundAddress } from './api';
import { addressText, brandAndName, foundText, holdsWords, nameOrPhone, siteDetail, siteText } from './words';

const address = { street: 'Turmstraße', houseNumber: '12', postcode: '17033', city: 'Neubrandenburg' };

describe('words of pickers', () => {
  it('writes an address on one line, whatever is missing', () => {
    expect(addressText(address)).toBe('Turmstraße 12, 17033 Neubrandenburg');
    expect(addressText({ ...address, street: '', houseNumber: '', postcode: '' })).toBe('Neubrandenburg');
  });

  it('lets the address stand for a site without a name', () => {
    expect(siteText({ name: '', address })).toBe('Turmstraße 12, 17033 Neubrandenburg');
    expect(siteDetail({ name: '', address })).toBe('');
    expect(siteDetail({ name: 'Keller', address })).toContain('Turmstraße');
  });

  it.each([
    ['turmstrasse', false],
    ['TURM 17033', true],
    ['', true],
    ['koln', false],
  ])('finds %j: %s', (typed, found) => {
    expect(holdsWords('Keller Turmstraße 12 17033', typed)).toBe(found);
  });

  it('finds without accents and in Cyrillic', () => {
    expect(holdsWords('Müller, Łódź', 'muller')).toBe(true);
    expect(holdsWords('Клиника София', 'КЛИНИКА')).toBe(true);
  });

  it.each([
    ['0395 77441', { name: '', phone: '0395 77441' }],
    ['+49 395/77-441', { name: '', phone: '+49 395/77-441' }],
    ['Hotel 12', { name: 'Hotel 12', phone: '' }],
    [' Löwe ', { name: 'Löwe', phone: '' }],
  ])('sorts %j', (typed, sorted) => {
    expect(nameOrPhone(typed)).toEqual(sorted);
  });

  it('takes the first word for the brand', () => {
    expect(brandAndName('Viessmann Vitodens 200')).toEqual({ brand: 'Viessmann', name: 'Vitodens 200' });
    expect(brandAndName('')).toEqual({ brand: '', name: '' });
  });
});

describe('a found address', () => {
  const found: FoundAddress = {
    kind: 'ADDRESS',
    name: '',
    street: 'Turmstraße',
    houseNumber: '12',
    postcode: '17033',
    city: 'Neubrandenburg',
    district: 'Innenstadt',
    coordinates: { lat: 53.55, lon: 13.26 },
    metres: null,
  };

  it('reads as one writes it', () => {
    expect(foundText(found)).toBe('Turmstraße 12, 17033 Neubrandenburg');
    const city = { ...found, kind: 'SETTLEMENT' as const, street: '', houseNumber: '' };
    expect(foundText({ ...city, name: 'Neubrandenburg' })).toBe('17033 Neubrandenburg');
    expect(foundText({ ...city, name: 'Fünfeichen' })).toBe('Fünfeichen, 17033 Neubrandenburg');
    expect(foundText({ ...found, kind: 'SPOT' })).toBe('53.55, 13.26');
  });
});
