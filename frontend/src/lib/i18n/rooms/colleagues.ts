import type { Words } from '../types';

export const en = {
  'colleagues.looks': '{name} is looking at this',
  'colleagues.moves': '{name} is moving this',
  'colleagues.here': '{name} works on this day too',
  'colleagues.elsewhere': '{name} works on {day}',
  'colleagues.changed': 'The plan has changed meanwhile',
  'colleagues.again': 'Nothing of yours was stored yet. On the plan as it is now, your change would mean:',
  'colleagues.doIt': 'Do it now',
} as const;

export const pl: Words<typeof en> = {
  'colleagues.looks': '{name} ma to otwarte',
  'colleagues.moves': '{name} właśnie to przenosi',
  'colleagues.here': '{name} też pracuje nad tym dniem',
  'colleagues.elsewhere': '{name} pracuje nad: {day}',
  'colleagues.changed': 'Plan się w tym czasie zmienił',
  'colleagues.again': 'Nic z Twoich zmian nie zapisano. W aktualnym planie Twoja zmiana oznacza:',
  'colleagues.doIt': 'Zrób to teraz',
};

export const bg: Words<typeof en> = {
  'colleagues.looks': '{name} гледа това',
  'colleagues.moves': '{name} мести това',
  'colleagues.here': '{name} също работи по този ден',
  'colleagues.elsewhere': '{name} работи по {day}',
  'colleagues.changed': 'Планът междувременно се промени',
  'colleagues.again': 'Нищо ваше още не е записано. В сегашния план промяната ви означава:',
  'colleagues.doIt': 'Направи го сега',
};

export const es: Words<typeof en> = {
  'colleagues.looks': '{name} está mirando esto',
  'colleagues.moves': '{name} está moviendo esto',
  'colleagues.here': '{name} también trabaja en este día',
  'colleagues.elsewhere': '{name} trabaja en {day}',
  'colleagues.changed': 'El plan ha cambiado entretanto',
  'colleagues.again': 'Aún no se guardó nada suyo. En el plan actual, su cambio supone:',
  'colleagues.doIt': 'Hacerlo ahora',
};
