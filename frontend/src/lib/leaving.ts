import { t } from './i18n/index.svelte';
import { ask } from './ui/confirm.svelte';

/** Closes a form that lies over a page; asks first when that would lose what was typed. */
export async function closeAsking(form: { readonly dirty: boolean }, close: () => void): Promise<void> {
  const question = {
    title: t('form.leaveTitle'),
    text: t('form.leaveText'),
    action: t('form.leave'),
    danger: true,
  };
  if (!form.dirty || (await ask(question))) close();
}
