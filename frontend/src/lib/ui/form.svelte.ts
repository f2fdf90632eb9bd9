import { tick } from 'svelte';
import { ApiProblem } from '../http';
import { t } from '../i18n/index.svelte';
import { guardLeaving } from '../router.svelte';
import { fieldErrors } from './fieldErrors';

/** One form: what is wrong with it, whether it is being sent, whether leaving it would lose something. */
export class FormState {
  /** By the control's `name`. */
  errors = $state<Record<string, string | undefined>>({});
  /** What is wrong with the whole. */
  problem = $state<string | null>(null);
  busy = $state(false);
  /** Something was changed since it was loaded or saved. */
  dirty = $state(false);
  #element: HTMLElement | null = null;

  /** For `<Form {form}>`: knows the element, and asks before it is left unsaved. */
  attach(element: HTMLElement): () => void {
    this.#element = element;
    const release = guardLeaving(() => this.dirty, element);
    return () => {
      release();
      this.#element = null;
    };
  }

  touch(): void {
    this.dirty = true;
  }

  /** Shows these errors and no others; true when there is none: `form.check({ name: !name && t('form.required') })`. */
  check(errors: Record<string, string | false | null | undefined>): boolean {
    const wrong = Object.entries(errors).filter(([, text]) => text) as [string, string][];
    this.errors = Object.fromEntries(wrong);
    this.problem = null;
    if (wrong.length > 0) void this.#focusBad();
    return wrong.length === 0;
  }

  /** Runs what saves the form; true when it succeeded. Problems are shown, never thrown. */
  async run(save: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.errors = {};
    // Text that is no number has not reached the draft: saving would silently keep the older value.
    if (this.#element?.querySelector('[data-wrong]')) {
      this.problem = t('form.correct');
      void this.#focusBad();
      return false;
    }
    this.busy = true;
    this.problem = null;
    const wasDirty = this.dirty;
    // What `save` does after the answer, such as going elsewhere, loses nothing.
    this.dirty = false;
    try {
      await save();
      return true;
    } catch (fault) {
      this.dirty = wasDirty;
      this.#explain(fault);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #explain(fault: unknown): void {
    if (!(fault instanceof ApiProblem)) {
      this.problem = fault instanceof Error ? fault.message : String(fault);
      return;
    }
    const controls = this.#element?.querySelectorAll('[name]') ?? [];
    const { fields, rest } = fieldErrors(
      fault,
      [...controls].map((control) => control.getAttribute('name') ?? ''),
    );
    this.errors = fields;
    if (fault.status === 0) this.problem = t('error.unreachable');
    else if (fault.code === 'changed-meanwhile') this.problem = t('form.changed');
    else if (Object.keys(fields).length === 0) this.problem = fault.message;
    else this.problem = [t('form.correct'), ...rest].join(' ');
    void this.#focusBad();
  }

  async #focusBad(): Promise<void> {
    await tick();
    this.#element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}
