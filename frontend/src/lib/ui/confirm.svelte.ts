export interface Question {
  title: string;
  text?: string;
  /** The word on the button that does it. */
  action: string;
  danger?: boolean;
  /** Asks for a reason too. */
  reason?: 'optional' | 'required';
}
/** `reason` is empty when none was asked for or given. */
export type Answer = { reason: string } | null;

/** The question that is open, if any. */
export const asked = $state<{ question: Question | null }>({ question: null });
let answerer: ((answer: Answer) => void) | null = null;

/** Asks before something that matters: `if (await ask({…})) …`. Null means no. */
export function ask(question: Question): Promise<Answer> {
  answerer?.(null);
  asked.question = question;
  return new Promise((resolve) => (answerer = resolve));
}

export function answer(given: Answer): void {
  asked.question = null;
  answerer?.(given);
  answerer = null;
}
