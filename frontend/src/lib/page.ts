import type { Session, Settings } from '$api/types';

/** What every page is given. A page is made anew when the path changes, not when the query does. */
export interface PageProps {
  params: Record<string, string>;
  query: URLSearchParams;
  go: (address: string, replace?: boolean) => void;
  settings: Settings;
  session: Session;
}

/** A page that is open to people who are not logged in. */
export type OpenPageProps = Omit<PageProps, 'session'> & { session: Session | null };
