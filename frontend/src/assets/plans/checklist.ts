export interface ChecklistItem {
  text: string;
  required: boolean;
}

const most = 500;

/** One item a line; those that begin with `!` are required. */
export const readChecklist = (lines: string): ChecklistItem[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .map((line) => ({ text: line.replace(/^!\s*/, '').slice(0, most), required: line.startsWith('!') }))
    .filter(({ text }) => text !== '');

export const checklistLines = (items: readonly ChecklistItem[]): string =>
  items.map(({ text, required }) => (required ? `! ${text}` : text)).join('\n');
