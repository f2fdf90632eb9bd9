import type { Coordinates } from '$api/types';
import { t } from '$lib/i18n/index.svelte';
import type { FormState } from '$lib/ui/form.svelte';
import type { FoundAddress, Site, SiteForm } from './api';

/** What is typed of a site, new or known. */
export class SiteDraft {
  name = $state('');
  street = $state('');
  houseNumber = $state('');
  postcode = $state('');
  city = $state('');
  coordinates = $state.raw<Coordinates | null>(null);
  accessNotes = $state('');
  readonly #version: number | undefined;

  constructor(site?: Site) {
    if (!site) return;
    this.#version = site.version;
    this.name = site.name;
    this.street = site.address.street;
    this.houseNumber = site.address.houseNumber;
    this.postcode = site.address.postcode;
    this.city = site.address.city;
    this.coordinates = site.coordinates;
    this.accessNotes = site.accessNotes;
  }

  /** Fills in what was found; where only the spot is known, the address stays as typed. */
  take(found: FoundAddress): void {
    this.coordinates = found.coordinates;
    this.takeAddress(found);
  }

  /** Fills in the address; the pin stays where it is. */
  takeAddress(found: FoundAddress): void {
    if (found.kind === 'SPOT') return;
    this.street = found.street;
    this.houseNumber = found.houseNumber;
    this.postcode = found.postcode;
    this.city = found.city;
  }

  /** Whether the address found is the one typed already. */
  reads(found: FoundAddress): boolean {
    return found.street === this.street && found.houseNumber === this.houseNumber && found.city === this.city;
  }

  check(form: FormState): SiteForm | null {
    const { coordinates } = this;
    const fine = form.check({
      city: !this.city.trim() && t('form.required'),
      coordinates: !coordinates && t('customers.coordinatesMissing'),
    });
    if (!fine || !coordinates) return null;
    const { name, street, houseNumber, postcode, city, accessNotes } = this;
    return {
      version: this.#version,
      name,
      address: { street, houseNumber, postcode, city },
      coordinates,
      accessNotes,
    };
  }
}
