import type { Words } from '../types';

export const en = {
  'company.title': 'Company',
} as const;

export const pl: Words<typeof en> = {
  'company.title': 'Firma',
};

export const bg: Words<typeof en> = {
  'company.title': 'Фирма',
};

export const es: Words<typeof en> = {
  'company.title': 'Empresa',
};
