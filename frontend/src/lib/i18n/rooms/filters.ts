import type { Words } from '../types';

export const en = {
  'filters.title': 'Filters',
  'filters.active': { one: '{n} filter', other: '{n} filters' },
  'filters.clear': 'Clear',
  'filters.region': 'Region',
  'filters.skill': 'Skill',
  'filters.status': 'Status',
  'filters.priority': 'Priority',
  'filters.views': 'Views',
  'filters.viewName': 'Name of this view',
  'filters.noViews': 'Set filters, days and colours, then save them here under a name.',
  'filters.forget': 'Forget {name}',
  'filters.nobodyTitle': 'Nobody passes the filters',
  'filters.nobodyHint': 'No technician has this skill in this region.',
} as const;

export const pl: Words<typeof en> = {
  'filters.title': 'Filtry',
  'filters.active': { one: '{n} filtr', few: '{n} filtry', many: '{n} filtrów', other: '{n} filtra' },
  'filters.clear': 'Wyczyść',
  'filters.region': 'Region',
  'filters.skill': 'Umiejętność',
  'filters.status': 'Status',
  'filters.priority': 'Priorytet',
  'filters.views': 'Widoki',
  'filters.viewName': 'Nazwa tego widoku',
  'filters.noViews': 'Ustaw filtry, dni i kolory, a potem zapisz je tu pod nazwą.',
  'filters.forget': 'Usuń {name}',
  'filters.nobodyTitle': 'Nikt nie spełnia filtrów',
  'filters.nobodyHint': 'Żaden technik w tym regionie nie ma tej umiejętności.',
};

export const bg: Words<typeof en> = {
  'filters.title': 'Филтри',
  'filters.active': { one: '{n} филтър', other: '{n} филтъра' },
  'filters.clear': 'Изчисти',
  'filters.region': 'Район',
  'filters.skill': 'Умение',
  'filters.status': 'Статус',
  'filters.priority': 'Приоритет',
  'filters.views': 'Изгледи',
  'filters.viewName': 'Име на този изглед',
  'filters.noViews': 'Задайте филтри, дни и цветове и ги запазете тук под име.',
  'filters.forget': 'Забрави {name}',
  'filters.nobodyTitle': 'Никой не отговаря на филтрите',
  'filters.nobodyHint': 'Никой техник в този район няма това умение.',
};

export const es: Words<typeof en> = {
  'filters.title': 'Filtros',
  'filters.active': { one: '{n} filtro', many: '{n} filtros', other: '{n} filtros' },
  'filters.clear': 'Quitar',
  'filters.region': 'Zona',
  'filters.skill': 'Especialidad',
  'filters.status': 'Estado',
  'filters.priority': 'Prioridad',
  'filters.views': 'Vistas',
  'filters.viewName': 'Nombre de esta vista',
  'filters.noViews': 'Elija filtros, días y colores, y guárdelos aquí con un nombre.',
  'filters.forget': 'Olvidar {name}',
  'filters.nobodyTitle': 'Nadie pasa los filtros',
  'filters.nobodyHint': 'Ningún técnico de esta zona tiene esta especialidad.',
};
