import type { Words } from '../types';

export const en = {
  'orders.title': 'Orders',
  'orders.order': 'Order',
  'orders.requests': 'Requests',
  'orders.request': 'Request',
  'orders.quote': 'Quote',
} as const;

export const pl: Words<typeof en> = {
  'orders.title': 'Zlecenia',
  'orders.order': 'Zlecenie',
  'orders.requests': 'Zgłoszenia',
  'orders.request': 'Zgłoszenie',
  'orders.quote': 'Oferta',
};

export const bg: Words<typeof en> = {
  'orders.title': 'Поръчки',
  'orders.order': 'Поръчка',
  'orders.requests': 'Заявки',
  'orders.request': 'Заявка',
  'orders.quote': 'Оферта',
};

export const es: Words<typeof en> = {
  'orders.title': 'Órdenes',
  'orders.order': 'Orden',
  'orders.requests': 'Solicitudes',
  'orders.request': 'Solicitud',
  'orders.quote': 'Presupuesto',
};
