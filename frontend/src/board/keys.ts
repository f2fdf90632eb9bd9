import { tick } from 'svelte';
import { addDays } from '$lib/time';
import type { Visit } from '$api/types';
import type { Booking } from './booking/booking.svelte';
import { panelNames, type PanelName } from './layout';
import type { Changing } from './moves/changing.svelte';
import type { Mover } from './moves/mover.svelte';
import { togglePin } from './pinning';
import type { Planning } from './planning.svelte';
import type { Publishing } from './publishing.svelte';
import type { Replanning } from './replan/replanning.svelte';
import type { BoardState } from './state.svelte';

interface Desk {
  board: BoardState;
  planning: Planning;
  publishing: Publishing;
  replanning: Replanning;
  booking: Booking;
  newCall: () => void;
  mover: Mover;
  changing: Changing;
  mayPlan: () => boolean;
  showHelp: () => void;
  togglePanel: (panel: PanelName, shown?: boolean) => void;
  mapWindow: () => void;
  print: () => void;
}

export const searchInputId = 'board-search';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && !!target.closest('input, textarea, select, [contenteditable]');

/** The keys of the board. Typing in a field, and keys with Ctrl, Alt or Meta, are left alone; but for undo, redo and print. */
export function boardKeys(desk: Desk): (event: KeyboardEvent) => void {
  const { board, planning } = desk;
  const { query } = board;
  const move = (days: number) => query.showDay(addDays(query.from, days));
  const search = () => document.getElementById(searchInputId);
  const actions: Record<string, () => void> = {
    p: () => desk.mayPlan() && planning.start(),
    s: () => desk.mayPlan() && planning.stop(),
    u: () => desk.mayPlan() && planning.phase === 'idle' && desk.publishing.show(),
    n: () => desk.newCall(),
    r: () => board.selectNext(),
    h: () => happened(desk),
    '[': () => move(-1),
    ']': () => move(1),
    ArrowLeft: () => move(-1),
    ArrowRight: () => move(1),
    t: () => query.showDay(board.today()),
    '/': () => void find(),
    w: () => desk.mapWindow(),
    '?': () => void explain(desk),
    l: () => desk.mayPlan() && void togglePin(board),
    m: () => withSelected((visit) => desk.mover.moveTo(visit, elementOf(visit.id))),
    Delete: () =>
      withSelected((visit) => desk.mover.takeOff(desk.mover.moving.subjects(visit), elementOf(visit.id))),
    ArrowDown: () => step(board, 1),
    ArrowUp: () => step(board, -1),
  };
  panelNames.forEach((panel, i) => (actions[i + 1] = () => desk.togglePanel(panel)));

  /** The search stands in the list, which may have been put away. */
  async function find(): Promise<void> {
    desk.togglePanel('list', true);
    await tick();
    search()?.focus();
  }

  function withSelected(action: (visit: Visit) => void): void {
    if (board.selectedVisit) action(board.selectedVisit);
  }
  function clear(): void {
    if (desk.booking.open) return void desk.booking.leave();
    if (desk.replanning.open) desk.replanning.close();
    else if (board.marked.size > 0) board.unmark();
    else if (query.selection) board.select(null);
    else if (query.scenario) query.scenario = null;
    else query.search = '';
    search()?.blur();
  }

  return (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const turn = isTyping(event.target) ? null : turnOf(event);
    if (turn && desk.mayPlan()) {
      event.preventDefault();
      void desk.changing[turn]();
    }
    if (isPrint(event)) {
      event.preventDefault();
      return desk.print();
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      // The key that opens a question must not close it again.
      event.preventDefault();
      return clear();
    }
    const inSearch = event.target instanceof HTMLElement && event.target.id === searchInputId;
    const upDown = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isTyping(event.target) && !(inSearch && upDown)) return;
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
}

/** Goes to why the selected visit is where it is; with none selected, to the keys. */
async function explain({ board, showHelp, togglePanel }: Desk): Promise<void> {
  if (board.selectedVisit) togglePanel('side', true);
  await tick();
  const why = document.getElementById('why');
  if (!board.selectedVisit || !why) return showHelp();
  why.scrollIntoView({ block: 'start' });
  why.focus();
}

/** Asks what happened to what is selected. */
function happened({ board, replanning }: Desk): void {
  const { selection } = board.query;
  const at = document.getElementById('happened')?.getBoundingClientRect();
  if (selection) replanning.ask(selection, at?.left ?? innerWidth / 2, (at?.bottom ?? innerHeight / 3) + 4);
}

/** Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y; with the command key on a Mac. */
function turnOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === 'y') return 'redo';
  return letter === 'z' ? (shiftKey ? 'redo' : 'undo') : null;
}

/** Ctrl+P; with the command key on a Mac. */
const isPrint = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'p';

/** Where a visit is seen, on the timeline or in the list. */
const elementOf = (visitId: string) =>
  document.querySelector(`[data-visit="${CSS.escape(visitId)}"], [data-listed="${CSS.escape(visitId)}"]`);

/** Selects the next or previous visit of the list. */
function step(board: BoardState, by: 1 | -1): void {
  const selected = board.selectedVisit?.id;
  const at = board.listed.findIndex((visit) => visit.id === selected);
  const next = board.listed[at < 0 ? (by > 0 ? 0 : board.listed.length - 1) : at + by];
  if (!next) return;
  board.select({ visitId: next.id });
  document.querySelector(`[data-listed="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: 'nearest' });
}
