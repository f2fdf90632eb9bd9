import type { Words } from '../types';

export const en = {
  'reports.title': 'Reports',
  'reports.report': 'Report',
} as const;

export const pl: Words<typeof en> = {
  'reports.title': 'Raporty',
  'reports.report': 'Raport',
};

export const bg: Words<typeof en> = {
  'reports.title': 'Справки',
  'reports.report': 'Справка',
};

export const es: Words<typeof en> = {
  'reports.title': 'Informes',
  'reports.report': 'Informe',
};
