import { describe, expect, it } from 'vitest';
import { grouped, harsh, ofTechnician, withReason } from './steps';

describe('steps', () => {
  it('are told apart by who usually takes them', () => {
    expect(grouped(['DISPATCH', 'ACCEPT', 'RECALL', 'HOLD', 'CANCEL'])).toEqual({
      office: ['DISPATCH', 'RECALL', 'HOLD', 'CANCEL'],
      technician: ['ACCEPT'],
    });
    expect(grouped([])).toEqual({ office: [], technician: [] });
  });

  it('that end something ask for a reason', () => {
    expect(harsh.every((step) => withReason.includes(step))).toBe(true);
    expect(ofTechnician.includes('HOLD')).toBe(false);
  });
});
