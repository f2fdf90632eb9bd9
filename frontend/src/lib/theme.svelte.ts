import { recall, remember } from './storage';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** Light or dark, chosen or following the system. public/theme.js does the same before first paint. */
class Theme {
  choice = $state<ThemeChoice>(recall<ThemeChoice>('theme', 'system'));
  #systemDark = $state(false);
  dark = $derived(this.choice === 'dark' || (this.choice === 'system' && this.#systemDark));

  constructor() {
    const system = matchMedia('(prefers-color-scheme: dark)');
    this.#systemDark = system.matches;
    system.addEventListener('change', () => {
      this.#systemDark = system.matches;
      this.#apply();
    });
    this.#apply();
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    remember('theme', choice);
    this.#apply();
  }

  #apply(): void {
    document.documentElement.dataset.theme = this.dark ? 'dark' : 'light';
  }
}

export const theme = new Theme();
