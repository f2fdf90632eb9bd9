/** The shapes of the API. Instants are ISO-8601 in UTC, days `YYYY-MM-DD` in the company's zone. */

import type { components } from './schema';

export type Role =
  'ADMINISTRATOR' | 'DISPATCHER' | 'TECHNICIAN' | 'WAREHOUSE' | 'ACCOUNTANT' | 'MANAGER' | 'CUSTOMER';
export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
export type VisitStatus =
  | 'NEW'
  | 'PLANNED'
  | 'DISPATCHED'
  | 'ACCEPTED'
  | 'TRAVELLING'
  | 'IN_PROGRESS'
  | 'DONE'
  | 'SETTLED'
  | 'INVOICED'
  | 'ON_HOLD'
  | 'CANCELLED'
  | 'FAILED';
export type AbsenceReason = 'ILLNESS' | 'HOLIDAY' | 'TRAINING' | 'OTHER';
/** What keeps a visit without a place. */
export type ReasonCode =
  | 'SKILL'
  | 'TERRITORY'
  | 'TAKEN_OUT'
  | 'ABSENCE'
  | 'SHIFT'
  | 'TIME_WINDOW'
  | 'PINNED'
  | 'CREW'
  | 'ROAD'
  | 'TECHNICIAN'
  | 'BREAK'
  | 'CONTRACT'
  | 'FROZEN'
  | 'PARTS'
  | 'CAPACITY'
  | 'MAX_DRIVING'
  | 'NO_DURATION'
  | 'NOBODY_MAY'
  | 'CREW_TOO_LARGE'
  | 'TOO_LONG'
  | 'OUT_OF_REACH'
  | 'WAITS_IN_CIRCLE'
  | 'CONTRADICTION'
  | 'WAITS_IN_VAIN'
  | 'PINS_CLASH'
  | 'PINNED_TO_NOBODY'
  | 'PLACE_SWAPPED'
  | 'PLACE_OUTSIDE'
  | 'PLACE_NO_ROAD'
  | 'PRIORITY'
  | 'INCOMPLETE'
  | 'NO_SHIFT'
  | 'TAKEN_OUT'
  | 'NOT_PLANNED_YET';

export interface Coordinates {
  lat: number;
  lon: number;
}
export interface TimeSpan {
  start: string;
  end: string;
}
export interface SkillLevel {
  skillId: string;
  level: number;
}

export interface Session {
  username: string;
  displayName: string;
  roles: Role[];
  language: string;
  technicianId?: string | null;
}
export interface DemoLogin {
  username: string;
  password: string;
  role: Role;
}
export interface Settings {
  version: string;
  timeZone: string;
  /** The one the company counts in, by ISO 4217. */
  currency: string;
  demoLogins?: DemoLogin[] | null;
  map: {
    rasterUrl: string;
    attribution: string;
    bounds: { south: number; west: number; north: number; east: number };
  };
}

/** What a plan comes to in numbers, the same wherever they are shown. */
export type Kpis = components['schemas']['PlanKpis'];
export interface Finding {
  rule: string;
  amount: number;
  unit: 'SECONDS' | 'LEVELS' | 'COUNT' | 'PIECES' | 'UNITS' | 'POINTS' | 'HECTOMETRES' | 'DAYS' | 'PERCENT';
}
export interface Stop {
  visitId: string;
  sequence: number;
  arrival: string;
  start: string;
  end: string;
  driveSeconds: number;
  driveMetres: number;
  pinned: boolean;
  crewLead: boolean;
  findings: Finding[];
  /** A dispatcher's word that it stays there although it breaks rules. */
  forced?: { reason: string; by: string; at: string } | null;
  /** How it really goes; none while nothing of the route was sent. */
  estimate?: Estimate | null;
}
export type Risk = 'FINE' | 'AT_RISK' | 'LATE';
export interface Estimate {
  arrival: string;
  start: string;
  end: string;
  risk: Risk;
  slackSeconds?: number | null;
}
export interface Break {
  start: string;
  end: string;
  /** When it is to be expected by now; null once it must be over. */
  estimatedStart?: string | null;
  estimatedEnd?: string | null;
}
export interface FetchedPart {
  partId: string;
  name: string;
  unit: string;
  quantity: number;
}
/** A call at the warehouse on the way. */
export interface DepotCall extends Break {
  /** The way there: a part of the way to the visit after it. */
  driveSeconds: number;
  driveMetres: number;
  address: string;
  place: Coordinates;
  fetched: FetchedPart[];
}

export interface Route {
  depart: string;
  arriveHome: string;
  driveSeconds: number;
  driveMetres: number;
  workSeconds: number;
  waitSeconds: number;
  loadPercent: number;
  returnDriveSeconds: number;
  returnDriveMetres: number;
  estimatedHome?: { at: string; overtimeSeconds: number } | null;
  /** Rules that the day as a whole breaks. */
  findings: Finding[];
  stops: Stop[];
  breaks?: Break[];
  call?: DepotCall | null;
}
export interface TechnicianDay {
  day: string;
  shifts: TimeSpan[];
  absences: (TimeSpan & { reason: AbsenceReason })[];
  route?: Route | null;
}
export interface Technician {
  id: string;
  name: string;
  color: string;
  home: Coordinates;
  homeAddress: string;
  skills: SkillLevel[];
  territoryIds: string[];
  days: TechnicianDay[];
}
export interface Visit {
  id: string;
  version: number;
  orderId: string;
  orderNumber: string;
  title: string;
  customerName: string;
  siteName: string;
  address: string;
  coordinates: Coordinates;
  priority: Priority;
  status: VisitStatus;
  durationMinutes: number;
  windows: TimeSpan[];
  skills: SkillLevel[];
  crewSize: number;
  territoryId?: string | null;
  dueDate?: string | null;
  progress?: Progress;
  declined?: { reason: string; by: string; at: string } | null;
  /** What neither the warehouse nor the van has for it. */
  lackingParts?: { name: string; quantity: number; unit: string }[];
}
/** True times of what really happened. */
export interface Progress {
  dispatchedAt?: string | null;
  receivedAt?: string | null;
  acceptedAt?: string | null;
  travelAt?: string | null;
  arrivedAt?: string | null;
  startedAt?: string | null;
  finishedAt?: string | null;
}
export type Refusal =
  'NOT_OPEN' | 'OTHER_DAY' | 'INCOMPLETE' | 'INACTIVE_TECHNICIAN' | 'CREW_CHANGED' | 'DECLINED';
/** What publishing does to one visit. */
export interface Dispatch {
  visitId: string;
  kind: 'NEW' | 'MOVED' | 'RECALLED' | 'UNCHANGED' | 'REFUSED';
  technicianIds: string[];
  start?: string | null;
  beforeIds: string[];
  startBefore?: string | null;
  brokenRules: { rule: string; amount: number }[];
  refusal?: Refusal | null;
}
export interface PublishedDay {
  day: string;
  planId: string;
  /** To be named with a change to it. */
  version: number;
  published?: { at: string; by: string } | null;
  changes: Dispatch[];
}
export interface Published {
  day: string;
  planId: string;
  sent: string[];
  unchanged: number;
  recalled: string[];
  refused: { visitId: string; orderNumber: string; title: string; reason: Refusal }[];
  overridden: string[];
}
export interface Reason {
  rule: ReasonCode;
  technicians: number;
  amount?: number | null;
  unit?: string | null;
  example?: string | null;
}
export interface Unassigned {
  visitId: string;
  reasons: Reason[];
}
export interface PlanView {
  id: string;
  version: number;
  status: 'DRAFT' | 'PUBLISHED';
  /** Missing while the plan is still being made. */
  createdAt?: string | null;
  createdBy?: string | null;
  from: string;
  days: number;
  jobId?: string | null;
  score?: Score | null;
}
export interface Board {
  from: string;
  days: number;
  timeZone: string;
  now: string;
  plan?: PlanView | null;
  kpis: Kpis;
  skills: { id: string; name: string }[];
  territories: { id: string; name: string; color: string }[];
  technicians: Technician[];
  visits: Visit[];
  unassigned: Unassigned[];
  publishing?: PublishedDay[];
}
export interface DayPaths {
  day: string;
  routes: { technicianId: string; legs: string[] }[];
}

export interface Score {
  hard: number;
  medium: number;
  soft: number;
}
export interface Job {
  id: string;
  from: string;
  days: number;
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'STOPPED' | 'FAILED';
  startedBy: string;
  startedAt: string;
  endedAt?: string | null;
  limitSeconds: number;
  elapsedMillis: number;
  score?: Score | null;
  planned: number;
  unassigned: number;
  driveSeconds: number;
  driveMetres: number;
  betterPlans: number;
  lastBetterAt?: string | null;
  planId?: string | null;
  kpis?: Kpis | null;
  error?: string | null;
  curve: { millis: number; unassigned: number; costMinutes: number }[];
  faults: { rule: ReasonCode; visitId: string; otherVisitId?: string | null }[];
}

export interface FieldError {
  field: string;
  value?: unknown;
  reason: string;
  hint?: string | null;
}
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  errors?: FieldError[];
}
