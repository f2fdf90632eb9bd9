import type { Words } from '../types';

export const en = {
  'assets.title': 'Assets',
  'assets.asset': 'Asset',
  'assets.operations': 'Operations',
} as const;

export const pl: Words<typeof en> = {
  'assets.title': 'Urządzenia',
  'assets.asset': 'Urządzenie',
  'assets.operations': 'Czynności',
};

export const bg: Words<typeof en> = {
  'assets.title': 'Уреди',
  'assets.asset': 'Уред',
  'assets.operations': 'Операции',
};

export const es: Words<typeof en> = {
  'assets.title': 'Equipos',
  'assets.asset': 'Equipo',
  'assets.operations': 'Operaciones',
};
