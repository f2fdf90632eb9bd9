import type { Role, Session } from '$api/types';

const office: Role[] = ['ADMINISTRATOR', 'DISPATCHER'];

/** Customers, sites, contacts, assets and plans are written by the office; others read them. */
export const isOffice = (session: Pick<Session, 'roles'>): boolean =>
  session.roles.some((role) => office.includes(role));
