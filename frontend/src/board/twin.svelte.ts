import { newId } from '$lib/ids';
import type { OutlookScene } from './map/outlookLayer';
import type { BoardQuery } from './query.svelte';

type Side = 'board' | 'map';
type Word =
  | { kind: 'look'; address: string }
  | { kind: 'ahead'; scene: OutlookScene | null }
  | { kind: 'here' | 'who' | 'bye' | 'close' };
type Message = Word & { from: Side };

const key = 'trasa.twin';

/** The board of this tab keeps its name over a reload, so that its map finds it again. */
function ownName(): string {
  try {
    const name = sessionStorage.getItem(key) ?? newId();
    sessionStorage.setItem(key, name);
    return name;
  } catch {
    return newId();
  }
}

/**
 * A board and its map in a window of its own: what is selected, filtered, shown and proposed is the same in both.
 * They need no server for that; each loads for itself.
 */
export class Twin {
  /** True while the other window is open. */
  there = $state(false);
  /** What the board draws beside what holds. */
  ahead = $state.raw<OutlookScene | null>(null);
  readonly name: string;

  readonly #side: Side;
  readonly #query: BoardQuery;
  readonly #channel: BroadcastChannel;
  /** What both know: only what differs is told. */
  #shared = '';

  /** @param name of the board that a map belongs to */
  constructor(query: BoardQuery, side: Side, name = ownName()) {
    this.name = name;
    this.#side = side;
    this.#query = query;
    this.#channel = new BroadcastChannel(`trasa.twin.${name}`);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => data.from !== side && this.#heard(data);
    this.#say({ kind: 'who' });
  }

  /** What is looked at has changed, here or there. */
  changed(): void {
    const address = this.#query.text();
    if (address === this.#shared) return;
    this.#shared = address;
    this.#say({ kind: 'look', address });
  }

  /** What may become of the board is drawn there too. */
  show(scene: OutlookScene | null): void {
    if (this.there) this.#say({ kind: 'ahead', scene });
  }

  /** Opens the map's window; false if the browser did not let it. */
  open(): boolean {
    const address = `/board/map?${this.#query.text()}&with=${this.name}`;
    return window.open(address, `trasa-map-${this.name}`, 'popup,width=1200,height=860') !== null;
  }

  /** Asks the other window to close. */
  recall(): void {
    this.#say({ kind: 'close' });
    this.there = false;
  }

  /** This window goes. */
  bye(): void {
    this.#say({ kind: 'bye' });
  }

  close(): void {
    this.bye();
    this.#channel.close();
  }

  #heard(word: Word): void {
    if (word.kind === 'close') window.close();
    this.there = word.kind !== 'bye' && word.kind !== 'close';
    if (word.kind === 'who') {
      this.#say({ kind: 'here' });
      // Who comes is shown what the board shows.
      if (this.#side === 'board') this.#say({ kind: 'look', address: this.#query.text() });
    } else if (word.kind === 'ahead') this.ahead = word.scene;
    else if (word.kind === 'bye') this.ahead = null;
    else if (word.kind === 'look') {
      this.#query.show(word.address);
      this.#shared = this.#query.text();
    }
  }

  #say(word: Word): void {
    const message: Message = { ...word, from: this.#side };
    this.#channel.postMessage(message);
  }
}
