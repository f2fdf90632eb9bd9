import type { components } from '$api/schema';
import { body, client } from '$lib/http';
import type { ListAnswer, ListRequest } from '$lib/ui/list.svelte';

type Schemas = components['schemas'];
export type Technician = Schemas['TechnicianView'];
export type TechnicianForm = Schemas['TechnicianForm'];
export type Skill = Schemas['SkillView'];
export type Territory = Schemas['TerritoryView'];
export type Van = Schemas['VanView'];

/** What technicians refer to, by id. */
export interface Registers {
  skills: Skill[];
  territories: Territory[];
  vans: Van[];
}

/** The most that one answer holds. */
const most = { params: { query: { size: 200 } } };

export const listTechnicians = ({
  search,
  page,
  size,
  signal,
}: ListRequest<Record<never, string>>): Promise<ListAnswer<Technician>> =>
  client.GET('/api/technicians', { params: { query: { search, page, size } }, signal }).then(body);

export const createTechnician = (form: TechnicianForm): Promise<Technician> =>
  client.POST('/api/technicians', { body: form }).then(body);

export const changeTechnician = (id: string, form: TechnicianForm): Promise<Technician> =>
  client.PUT('/api/technicians/{id}', { params: { path: { id } }, body: form }).then(body);

export async function registers(): Promise<Registers> {
  const [skills, territories, vans] = await Promise.all([
    client.GET('/api/skills', most).then(body),
    client.GET('/api/territories', most).then(body),
    client.GET('/api/vans', most).then(body),
  ]);
  return { skills: skills.items, territories: territories.items, vans: vans.items };
}
