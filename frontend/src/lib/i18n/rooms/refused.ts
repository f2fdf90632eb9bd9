import type { Words } from '../types';

/** Why the server did not do it, by the code or the field of its answer. */
export const en = {
  'refused.plan-changed':
    'Somebody else has changed this plan meanwhile. Nothing of yours was stored; the board now shows the plan as it is.',
  'refused.changed-meanwhile':
    'Somebody else changed this at the same moment. Nothing of yours was stored; try again.',
  'refused.visit-begun': 'This visit has begun or is closed by now. Nothing was changed.',
  'refused.sent-for-other-day':
    'This visit was sent for another day. Take it off its route and publish that day first.',
  'refused.visit-sent': 'This visit is on its technician’s phone. Take it back first.',
  'refused.visit-closed': 'This visit is closed. Add another one for what is still to be done.',
  'refused.rules-broken': 'This breaks a rule and needs a reason.',
  'refused.nothing-to-undo': 'No change of these days is left to undo.',
  'refused.nothing-to-redo': 'No change of these days is left to redo.',
  'refused.undo-elsewhere': 'That change also concerned a day that is not shown. Show that day too.',
  'refused.undo-contradicted':
    'Something later stands against it. Nothing was changed; make a new change instead.',
  'refused.already-planning': 'These days are being planned already. Watch that plan, or stop it first.',
  'refused.too-many-jobs': 'Too many plans are being made. Wait for some to end, or stop them.',
  'refused.illegal-step': 'This step is not possible any more: the visit has another status by now.',
  'refused.incomplete-order': 'The order still lacks something that this needs. Open it to see what.',
  'refused.not-found': 'This does not exist any more. Maybe somebody removed it.',
  'refused.contradicts-data': 'This contradicts what is stored. Nothing was saved.',
  'refused.unexpected': 'Something failed on our side and was logged. Nothing was saved; try again.',
  'refused.field.technicianId': 'This technician has no shift then.',
  'refused.field.day': 'Nobody has a shift for it on that day.',
  'refused.field.position': 'There is no such place on the route any more.',
  'refused.field.start': 'This start is not within the days shown.',
  'refused.field.visitId':
    'This visit cannot be moved on these days: maybe it is planned on other days, or its order lacks data.',
  'refused.field.otherVisitId': 'It cannot change places with that visit.',
  'refused.field.member': 'The crew of this visit has changed. Look again.',
  'refused.field.changes': 'These are too many at once.',
  'refused.field.reason': 'The reason is too long.',
} as const;

export const pl: Words<typeof en> = {
  'refused.plan-changed':
    'Ktoś inny zmienił w tym czasie ten plan. Nic z Twoich zmian nie zapisano; tablica pokazuje teraz aktualny plan.',
  'refused.changed-meanwhile':
    'Ktoś inny zmienił to w tej samej chwili. Nic z Twoich zmian nie zapisano; spróbuj ponownie.',
  'refused.visit-begun': 'Ta wizyta już się rozpoczęła lub jest zamknięta. Niczego nie zmieniono.',
  'refused.sent-for-other-day':
    'Tę wizytę wysłano na inny dzień. Najpierw zdejmij ją z trasy i opublikuj tamten dzień.',
  'refused.visit-sent': 'Ta wizyta jest już w telefonie technika. Najpierw ją wycofaj.',
  'refused.visit-closed': 'Ta wizyta jest zamknięta. Dodaj nową na to, co pozostało do zrobienia.',
  'refused.rules-broken': 'To łamie regułę i wymaga uzasadnienia.',
  'refused.nothing-to-undo': 'W tych dniach nie ma już czego cofnąć.',
  'refused.nothing-to-redo': 'W tych dniach nie ma już czego ponowić.',
  'refused.undo-elsewhere': 'Ta zmiana dotyczyła też dnia, którego nie widać. Pokaż również ten dzień.',
  'refused.undo-contradicted':
    'Stoi temu na przeszkodzie coś późniejszego. Niczego nie zmieniono; wprowadź nową zmianę.',
  'refused.already-planning': 'Te dni są już planowane. Obserwuj ten plan albo najpierw go zatrzymaj.',
  'refused.too-many-jobs': 'Tworzy się zbyt wiele planów. Poczekaj, aż część się skończy, albo je zatrzymaj.',
  'refused.illegal-step': 'Ten krok nie jest już możliwy: wizyta ma teraz inny status.',
  'refused.incomplete-order':
    'Zleceniu brakuje czegoś, co jest do tego potrzebne. Otwórz je, aby zobaczyć czego.',
  'refused.not-found': 'To już nie istnieje. Może ktoś to usunął.',
  'refused.contradicts-data': 'To jest sprzeczne z zapisanymi danymi. Niczego nie zapisano.',
  'refused.unexpected':
    'Coś zawiodło po naszej stronie i zostało zapisane w dzienniku. Niczego nie zapisano; spróbuj ponownie.',
  'refused.field.technicianId': 'Ten technik nie ma wtedy zmiany.',
  'refused.field.day': 'Tego dnia nikt nie ma na to zmiany.',
  'refused.field.position': 'Takiego miejsca na trasie już nie ma.',
  'refused.field.start': 'Ten początek wykracza poza pokazane dni.',
  'refused.field.visitId':
    'Tej wizyty nie można przenieść w tych dniach: może jest zaplanowana na inne dni albo zleceniu brakuje danych.',
  'refused.field.otherVisitId': 'Nie może zamienić się miejscem z tamtą wizytą.',
  'refused.field.member': 'Ekipa tej wizyty się zmieniła. Spójrz ponownie.',
  'refused.field.changes': 'To zbyt wiele naraz.',
  'refused.field.reason': 'Uzasadnienie jest za długie.',
};

export const bg: Words<typeof en> = {
  'refused.plan-changed':
    'Някой друг междувременно промени този план. Нищо ваше не е записано; таблото вече показва плана, какъвто е.',
  'refused.changed-meanwhile':
    'Някой друг промени това в същия момент. Нищо ваше не е записано; опитайте отново.',
  'refused.visit-begun': 'Това посещение вече е започнало или е приключено. Нищо не е променено.',
  'refused.sent-for-other-day':
    'Това посещение е изпратено за друг ден. Първо го свалете от маршрута и публикувайте онзи ден.',
  'refused.visit-sent': 'Това посещение е в телефона на техника. Първо го изтеглете обратно.',
  'refused.visit-closed': 'Това посещение е приключено. Добавете ново за останалата работа.',
  'refused.rules-broken': 'Това нарушава правило и изисква причина.',
  'refused.nothing-to-undo': 'За тези дни няма повече промени за отмяна.',
  'refused.nothing-to-redo': 'За тези дни няма повече промени за повтаряне.',
  'refused.undo-elsewhere': 'Тази промяна засяга и ден, който не се вижда. Покажете и него.',
  'refused.undo-contradicted': 'Нещо по-късно му пречи. Нищо не е променено; направете нова промяна.',
  'refused.already-planning': 'Тези дни вече се планират. Следете онзи план или първо го спрете.',
  'refused.too-many-jobs': 'Правят се твърде много планове. Изчакайте някои да свършат или ги спрете.',
  'refused.illegal-step': 'Тази стъпка вече не е възможна: посещението има друг статус.',
  'refused.incomplete-order': 'На поръчката липсва нещо необходимо. Отворете я, за да видите какво.',
  'refused.not-found': 'Това вече не съществува. Може би някой го е премахнал.',
  'refused.contradicts-data': 'Това противоречи на записаното. Нищо не е запазено.',
  'refused.unexpected':
    'Нещо се повреди при нас и е записано в дневника. Нищо не е запазено; опитайте отново.',
  'refused.field.technicianId': 'Този техник няма смяна тогава.',
  'refused.field.day': 'В този ден никой няма смяна за него.',
  'refused.field.position': 'Такова място в маршрута вече няма.',
  'refused.field.start': 'Това начало е извън показаните дни.',
  'refused.field.visitId':
    'Това посещение не може да се премести в тези дни: може би е планирано за други дни или на поръчката липсват данни.',
  'refused.field.otherVisitId': 'Не може да се размени с онова посещение.',
  'refused.field.member': 'Екипът на това посещение е променен. Погледнете отново.',
  'refused.field.changes': 'Това са твърде много наведнъж.',
  'refused.field.reason': 'Причината е твърде дълга.',
};

export const es: Words<typeof en> = {
  'refused.plan-changed':
    'Otra persona ha cambiado este plan entretanto. No se guardó nada suyo; el tablero muestra ahora el plan tal como está.',
  'refused.changed-meanwhile':
    'Otra persona cambió esto en el mismo momento. No se guardó nada suyo; inténtelo de nuevo.',
  'refused.visit-begun': 'Esta visita ya ha comenzado o está cerrada. No se cambió nada.',
  'refused.sent-for-other-day':
    'Esta visita se envió para otro día. Quítela primero de su ruta y publique ese día.',
  'refused.visit-sent': 'Esta visita está en el teléfono del técnico. Retírela primero.',
  'refused.visit-closed': 'Esta visita está cerrada. Añada otra para lo que falte por hacer.',
  'refused.rules-broken': 'Esto incumple una regla y necesita un motivo.',
  'refused.nothing-to-undo': 'No queda ningún cambio de estos días por deshacer.',
  'refused.nothing-to-redo': 'No queda ningún cambio de estos días por rehacer.',
  'refused.undo-elsewhere': 'Ese cambio afectó también a un día que no se muestra. Muestre también ese día.',
  'refused.undo-contradicted': 'Algo posterior lo impide. No se cambió nada; haga un cambio nuevo.',
  'refused.already-planning': 'Estos días ya se están planificando. Observe ese plan o deténgalo primero.',
  'refused.too-many-jobs': 'Se están haciendo demasiados planes. Espere a que acaben algunos o deténgalos.',
  'refused.illegal-step': 'Este paso ya no es posible: la visita tiene ahora otro estado.',
  'refused.incomplete-order': 'Al pedido le falta algo necesario. Ábralo para ver qué.',
  'refused.not-found': 'Esto ya no existe. Quizá alguien lo eliminó.',
  'refused.contradicts-data': 'Esto contradice lo guardado. No se guardó nada.',
  'refused.unexpected':
    'Algo falló por nuestra parte y quedó registrado. No se guardó nada; inténtelo de nuevo.',
  'refused.field.technicianId': 'Este técnico no tiene turno entonces.',
  'refused.field.day': 'Ese día nadie tiene turno para ello.',
  'refused.field.position': 'Ya no existe ese lugar en la ruta.',
  'refused.field.start': 'Este inicio está fuera de los días mostrados.',
  'refused.field.visitId':
    'Esta visita no se puede mover en estos días: quizá está planificada en otros días o a su pedido le faltan datos.',
  'refused.field.otherVisitId': 'No puede cambiar su lugar con esa visita.',
  'refused.field.member': 'El equipo de esta visita ha cambiado. Mire de nuevo.',
  'refused.field.changes': 'Son demasiados a la vez.',
  'refused.field.reason': 'El motivo es demasiado largo.',
};
