import { createContext, type Snippet } from 'svelte';
import type { IconName } from './ui/icons';

export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  current: boolean;
}
export type TabItem = Pick<NavItem, 'href' | 'label' | 'current'>;

/** What the application puts around a page; a page's frame finds it here. */
export interface Shell {
  readonly home: string;
  readonly nav: NavItem[];
  /** The pages of the section shown, when there are several. */
  readonly tabs: TabItem[];
  user: Snippet<[showShortcuts?: () => void]>;
  /** Asks the server whether the session still lives. */
  checkSession: () => void;
}

export const [useShell, setShell] = createContext<Shell>();
