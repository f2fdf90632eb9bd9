import { body, client } from '$lib/http';
import { recall, remember } from '$lib/storage';
import { isNews, leastMillis, type Seen } from './seen';

/**
 * Tells the office where this phone is, for as long as its owner wants that and has the page open.
 * Positions are not kept for later: only where somebody is now is of use.
 */
class Whereabouts {
  state = $state<'off' | 'on' | 'denied'>('off');
  /** The office does not take positions now: it is not working time. */
  resting = $state(false);
  #watch: number | null = null;
  #told: Seen | null = null;

  readonly possible = 'geolocation' in navigator;

  /** Goes on with what was chosen the last time. */
  start(): void {
    if (this.state === 'off' && recall('phone.shares', false)) this.share();
  }

  share(): void {
    if (!this.possible || this.#watch !== null) return;
    remember('phone.shares', true);
    this.state = 'on';
    this.#watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) =>
        void this.#seen({ lat: coords.latitude, lon: coords.longitude, at: timestamp }, coords.accuracy),
      ({ code, PERMISSION_DENIED }) => {
        if (code === PERMISSION_DENIED) this.#end('denied');
      },
      { enableHighAccuracy: true, maximumAge: leastMillis },
    );
  }

  /** What the office knows is forgotten too. */
  async stop(): Promise<void> {
    this.#end('off');
    await client.DELETE('/api/phone/position').catch(() => undefined);
  }

  #end(state: 'off' | 'denied'): void {
    if (this.#watch !== null) navigator.geolocation.clearWatch(this.#watch);
    this.#watch = null;
    this.#told = null;
    this.resting = false;
    this.state = state;
    remember('phone.shares', false);
  }

  async #seen(seen: Seen, accuracy: number): Promise<void> {
    if (!isNews(this.#told, seen)) return;
    const before = this.#told;
    this.#told = seen;
    const { lat, lon } = seen;
    const seenAt = new Date(seen.at).toISOString();
    try {
      const answer = await client
        .PUT('/api/phone/position', { body: { lat, lon, accuracyMetres: Math.round(accuracy), seenAt } })
        .then(body);
      this.resting = !answer.noted;
    } catch {
      // The next position is told in its place.
      this.#told = before;
    }
  }
}

export const whereabouts = new Whereabouts();
