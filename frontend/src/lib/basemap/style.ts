import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';

interface Palette {
  land: string;
  residential: string;
  industrial: string;
  green: string;
  forest: string;
  farmland: string;
  sand: string;
  water: string;
  building: string;
  casing: string;
  motorway: string;
  main: string;
  street: string;
  path: string;
  rail: string;
  ink: string;
  inkSoft: string;
  waterInk: string;
  halo: string;
}

const light: Palette = {
  land: '#f4f3ef',
  residential: '#efede8',
  industrial: '#ebe8ea',
  green: '#e0ecd8',
  forest: '#d3e4cb',
  farmland: '#f5f2e6',
  sand: '#f3ead2',
  water: '#b9d9ea',
  building: '#e2ded7',
  casing: '#d9d4cb',
  motorway: '#f6c98b',
  main: '#fbe2ae',
  street: '#ffffff',
  path: '#d8cfc2',
  rail: '#c3c0c4',
  ink: '#3f4753',
  inkSoft: '#7b828d',
  waterInk: '#4e86a6',
  halo: '#ffffffd9',
};

const dark: Palette = {
  land: '#171d24',
  residential: '#1b222a',
  industrial: '#1d2229',
  green: '#19261f',
  forest: '#17281f',
  farmland: '#191f23',
  sand: '#23221d',
  water: '#12303f',
  building: '#232b34',
  casing: '#11161b',
  motorway: '#6b5a3a',
  main: '#4f4a3d',
  street: '#323b46',
  path: '#2c343d',
  rail: '#39414b',
  ink: '#c3cbd6',
  inkSoft: '#8a95a3',
  waterInk: '#5d95b3',
  halo: '#12171dd9',
};

export const sourceName = 'trasa';
const source = { source: sourceName } as const;
const regular = ['Inter Variable', 'Segoe UI', 'Noto Sans'];
// The first family exists nowhere: its name tells MapLibre the weight in which to draw the second.
const strong = ['Semibold', ...regular];

const kind = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]];
const flag = (name: string): ExpressionSpecification => ['to-boolean', ['coalesce', ['get', name], false]];
const widths = (...stops: [zoom: number, width: number][]): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  ...stops.flat(),
];

const classes = {
  motorway: kind('motorway', 'trunk'),
  main: kind('primary', 'secondary'),
  lesser: kind('tertiary'),
  street: kind('residential'),
  service: kind('service'),
  path: kind('track', 'path'),
  rail: kind('rail'),
};

function areas(p: Palette): LayerSpecification[] {
  const fill = (id: string, layer: string, color: string, filter?: ExpressionSpecification) =>
    ({
      id,
      type: 'fill',
      ...source,
      'source-layer': layer,
      ...(filter ? { filter } : {}),
      paint: { 'fill-color': color, 'fill-antialias': true },
    }) as LayerSpecification;
  return [
    { id: 'land', type: 'background', paint: { 'background-color': p.land } },
    fill('farmland', 'landuse', p.farmland, kind('farmland')),
    fill('residential', 'landuse', p.residential, kind('residential')),
    fill('industrial', 'landuse', p.industrial, kind('industrial', 'parking')),
    fill('grass', 'landuse', p.green, kind('grass', 'park', 'pitch', 'cemetery', 'allotments', 'wetland')),
    fill('forest', 'landuse', p.forest, kind('forest')),
    fill('sand', 'landuse', p.sand, kind('sand')),
    fill('square', 'landuse', p.street, kind('pedestrian')),
    fill('water', 'water', p.water),
    {
      id: 'waterway',
      type: 'line',
      ...source,
      'source-layer': 'waterway',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': p.water,
        'line-width': [
          'interpolate',
          ['exponential', 1.5],
          ['zoom'],
          9,
          ['match', ['get', 'kind'], ['river', 'canal'], 1.2, 0.3],
          16,
          ['match', ['get', 'kind'], ['river', 'canal'], 9, 2.5],
        ],
      },
    },
    {
      id: 'building',
      type: 'fill',
      ...source,
      'source-layer': 'building',
      minzoom: 13.5,
      paint: {
        'fill-color': p.building,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13.5, 0, 14.5, 1],
      },
    },
  ];
}

function road(
  id: string,
  filter: ExpressionSpecification,
  color: string,
  width: ExpressionSpecification,
  extra: { minzoom?: number; dash?: number[]; cap?: 'butt' | 'round' } = {},
): LayerSpecification {
  return {
    id,
    type: 'line',
    ...source,
    'source-layer': 'road',
    filter,
    ...(extra.minzoom ? { minzoom: extra.minzoom } : {}),
    layout: { 'line-cap': extra.cap ?? 'round', 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': width,
      'line-opacity': ['case', flag('tunnel'), 0.4, 1],
      ...(extra.dash ? { 'line-dasharray': extra.dash } : {}),
    },
  } as LayerSpecification;
}

function roads(p: Palette): LayerSpecification[] {
  const streetWidth = widths([11, 0.6], [14, 3], [18, 18]);
  const lesserWidth = widths([9, 0.7], [14, 4.5], [18, 22]);
  const mainWidth = widths([7, 0.8], [14, 6], [18, 26]);
  const motorwayWidth = widths([6, 1], [14, 7.5], [18, 30]);
  const casing = (
    id: string,
    filter: ExpressionSpecification,
    width: ExpressionSpecification,
    minzoom: number,
  ) =>
    ({
      ...road(`${id}-casing`, filter, p.casing, 1 as unknown as ExpressionSpecification, {
        minzoom,
        cap: 'butt',
      }),
      paint: { 'line-color': p.casing, 'line-width': 1, 'line-gap-width': width },
    }) as LayerSpecification;
  return [
    road('path', classes.path, p.path, widths([13, 0.6], [18, 3]), {
      minzoom: 13,
      dash: [3, 2],
      cap: 'butt',
    }),
    road('service', classes.service, p.street, widths([13, 0.8], [18, 9]), { minzoom: 13 }),
    casing('street', classes.street, streetWidth, 13),
    casing('lesser', classes.lesser, lesserWidth, 11),
    casing('main', classes.main, mainWidth, 9),
    casing('motorway', classes.motorway, motorwayWidth, 8),
    road('street', classes.street, p.street, streetWidth, { minzoom: 11 }),
    road('lesser', classes.lesser, p.street, lesserWidth, { minzoom: 9 }),
    road('main', classes.main, p.main, mainWidth),
    road('motorway', classes.motorway, p.motorway, motorwayWidth),
    road('rail', classes.rail, p.rail, widths([9, 0.6], [16, 2]), { cap: 'butt' }),
    road('rail-ties', classes.rail, p.rail, widths([13, 3], [17, 6]), {
      minzoom: 13,
      dash: [0.2, 3],
      cap: 'butt',
    }),
  ];
}

function labels(p: Palette): LayerSpecification[] {
  const place = (
    id: string,
    filter: ExpressionSpecification,
    from: number,
    size: [number, number][],
    font: string[],
    to = 24,
  ) =>
    ({
      id: `place-${id}`,
      type: 'symbol',
      ...source,
      'source-layer': 'place',
      filter,
      minzoom: from,
      maxzoom: to,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': ['interpolate', ['linear'], ['zoom'], ...size.flat()],
        'text-max-width': 8,
        'symbol-sort-key': ['coalesce', ['get', 'rank'], 10],
        'text-padding': 4,
      },
      paint: {
        'text-color': id === 'suburb' ? p.inkSoft : p.ink,
        'text-halo-color': p.halo,
        'text-halo-width': 1.6,
      },
    }) as LayerSpecification;
  const streetName = (id: string, filter: ExpressionSpecification, minzoom: number, size: number) =>
    ({
      id: `name-${id}`,
      type: 'symbol',
      ...source,
      'source-layer': 'road',
      filter: ['all', ['has', 'name'], filter],
      minzoom,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': regular,
        'text-size': size,
        'text-padding': 6,
        'symbol-spacing': 320,
      },
      paint: { 'text-color': p.inkSoft, 'text-halo-color': p.halo, 'text-halo-width': 1.4 },
    }) as LayerSpecification;
  return [
    streetName('street', kind('residential', 'service', 'path'), 15, 11),
    streetName('main', kind('motorway', 'trunk', 'primary', 'secondary', 'tertiary'), 13, 11.5),
    {
      id: 'water-name',
      type: 'symbol',
      ...source,
      'source-layer': 'water',
      minzoom: 10,
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['Italic', ...regular],
        'text-size': 11.5,
        'text-max-width': 6,
      },
      paint: { 'text-color': p.waterInk, 'text-halo-color': p.halo, 'text-halo-width': 1 },
    },
    place(
      'hamlet',
      kind('hamlet'),
      12.5,
      [
        [12.5, 10.5],
        [16, 13],
      ],
      regular,
    ),
    place(
      'suburb',
      kind('suburb'),
      12,
      [
        [12, 11],
        [16, 14],
      ],
      regular,
    ),
    place(
      'village',
      kind('village'),
      10.5,
      [
        [10, 10.5],
        [15, 14.5],
      ],
      regular,
    ),
    place(
      'town',
      kind('town'),
      7.5,
      [
        [8, 11],
        [15, 18],
      ],
      strong,
    ),
    place(
      'city',
      kind('city'),
      5,
      [
        [6, 12],
        [15, 22],
      ],
      strong,
      15.5,
    ),
  ];
}

/**
 * The base map, drawn from our own vector tiles only: no glyph or sprite server. Without `glyphs`
 * MapLibre draws letters with the fonts of the page.
 *
 * @param tiles address of the tiles with {z}, {x}, {y}, absolute
 */
export function baseMapStyle(tiles: string, isDark: boolean): StyleSpecification {
  const palette = isDark ? dark : light;
  return {
    version: 8,
    sources: { [sourceName]: { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: 14 } },
    layers: [...areas(palette), ...roads(palette), ...labels(palette)],
  };
}

export const backgroundColor = (isDark: boolean) => (isDark ? dark : light).land;
