import { describe, expect, it } from 'vitest';
import { answerable } from './answer';

describe('answerable', () => {
  it('is open only while it is sent and the newest', () => {
    expect(answerable({ status: 'SENT', replaced: false })).toBe('open');
    expect(answerable({ status: 'SENT', replaced: true })).toBe('replaced');
  });
  it('says why not', () => {
    expect(answerable({ status: 'ACCEPTED', replaced: false })).toBe('accepted');
    expect(answerable({ status: 'DECLINED', replaced: false })).toBe('declined');
    expect(answerable({ status: 'EXPIRED', replaced: false })).toBe('expired');
    expect(answerable({ status: 'DRAFT', replaced: false })).toBe('withdrawn');
  });
});
