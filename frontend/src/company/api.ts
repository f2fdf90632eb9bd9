import type { components } from '$api/schema';
import { body, client, upload } from '$lib/http';

export type Company = components['schemas']['CompanyView'];

export const getCompany = () => client.GET('/api/company').then(body);

/** The logo stays; it has a way of its own. */
export function changeCompany(draft: Company): Promise<Company> {
  const form: Omit<Company, 'logoFileId'> & { logoFileId?: unknown } = { ...draft };
  delete form.logoFileId;
  return client.PUT('/api/company', { body: form }).then(body);
}

export function changeLogo(file: File): Promise<Company> {
  const form = new FormData();
  form.set('file', file);
  return upload<Company>('/api/company/logo', form, { method: 'PUT' });
}

export const removeLogo = () => client.DELETE('/api/company/logo').then(body);

/** The file's id keeps an old logo out of the browser's memory. */
export const logoAddress = (company: Company) =>
  company.logoFileId ? `/api/company/logo?of=${company.logoFileId}` : null;

export const sampleAddress = (language: string) => `/api/company/sample-paper.pdf?language=${language}`;
