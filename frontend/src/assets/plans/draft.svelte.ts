import { t } from '$lib/i18n/index.svelte';
import type { Asset, Customer, Site } from '$lib/pickers/api';
import type { FormState } from '$lib/ui/form.svelte';
import type { Plan, PlanForm } from './api';
import { checklistLines, readChecklist } from './checklist';
import { ruleText, usualRule } from './rule';

/** What is typed of a maintenance plan, new or known. */
export class PlanDraft {
  name = $state('');
  rule = $state('');
  startsOn = $state<string | null>(null);
  leadDays = $state<number | null>(30);
  customer = $state.raw<Customer | null>(null);
  site = $state.raw<Site | null>(null);
  assets = $state.raw<Pick<Asset, 'id' | 'modelName' | 'serial' | 'location'>[]>([]);
  durationMinutes = $state<number | null>(60);
  priority = $state<Plan['priority']>('NORMAL');
  skillId = $state<string | null>(null);
  skillLevel = $state<number | null>(null);
  scope = $state('');
  checklist = $state('');
  notes = $state('');
  readonly #plan: Plan | undefined;

  /** Its customer and site are set by who has loaded them. */
  constructor(today: string, plan?: Plan) {
    this.#plan = plan;
    this.startsOn = plan?.startsOn ?? today;
    this.rule = plan?.rule ?? ruleText(usualRule(today));
    if (!plan) return;
    this.name = plan.name;
    this.leadDays = plan.leadDays;
    this.assets = plan.assets.map(({ id, name, serial }) => ({ id, serial, modelName: name, location: '' }));
    this.durationMinutes = plan.durationMinutes;
    this.priority = plan.priority;
    this.skillId = plan.skills[0]?.skillId ?? null;
    this.skillLevel = plan.skills[0]?.level ?? null;
    this.scope = plan.scope;
    this.checklist = checklistLines(plan.checklist);
    this.notes = plan.notes;
  }

  /** A new first day moves a rule that follows it, as long as nobody has made the rule another. */
  setStart(day: string | null): void {
    const untouched = this.startsOn !== null && this.rule === ruleText(usualRule(this.startsOn));
    this.startsOn = day;
    if (day && untouched) this.rule = ruleText(usualRule(day));
  }

  /** What to send; null when something is missing, which is said beside it. */
  check(form: FormState): PlanForm | null {
    const missing = (present: boolean) => !present && t('form.required');
    const { customer, site, startsOn, durationMinutes, leadDays } = this;
    const fine = form.check({
      name: missing(!!this.name.trim()),
      customerId: missing(!!customer),
      siteId: missing(!!site),
      startsOn: missing(!!startsOn),
      rule: missing(!!this.rule.trim()),
      durationMinutes: missing(durationMinutes !== null),
      leadDays: missing(leadDays !== null),
    });
    if (!fine || !customer || !site || !startsOn || durationMinutes === null) return null;
    const { name, rule, priority, scope, notes, skillId, skillLevel } = this;
    const kept = this.#plan;
    const first = skillId ? [{ skillId, level: skillLevel ?? 1 }] : [];
    return {
      version: kept?.version,
      ...{ name, rule, startsOn, leadDays, durationMinutes, priority, scope, notes },
      customerId: customer.id,
      siteId: site.id,
      assetIds: this.assets.map(({ id }) => id),
      checklist: readChecklist(this.checklist),
      // What this form does not show stays as it is.
      skills: [...first, ...(kept?.skills ?? []).slice(1).filter((one) => one.skillId !== skillId)],
      type: kept?.type,
      contactId: kept?.customerId === customer.id ? kept.contactId : null,
      payerId: kept?.payerId,
      partsToCollect: kept?.partsToCollect ?? [],
      lines: kept?.lines ?? [],
    };
  }
}
