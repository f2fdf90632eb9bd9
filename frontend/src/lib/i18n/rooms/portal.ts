import type { Words } from '../types';

export const en = {
  'portal.title': 'My appointment',
  'portal.home': 'My orders',
} as const;

export const pl: Words<typeof en> = {
  'portal.title': 'Moja wizyta',
  'portal.home': 'Moje zlecenia',
};

export const bg: Words<typeof en> = {
  'portal.title': 'Моето посещение',
  'portal.home': 'Моите поръчки',
};

export const es: Words<typeof en> = {
  'portal.title': 'Mi cita',
  'portal.home': 'Mis órdenes',
};
