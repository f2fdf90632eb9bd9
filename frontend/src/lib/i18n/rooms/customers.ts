import type { Words } from '../types';

export const en = {
  'customers.title': 'Customers',
  'customers.customer': 'Customer',
} as const;

export const pl: Words<typeof en> = {
  'customers.title': 'Klienci',
  'customers.customer': 'Klient',
};

export const bg: Words<typeof en> = {
  'customers.title': 'Клиенти',
  'customers.customer': 'Клиент',
};

export const es: Words<typeof en> = {
  'customers.title': 'Clientes',
  'customers.customer': 'Cliente',
};
