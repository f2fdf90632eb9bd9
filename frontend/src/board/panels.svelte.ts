import { recall, remember } from '$lib/storage';
import { templateOf, type PanelName } from './layout';

/** Sizes of the board's panels in pixels, and which are put away; remembered in this browser. */
const limits = { list: [220, 560], side: [260, 560], time: [120, 1400] } as const;
const normal = { list: 304, side: 324, time: Math.min(560, Math.max(300, innerHeight * 0.4)) };
export type Panel = keyof typeof limits;

export const panels = $state({ ...normal, ...recall<Partial<typeof normal>>('panels', {}) });
const away = $state<Partial<Record<PanelName, boolean>>>(recall('panelsAway', {}));

export function setPanel(panel: Panel, px: number): void {
  const [least, most] = limits[panel];
  panels[panel] = Math.round(Math.min(most, Math.max(least, px)));
  remember('panels', panels);
}

export const resetPanel = (panel: Panel) => setPanel(panel, normal[panel]);

export const isShown = (panel: PanelName) => !away[panel];

/** Puts a panel away or brings it back; something stays on the screen always. */
export function togglePanel(panel: PanelName, shown = !isShown(panel)): void {
  const next = { ...away, [panel]: !shown };
  if (!templateOf((name) => !next[name])) return;
  away[panel] = !shown;
  remember('panelsAway', next);
}
