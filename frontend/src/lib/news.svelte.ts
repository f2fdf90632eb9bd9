import { Live } from './live.svelte';
import { useShell } from './shell';

type Ids = { id?: string };

/**
 * Hears what others change while a component lives: `useNews({ customers: ({ id }) => … })`. To be called
 * while the component starts.
 */
export function useNews(topics: Record<string, (news: Ids) => void>): void {
  const shell = useShell();
  $effect(() => {
    const handlers = Object.entries(topics).map(([topic, hear]) => [
      topic,
      (data: unknown) => hear((data ?? {}) as Ids),
    ]);
    const live = new Live(Object.fromEntries(handlers), () => shell.checkSession());
    return () => live.close();
  });
}
