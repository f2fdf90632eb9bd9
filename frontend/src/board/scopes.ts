import type { PlanScope } from '$lib/http';
import type { Technician } from '$api/types';

export type ScopeName = 'all' | 'unassigned' | 'shown' | 'selected' | 'region';

interface Looked {
  /** The technicians that the filters leave. */
  rows: Pick<Technician, 'id'>[];
  data: { technicians: unknown[] } | null;
  selectedTechnician: Pick<Technician, 'id'> | null;
  query: { facets: { region: string } };
}

/** What a plan can be confined to, as the board is looked at. */
export function scopesOf({ rows, data, selectedTechnician, query }: Looked): Map<ScopeName, PlanScope> {
  const scopes = new Map<ScopeName, PlanScope>([
    ['all', {}],
    ['unassigned', { onlyUnassigned: true }],
  ]);
  if (selectedTechnician) scopes.set('selected', { technicianIds: [selectedTechnician.id] });
  if (rows.length > 0 && rows.length < (data?.technicians.length ?? 0))
    scopes.set('shown', { technicianIds: rows.map(({ id }) => id) });
  if (query.facets.region) scopes.set('region', { territoryIds: [query.facets.region] });
  return scopes;
}
