import { t } from '$lib/i18n/index.svelte';
import { refusedWords } from '$lib/refused';
import { toasts } from '$lib/ui/toasts.svelte';
import type { BoardState } from './state.svelte';

/** Pins or unpins the selected visit where it stands; a visit without a place cannot be pinned. */
export async function togglePin(board: BoardState): Promise<void> {
  const visit = board.selectedVisit;
  const place = visit ? board.index?.placed.get(visit.id)?.[0] : undefined;
  if (!visit || !place) return;
  try {
    await board.pin(visit.id, place.day.day, !place.stop.pinned);
  } catch (problem) {
    toasts.show(t('error.pin', { reason: refusedWords(problem) }), 'bad');
  }
}
