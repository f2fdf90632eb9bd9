import { describe, expect, it } from 'vitest';
import { scopesOf } from './scopes';

const looked = {
  rows: [{ id: 'a' }],
  data: { technicians: ['a', 'b'] },
  selectedTechnician: null,
  query: { facets: { region: '' } },
};

describe('scopes of planning', () => {
  it('offer only what narrows something', () => {
    expect([...scopesOf({ ...looked, data: { technicians: ['a'] } }).keys()]).toEqual(['all', 'unassigned']);
  });

  it('follow filters and selection', () => {
    const scopes = scopesOf({
      ...looked,
      selectedTechnician: { id: 'b' },
      query: { facets: { region: 'north' } },
    });
    expect(scopes.get('shown')).toEqual({ technicianIds: ['a'] });
    expect(scopes.get('selected')).toEqual({ technicianIds: ['b'] });
    expect(scopes.get('region')).toEqual({ territoryIds: ['north'] });
  });
});
