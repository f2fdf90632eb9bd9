import { createContext } from 'svelte';
import type { Day } from '$lib/time';
import type { Visit } from '$api/types';
import type { Placed } from '../views';
import type { Moving } from './moving.svelte';

/** What every part of the board that shows visits can do with them. */
export interface Desk {
  moving: Moving;
  /** Begins a drag when the pointer, pressed on the visit, moves away. */
  press: (event: PointerEvent, visit: Visit, from: Placed | null) => void;
  /** Opens the menu of places for a visit, beside the element. */
  moveTo: (visit: Visit, beside: Element | null) => void;
  /**
   * Puts a visit where an advice found a place, as a drop there would: what breaks a rule asks for a reason.
   *
   * @param member of a crew, whose place it is; null for a visit of one
   */
  put: (
    visit: Visit,
    at: { technicianId: string; day: Day },
    member: number | null,
    beside: Element | null,
  ) => void;
  takeOff: (visits: Visit[], beside: Element | null) => void;
}

export const [useDesk, setDesk] = createContext<Desk>();
