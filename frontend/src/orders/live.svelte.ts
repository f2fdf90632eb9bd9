import { Live } from '$lib/live.svelte';

/** Calls back when something of these topics changed, as long as the component lives. */
export function onNews(topics: Record<string, (id: string | undefined) => void>): void {
  $effect(() => {
    const handlers = Object.entries(topics).map(([topic, heard]) => [
      topic,
      (data: unknown) => heard((data as { id?: string } | null)?.id),
    ]);
    const live = new Live(Object.fromEntries(handlers) as Record<string, (data: unknown) => void>);
    return () => live.close();
  });
}

/** Calls at most once in a while, however many changes come at once. */
export function bundled(call: () => void, millis = 400): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, millis);
  };
}
