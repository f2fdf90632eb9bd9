import { ApiProblem, api, allAnswered, onSessionEnd } from '$lib/http';
import { speech, t } from '$lib/i18n/index.svelte';
import { router } from '$lib/router.svelte';
import { recall, remember } from '$lib/storage';
import { toasts } from '$lib/ui/toasts.svelte';
import type { Session, Settings } from '$api/types';

/** Who is logged in here. `phase` is `unknown` until the server has been asked. */
class SessionState {
  phase = $state<'unknown' | 'out' | 'in' | 'unreachable'>('unknown');
  user = $state<Session | null>(null);
  settings = $state<Settings | null>(null);
  /** The session ended by itself, so the login page says so. */
  expired = $state(false);

  constructor() {
    onSessionEnd(() => this.#end(true));
  }

  async start(): Promise<void> {
    this.phase = 'unknown';
    const settings = api.settings().then((answer) => (this.settings = answer));
    try {
      // A browser that never logged in need not ask: the login page shows at once.
      const asked = recall('loggedIn', false) ? this.#ask() : this.#end(false);
      await Promise.all([settings, asked]);
      this.#keep();
    } catch {
      if (!this.#goOn()) this.phase = 'unreachable';
    }
  }

  /** Technicians go on working without network, as who they were and with what was known. */
  #goOn(): boolean {
    const kept = recall<{ user: Session; settings: Settings } | null>('offline', null);
    if (!kept || !recall('loggedIn', false)) return false;
    speech.speak(kept.user.language);
    this.user = kept.user;
    this.settings ??= kept.settings;
    this.phase = 'in';
    return true;
  }

  async login(username: string, password: string): Promise<void> {
    await api.login(username, password);
    remember('loggedIn', true);
    await this.#ask();
    this.#keep();
  }

  #keep(): void {
    const works = this.user?.roles.includes('TECHNICIAN') && this.settings;
    remember('offline', works ? { user: this.user, settings: this.settings } : null);
  }

  async logout(): Promise<void> {
    // The page goes first: its live stream ends with the session and would ask after it.
    this.phase = 'unknown';
    // What it was about to save, and what it says in going, needs the session.
    await allAnswered();
    await api.logout().catch(() => undefined);
    this.#end(false);
    void router.go('/', true);
  }

  /** Asks whether the session still lives, for instance after the live stream broke. */
  async check(): Promise<void> {
    if (this.phase === 'in') await this.#ask().catch(() => undefined);
  }

  async speak(language: string): Promise<void> {
    speech.speak(language);
    if (!this.user) return;
    try {
      await api.speak(language);
      this.user.language = language;
    } catch (problem) {
      toasts.show(t('error.language', { reason: (problem as Error).message }), 'bad');
    }
  }

  async #ask(): Promise<void> {
    try {
      const user = await api.session();
      if (this.user?.username !== user.username) speech.speak(user.language);
      this.user = user;
      this.expired = false;
      this.phase = 'in';
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem;
      this.#end(this.phase === 'in');
    }
  }

  #end(expired: boolean): void {
    remember('loggedIn', false);
    remember('offline', null);
    this.user = null;
    this.expired = expired;
    this.phase = 'out';
  }
}

export const session = new SessionState();
