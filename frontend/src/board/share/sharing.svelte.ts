import { flushSync } from 'svelte';
import { body, client, saveFile } from '$lib/http';
import { t } from '$lib/i18n/index.svelte';
import { refusedWords } from '$lib/refused';
import { clock, millis } from '$lib/time';
import { toasts } from '$lib/ui/toasts.svelte';
import type { Technician } from '$api/types';
import { expected } from '../live';
import type { BoardState } from '../state.svelte';
import { csvOf } from './csv';
import { openOf, routesOf, type Contact, type Line, type Shown } from './lines';

/** Brings what the board shows to paper and into files. */
export class Sharing {
  /** What is being printed. */
  paper = $state.raw<(Shown & { technician: Technician | null }) | null>(null);

  readonly #board: BoardState;

  constructor(board: BoardState) {
    this.#board = board;
  }

  /** @param technician whose days alone; null for all that is shown */
  async print(technician: Technician | null = null): Promise<void> {
    await this.#with(technician, (shown) => {
      flushSync(() => (this.paper = { ...shown, technician }));
      window.print();
    });
  }

  /** The browser prints by itself, from its menu: then without what only the server knows. */
  printing(): void {
    const shown = this.paper ? null : this.#shown(null, []);
    if (shown) flushSync(() => (this.paper = { ...shown, technician: null }));
  }

  printed(): void {
    this.paper = null;
  }

  async csv(): Promise<void> {
    await this.#with(null, (shown) => {
      const zone = shown.board.timeZone;
      const lines = [...routesOf(shown).flatMap((route) => route.lines), ...openOf(shown)];
      const rows = lines.map((line) => cellsOf(line, zone));
      saveFile(
        csvOf(
          columns.map((column) => t(`share.col.${column}`)),
          rows,
        ),
        'text/csv',
        this.#name('csv'),
      );
    });
  }

  /** @param technician whose days alone; null for all that is shown */
  async calendar(technician: Technician | null = null): Promise<void> {
    await this.#with(technician, async (shown) => {
      const { calendarOf } = await import('./calendar');
      const name = technician ? `Trasa · ${technician.name}` : 'Trasa';
      const text = calendarOf(name, routesOf(shown), this.#board.now(), entryWords);
      saveFile(text, 'text/calendar', this.#name('ics'));
    });
  }

  async #with(technician: Technician | null, use: (shown: Shown) => void | Promise<void>): Promise<void> {
    try {
      const { from, days } = this.#board.query;
      const contacts = await client
        .GET('/api/board/contacts', { params: { query: { day: from, days } } })
        .then(body);
      const shown = this.#shown(technician, contacts);
      if (shown) await use(shown);
    } catch (problem) {
      toasts.show(t('share.failed', { reason: refusedWords(problem) }), 'bad');
    }
  }

  #shown(technician: Technician | null, contacts: Contact[]): Shown | null {
    const { data, index, rows, passing } = this.#board;
    if (!data || !index) return null;
    return {
      board: data,
      index,
      rows: technician ? [technician] : rows,
      passing: technician ? null : passing,
      contacts: new Map(contacts.map((contact) => [contact.visitId, contact])),
    };
  }

  #name(ending: string): string {
    const { from, until } = this.#board.query;
    return `trasa-${from === until ? from : `${from}-${until}`}.${ending}`;
  }
}

const columns = [
  ...(['day', 'technician', 'number', 'arrival', 'start', 'end', 'status', 'priority', 'order'] as const),
  ...(['title', 'customer', 'site', 'address', 'contact', 'phone', 'access', 'due'] as const),
  ...(['minutes', 'driveMinutes', 'km'] as const),
];

function cellsOf({ visit, contact, day, technician, stop }: Line, zone: string): (string | number | null)[] {
  const times = stop ? expected(stop) : null;
  const at = (instant: number | undefined) => (instant === undefined ? null : clock(instant, zone));
  return [
    ...[day, technician?.name ?? null, stop?.sequence ?? null],
    ...[at(times?.arrival), at(times?.start), at(times?.end)],
    ...[t(`status.${visit.status}`), t(`priority.${visit.priority}`), visit.orderNumber],
    ...[visit.title, visit.customerName, visit.siteName, visit.address],
    ...[contact?.name ?? null, contact?.phone ?? null, contact?.accessNotes ?? null, visit.dueDate ?? null],
    ...[visit.durationMinutes, stop ? Math.round(stop.driveSeconds / 60) : null],
    stop ? Math.round(stop.driveMetres / 100) / 10 : null,
  ];
}

/** What a calendar says of a visit beside its title, time and place. */
function entryWords({ visit, contact }: Line): string[] {
  return [
    `${t('share.col.order')}: ${visit.orderNumber}`,
    contact?.name && `${t('share.col.contact')}: ${contact.name}`,
    contact?.phone && `${t('share.col.phone')}: ${contact.phone}`,
    contact?.accessNotes && `${t('share.col.access')}: ${contact.accessNotes}`,
  ].filter((line): line is string => !!line);
}

/** When somebody sets off and is home again. */
export const endsOf = (route: {
  depart: string;
  arriveHome: string;
  estimatedHome?: { at: string } | null;
}) => ({
  leave: millis(route.depart),
  home: millis(route.estimatedHome?.at ?? route.arriveHome),
});
