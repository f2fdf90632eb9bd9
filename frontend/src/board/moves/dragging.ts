import type { Visit } from '$api/types';
import type { BoardState } from '../state.svelte';
import type { Placed } from '../views';
import type { Moving, Point } from './moving.svelte';

/** So far the pointer may tremble during a click. */
const startPixels = 5;

export interface Dragging {
  board: BoardState;
  moving: Moving;
  mayMove: () => boolean;
  /** Follows the pointer, once per frame. */
  follow: (x: number, y: number) => void;
  /** The pointer was let go at a place of the screen. */
  drop: (x: number, y: number) => void;
}

/**
 * Begins a drag as soon as the pointer, pressed on a visit, moves away. Nothing is computed in the events
 * themselves, only once per frame. Touch scrolls instead; its way is the menu.
 */
export function press(
  event: PointerEvent,
  { board, moving, mayMove, follow, drop }: Dragging,
  visit: Visit,
  from: Placed | null,
): void {
  const subjects = moving.subjects(visit);
  const isPlain = event.button === 0 && event.pointerType !== 'touch' && !event.ctrlKey && !event.metaKey;
  if (!isPlain || !mayMove() || subjects.length === 0 || moving.drag) return;
  const { clientX, clientY, pointerId } = event;
  const held = event.currentTarget as HTMLElement;
  const grabbed = from ? clientX - held.getBoundingClientRect().left : 0;
  let point: Point = { x: clientX, y: clientY, exact: event.shiftKey };
  let frame = 0;
  const abort = new AbortController();
  const on = { signal: abort.signal, capture: true } as const;

  const draw = () => {
    frame = 0;
    follow(point.x, point.y);
    moving.point(point);
    // At an edge the timeline scrolls on by itself.
    if (moving.scroll(point)) frame = requestAnimationFrame(draw);
  };
  const soon = () => (frame ||= requestAnimationFrame(draw));

  function move(at: PointerEvent) {
    point = { x: at.clientX, y: at.clientY, exact: at.shiftKey };
    if (!moving.drag) {
      if (Math.hypot(point.x - clientX, point.y - clientY) < startPixels) return;
      moving.begin(subjects, from, grabbed);
      board.hover = null;
      // Nothing that the pointer passes reacts. A rule for all elements would style each of them anew.
      if (held.isConnected) held.setPointerCapture(pointerId);
      held.dataset.held = '';
    }
    soon();
  }
  function end() {
    abort.abort();
    cancelAnimationFrame(frame);
    delete held.dataset.held;
  }
  function up() {
    end();
    if (!moving.drag) return;
    swallowClick();
    moving.point(point);
    drop(point.x, point.y);
  }
  function cancel() {
    end();
    if (moving.drag) swallowClick();
    moving.end();
  }
  function key(pressed: KeyboardEvent) {
    if (!moving.drag) return;
    if (pressed.key === 'Escape') {
      pressed.preventDefault();
      pressed.stopPropagation();
      cancel();
    } else if (pressed.key === 'Shift') {
      point = { ...point, exact: pressed.type === 'keydown' };
      soon();
    }
  }
  window.addEventListener('pointermove', move, on);
  window.addEventListener('pointerup', up, on);
  window.addEventListener('selectstart', (selecting) => selecting.preventDefault(), on);
  window.addEventListener('pointercancel', cancel, on);
  // Not the blur of an element within, which this would hear too.
  window.addEventListener('blur', cancel, { signal: abort.signal });
  window.addEventListener('keydown', key, on);
  window.addEventListener('keyup', key, on);
}

/** The click that ends a drag is none. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }), 0);
}
