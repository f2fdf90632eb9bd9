export const panelNames = ['list', 'map', 'time', 'side'] as const;
/** `time` is the timeline, `side` the details. */
export type PanelName = (typeof panelNames)[number];

/**
 * The board's grid, as CSS writes it, with the panels that are shown; null when none is.
 * The timeline lies below list and map; without a map it takes the map's place.
 */
export function templateOf(isShown: (panel: PanelName) => boolean): string | null {
  const [list, map, time, side] = panelNames.map(isShown);
  const left = list ? 'list ' : '';
  const right = side ? ' side' : '';
  const middle = map ? 'map' : time ? 'time' : '';
  if (!middle) {
    if (list) return `'list${right}' minmax(0, 1fr) / minmax(0, 1fr)${side ? ' var(--side)' : ''}`;
    return side ? `'side' minmax(0, 1fr) / minmax(0, 1fr)` : null;
  }
  const columns = `${list ? 'var(--list) ' : ''}minmax(280px, 1fr)${side ? ' var(--side)' : ''}`;
  if (!map || !time) return `'${left}${middle}${right}' minmax(0, 1fr) / ${columns}`;
  const below = `'${list ? 'time ' : ''}time${right}' min(var(--time), 62vh)`;
  return `'${left}map${right}' minmax(180px, 1fr) ${below} / ${columns}`;
}
