/** What spreadsheets would take for the start of a formula (OWASP, CSV injection). */
const formulaStarts = /^[=+\-@\t\r]/;

const harmless = (text: string) => (formulaStarts.test(text) ? `'${text}` : text);

/** Rows as CSV (RFC 4180) with the byte order mark that spreadsheets want; typed text never becomes a formula. */
export function csvOf(header: string[], rows: (string | number | null)[][]): string {
  const cell = (value: string | number | null) => {
    const text = typeof value === 'string' ? harmless(value) : String(value ?? '');
    return `"${text.replaceAll('"', '""')}"`;
  };
  const lines = [header, ...rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
