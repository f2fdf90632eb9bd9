export type Toast = { id: number; text: string; tone: 'good' | 'bad' | 'calm' };

const shownMillis = { good: 6_000, calm: 6_000, bad: 12_000 };

/** Short messages in the corner; the newest last, at most four. */
class Toasts {
  items = $state<Toast[]>([]);
  #next = 1;

  show(text: string, tone: Toast['tone'] = 'calm'): void {
    const id = this.#next++;
    this.items = [...this.items.filter((item) => item.text !== text), { id, text, tone }].slice(-4);
    setTimeout(() => this.dismiss(id), shownMillis[tone]);
  }

  dismiss(id: number): void {
    this.items = this.items.filter((item) => item.id !== id);
  }
}

export const toasts = new Toasts();
