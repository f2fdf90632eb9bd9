import { t } from '$lib/i18n/index.svelte';
import type { Customer, Model, Site } from '$lib/pickers/api';
import type { FormState } from '$lib/ui/form.svelte';
import type { Asset, AssetForm } from './api';

export interface WarrantyDraft {
  key: number;
  number: string;
  from: string | null;
  until: string | null;
  coversLabour: boolean;
  coversParts: boolean;
  coversTravel: boolean;
}
export interface CharacteristicDraft {
  key: number;
  name: string;
  value: string;
}

let keys = 0;

/** What is typed of an asset, new or known. */
export class AssetDraft {
  serial = $state('');
  model = $state.raw<Pick<Model, 'id' | 'brand' | 'name' | 'kind'> | null>(null);
  customer = $state.raw<Customer | null>(null);
  site = $state.raw<Site | null>(null);
  location = $state('');
  supplier = $state('');
  deliveredOn = $state<string | null>(null);
  commissionedOn = $state<string | null>(null);
  notes = $state('');
  warranties = $state<WarrantyDraft[]>([]);
  characteristics = $state<CharacteristicDraft[]>([]);
  readonly #version: number | undefined;
  readonly #active: boolean;

  /** Its customer and site are set by who has loaded them. */
  constructor(asset?: Asset) {
    this.#version = asset?.version;
    this.#active = asset?.active ?? true;
    if (!asset) return;
    this.serial = asset.serial;
    this.model = { id: asset.modelId, brand: asset.modelName, name: '', kind: asset.modelKind };
    this.location = asset.location;
    this.supplier = asset.supplier;
    this.deliveredOn = asset.deliveredOn ?? null;
    this.commissionedOn = asset.commissionedOn ?? null;
    this.notes = asset.notes;
    this.warranties = asset.warranties.map((warranty) => ({ key: keys++, ...warranty }));
    this.characteristics = asset.characteristics.map((one) => ({ key: keys++, ...one }));
  }

  /** One more, from the day it was commissioned or today, for two years. */
  addWarranty(today: string): void {
    const from = this.commissionedOn ?? this.deliveredOn ?? today;
    const until = new Date(Date.parse(from));
    until.setUTCFullYear(until.getUTCFullYear() + 2);
    until.setUTCDate(until.getUTCDate() - 1);
    this.warranties.push({
      key: keys++,
      number: '',
      from,
      until: until.toISOString().slice(0, 10),
      coversLabour: true,
      coversParts: true,
      coversTravel: false,
    });
  }

  addCharacteristic(): void {
    this.characteristics.push({ key: keys++, name: '', value: '' });
  }

  /** What to send; null when something is missing, which is said beside it. */
  check(form: FormState): AssetForm | null {
    const missing = (present: unknown) => !present && t('form.required');
    const { model, customer, site } = this;
    const named = this.characteristics.filter(({ name, value }) => name.trim() || value.trim());
    const dates = this.warranties.flatMap(({ from, until }, i) => [
      [`warranties[${i}].from`, missing(from)] as const,
      [`warranties[${i}].until`, missing(until)] as const,
    ]);
    const fine = form.check({
      modelId: missing(model),
      serial: missing(this.serial.trim()),
      customerId: missing(customer),
      siteId: missing(site),
      ...Object.fromEntries(dates),
      ...Object.fromEntries(named.map(({ name }, i) => [`characteristics[${i}].name`, missing(name.trim())])),
    });
    if (!fine || !model || !customer || !site) return null;
    const { serial, location, supplier, deliveredOn, commissionedOn, notes } = this;
    return {
      version: this.#version,
      serial,
      modelId: model.id,
      customerId: customer.id,
      siteId: site.id,
      location,
      supplier,
      deliveredOn,
      commissionedOn,
      notes,
      active: this.#active,
      warranties: this.warranties.map(({ number, from, until, coversLabour, coversParts, coversTravel }) => ({
        number,
        from: from ?? '',
        until: until ?? '',
        ...{ coversLabour, coversParts, coversTravel },
      })),
      characteristics: named.map(({ name, value }) => ({ name, value })),
    };
  }
}

/** The same asset as it is sent, with something changed. */
export function formOf(asset: Asset, changed: Partial<AssetForm>): AssetForm {
  const { version, serial, modelId, customerId, siteId, location, supplier, deliveredOn } = asset;
  const { commissionedOn, notes, active, warranties, characteristics } = asset;
  return {
    ...{ version, serial, modelId, customerId, siteId, location, supplier, deliveredOn },
    ...{ commissionedOn, notes, active, warranties, characteristics },
    ...changed,
  };
}
