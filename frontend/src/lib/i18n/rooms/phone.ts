import type { Words } from '../types';

export const en = {
  'phone.title': 'My day',
  'phone.visit': 'Visit',
  'phone.earnings': 'My earnings',
} as const;

export const pl: Words<typeof en> = {
  'phone.title': 'Mój dzień',
  'phone.visit': 'Wizyta',
  'phone.earnings': 'Moje zarobki',
};

export const bg: Words<typeof en> = {
  'phone.title': 'Моят ден',
  'phone.visit': 'Посещение',
  'phone.earnings': 'Моите приходи',
};

export const es: Words<typeof en> = {
  'phone.title': 'Mi día',
  'phone.visit': 'Visita',
  'phone.earnings': 'Mis ingresos',
};
