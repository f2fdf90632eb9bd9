import type { Step } from '../api';

/** Those the history must have a reason for. */
export const withReason: readonly Step[] = ['RECALL', 'HOLD', 'CANCEL', 'FAIL'];
/** Usually told by the technician's phone; the office may do it in their stead. */
export const ofTechnician: readonly Step[] = ['ACCEPT', 'TRAVEL', 'START', 'FINISH', 'FAIL'];
/** Those that end or undo something. */
export const harsh: readonly Step[] = ['CANCEL', 'FAIL', 'RECALL'];

export interface Steps {
  office: Step[];
  technician: Step[];
}

/** The legal steps in two groups, each in the sequence in which they usually come. */
export function grouped(steps: readonly Step[]): Steps {
  return {
    office: steps.filter((step) => !ofTechnician.includes(step)),
    technician: steps.filter((step) => ofTechnician.includes(step)),
  };
}

/** `/board?day=2026-11-24`: the day on the board on which something is planned. */
export const boardDay = (day: string) => `/board?day=${day}`;
