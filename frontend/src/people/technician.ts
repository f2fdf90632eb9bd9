import type { Coordinates, SkillLevel } from '$api/types';
import type { IconName } from '$lib/ui/icons';
import type { Technician, TechnicianForm } from './api';

export type Vehicle = Technician['vehicle'];
export const vehicles = ['CAR', 'VAN', 'TRUCK', 'BICYCLE', 'FOOT'] as const satisfies Vehicle[];
export const vehicleIcons: Record<Vehicle, IconName> = {
  CAR: 'car',
  VAN: 'van',
  TRUCK: 'truck',
  BICYCLE: 'bicycle',
  FOOT: 'foot',
};

/** Far enough apart to be told on a map; dark enough for white letters. */
const colors = [
  '#3567d6',
  '#c2410c',
  '#0f766e',
  '#7c3aed',
  '#a16207',
  '#be185d',
  '#15803d',
  '#0369a1',
  '#b91c1c',
  '#4f46e5',
  '#854d0e',
  '#0e7490',
];

/** The colour that the fewest have, the earliest of these. */
export function freshColor(taken: readonly string[]): string {
  const times = (color: string) => taken.filter((one) => one.toLowerCase() === color).length;
  return colors.toSorted((a, b) => times(a) - times(b))[0] ?? '#3567d6';
}

/** What is typed of a technician. */
export interface TechnicianDraft {
  version: number | undefined;
  name: string;
  phone: string;
  email: string;
  color: string;
  home: Coordinates | null;
  homeAddress: string;
  skills: SkillLevel[];
  territoryIds: string[];
  vanId: string | null;
  vehicle: Vehicle;
  active: boolean;
  overtimeMinutes: number | null;
  maxDriveMinutes: number | null;
  targetMinutes: number | null;
  hourPercent: number | null;
  kmPercent: number | null;
  breaks: BreakDraft[];
}

export interface BreakDraft {
  earliest: string;
  latest: string;
  minutes: number | null;
}

export const newDraft = (color: string): TechnicianDraft => ({
  version: undefined,
  ...{ name: '', phone: '', email: '', color, home: null, homeAddress: '' },
  ...{ skills: [], territoryIds: [], vanId: null, vehicle: 'CAR', active: true },
  ...{ overtimeMinutes: 0, maxDriveMinutes: null, targetMinutes: null },
  ...{ hourPercent: 100, kmPercent: 100, breaks: [] },
});

export function draftOf(technician: Technician): TechnicianDraft {
  const { version, name, phone, email, color, home, homeAddress } = technician;
  const { skills, territoryIds, vanId = null, vehicle, active } = technician;
  const { overtimeMinutes, maxDriveMinutes = null, targetMinutes = null } = technician;
  const { hourPercent, kmPercent, breaks } = technician;
  return {
    ...{ version, name, phone, email, color, home, homeAddress },
    ...{ skills: skills.map((skill) => ({ ...skill })), territoryIds, vanId, vehicle, active },
    ...{ overtimeMinutes, maxDriveMinutes, targetMinutes, hourPercent, kmPercent },
    // The server knows seconds; a time field does not.
    breaks: breaks.map(({ earliest, latest, minutes }) => ({
      ...{ earliest: earliest.slice(0, 5), latest: latest.slice(0, 5), minutes },
    })),
  };
}

export const formOf = (draft: TechnicianDraft, home: Coordinates): TechnicianForm => ({
  ...draft,
  home,
  overtimeMinutes: draft.overtimeMinutes ?? 0,
  hourPercent: draft.hourPercent ?? 100,
  kmPercent: draft.kmPercent ?? 100,
  breaks: draft.breaks.map((pause) => ({ ...pause, minutes: pause.minutes ?? 0 })),
  name: draft.name.trim(),
  phone: draft.phone.trim(),
  email: draft.email.trim(),
  homeAddress: draft.homeAddress.trim(),
});
