import type { Words } from '../types';

export const en = {
  'scope.label': 'What is planned',
  'scope.all': 'Everything',
  'scope.unassigned': 'Only visits without a place; all others stay',
  'scope.shown': 'Only the technicians shown',
  'scope.selected': 'Only the selected technician',
  'scope.region': 'Only the region shown',
  'scope.plan.unassigned': 'Plan the rest',
  'scope.plan.shown': 'Plan those shown',
  'scope.plan.selected': 'Plan this one',
  'scope.plan.region': 'Plan the region',
} as const;

export const pl: Words<typeof en> = {
  'scope.label': 'Co jest planowane',
  'scope.all': 'Wszystko',
  'scope.unassigned': 'Tylko wizyty bez miejsca; inne zostają',
  'scope.shown': 'Tylko pokazani technicy',
  'scope.selected': 'Tylko wybrany technik',
  'scope.region': 'Tylko pokazany region',
  'scope.plan.unassigned': 'Zaplanuj resztę',
  'scope.plan.shown': 'Zaplanuj pokazanych',
  'scope.plan.selected': 'Zaplanuj tego',
  'scope.plan.region': 'Zaplanuj region',
};

export const bg: Words<typeof en> = {
  'scope.label': 'Какво се планира',
  'scope.all': 'Всичко',
  'scope.unassigned': 'Само посещения без място; другите остават',
  'scope.shown': 'Само показаните техници',
  'scope.selected': 'Само избраният техник',
  'scope.region': 'Само показаният район',
  'scope.plan.unassigned': 'Планирай останалото',
  'scope.plan.shown': 'Планирай показаните',
  'scope.plan.selected': 'Планирай избрания',
  'scope.plan.region': 'Планирай района',
};

export const es: Words<typeof en> = {
  'scope.label': 'Qué se planifica',
  'scope.all': 'Todo',
  'scope.unassigned': 'Solo visitas sin lugar; las demás quedan',
  'scope.shown': 'Solo los técnicos mostrados',
  'scope.selected': 'Solo el técnico elegido',
  'scope.region': 'Solo la región mostrada',
  'scope.plan.unassigned': 'Planificar el resto',
  'scope.plan.shown': 'Planificar mostrados',
  'scope.plan.selected': 'Planificar este',
  'scope.plan.region': 'Planificar la región',
};
