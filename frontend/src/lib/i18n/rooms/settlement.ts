import type { Words } from '../types';

export const en = {
  'settlement.title': 'To settle',
  'settlement.order': 'Settle an order',
  'settlement.invoices': 'Invoices',
  'settlement.invoice': 'Invoice',
  'settlement.debts': 'Debts',
  'settlement.earnings': 'Earnings',
  'settlement.rates': 'Rates',
} as const;

export const pl: Words<typeof en> = {
  'settlement.title': 'Do rozliczenia',
  'settlement.order': 'Rozliczenie zlecenia',
  'settlement.invoices': 'Faktury',
  'settlement.invoice': 'Faktura',
  'settlement.debts': 'Należności',
  'settlement.earnings': 'Zarobki',
  'settlement.rates': 'Stawki',
};

export const bg: Words<typeof en> = {
  'settlement.title': 'За отчитане',
  'settlement.order': 'Отчитане на поръчка',
  'settlement.invoices': 'Фактури',
  'settlement.invoice': 'Фактура',
  'settlement.debts': 'Вземания',
  'settlement.earnings': 'Възнаграждения',
  'settlement.rates': 'Тарифи',
};

export const es: Words<typeof en> = {
  'settlement.title': 'Por liquidar',
  'settlement.order': 'Liquidar una orden',
  'settlement.invoices': 'Facturas',
  'settlement.invoice': 'Factura',
  'settlement.debts': 'Deudas',
  'settlement.earnings': 'Ingresos',
  'settlement.rates': 'Tarifas',
};
