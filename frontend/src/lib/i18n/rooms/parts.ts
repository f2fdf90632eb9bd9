import type { Words } from '../types';

export const en = {
  'parts.title': 'Pick lists',
  'parts.catalogue': 'Catalogue',
  'parts.stock': 'Stock',
  'parts.documents': 'Documents',
  'parts.document': 'Document',
} as const;

export const pl: Words<typeof en> = {
  'parts.title': 'Listy kompletacji',
  'parts.catalogue': 'Katalog',
  'parts.stock': 'Stany',
  'parts.documents': 'Dokumenty',
  'parts.document': 'Dokument',
};

export const bg: Words<typeof en> = {
  'parts.title': 'Списъци за събиране',
  'parts.catalogue': 'Каталог',
  'parts.stock': 'Наличности',
  'parts.documents': 'Документи',
  'parts.document': 'Документ',
};

export const es: Words<typeof en> = {
  'parts.title': 'Listas de recogida',
  'parts.catalogue': 'Catálogo',
  'parts.stock': 'Existencias',
  'parts.documents': 'Documentos',
  'parts.document': 'Documento',
};
