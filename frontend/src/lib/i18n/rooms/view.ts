import type { Words } from '../types';

export const en = {
  'view.menu': 'View and share',
  'view.panels': 'Panels',
  'view.list': 'Unassigned visits',
  'view.map': 'Map',
  'view.time': 'Timeline',
  'view.side': 'Details',
  'view.window': 'Map in its own window',
  'view.back': 'Map back to the board',
  'view.blocked': 'The browser did not open the window. Allow pop-ups for this page and try again.',
  'view.away': 'The map is in its own window.',
  'view.alone': 'its board is closed',
} as const;

export const pl: Words<typeof en> = {
  'view.menu': 'Widok i udostępnianie',
  'view.panels': 'Panele',
  'view.list': 'Wizyty nieprzydzielone',
  'view.map': 'Mapa',
  'view.time': 'Oś czasu',
  'view.side': 'Szczegóły',
  'view.window': 'Mapa w osobnym oknie',
  'view.back': 'Mapa z powrotem na tablicy',
  'view.blocked':
    'Przeglądarka nie otworzyła okna. Zezwól tej stronie na wyskakujące okna i spróbuj ponownie.',
  'view.away': 'Mapa jest w osobnym oknie.',
  'view.alone': 'tablica jest zamknięta',
};

export const bg: Words<typeof en> = {
  'view.menu': 'Изглед и споделяне',
  'view.panels': 'Панели',
  'view.list': 'Неразпределени посещения',
  'view.map': 'Карта',
  'view.time': 'Времева линия',
  'view.side': 'Подробности',
  'view.window': 'Карта в отделен прозорец',
  'view.back': 'Картата обратно на таблото',
  'view.blocked':
    'Браузърът не отвори прозореца. Разрешете изскачащи прозорци за тази страница и опитайте отново.',
  'view.away': 'Картата е в отделен прозорец.',
  'view.alone': 'таблото е затворено',
};

export const es: Words<typeof en> = {
  'view.menu': 'Vista y compartir',
  'view.panels': 'Paneles',
  'view.list': 'Visitas sin asignar',
  'view.map': 'Mapa',
  'view.time': 'Línea de tiempo',
  'view.side': 'Detalles',
  'view.window': 'Mapa en ventana propia',
  'view.back': 'Devolver el mapa al tablero',
  'view.blocked':
    'El navegador no abrió la ventana. Permita ventanas emergentes para esta página e inténtelo de nuevo.',
  'view.away': 'El mapa está en su propia ventana.',
  'view.alone': 'su tablero está cerrado',
};
