import { describe, expect, it } from 'vitest';
import { panelNames, templateOf, type PanelName } from './layout';

const without = (...away: PanelName[]) => templateOf((panel) => !away.includes(panel));

describe('the panels of the board', () => {
  it('stand in columns as many as are named', () => {
    for (let bits = 1; bits < 16; bits++) {
      const away = panelNames.filter((_, i) => !(bits & (1 << i)));
      const [areas = '', columns = ''] = (without(...away) ?? '').split(' / ');
      const rows = [...areas.matchAll(/'([^']+)'/g)].map(([, row = '']) => row.split(' '));
      const widths = columns.replace(/\([^)]*\)/g, '').split(' ');
      for (const row of rows) expect([away, row.length]).toEqual([away, widths.length]);
      expect(new Set(rows.flat()), `without ${away.join()}`).toEqual(
        new Set(panelNames.filter((panel) => !away.includes(panel))),
      );
    }
  });

  it('leaves the place of the map to the timeline', () => {
    expect(without('map')).toMatch(/^'list time side'/);
    expect(without(...panelNames)).toBeNull();
  });
});
