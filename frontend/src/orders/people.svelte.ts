import { skills, technicians, type Skill, type Technician } from './api';

/** Names of technicians and skills, loaded once for a page. */
export class People {
  technicians = $state.raw<Technician[]>([]);
  skills = $state.raw<Skill[]>([]);

  constructor() {
    void Promise.all([technicians(), skills()])
      .then(([people, known]) => {
        this.technicians = people;
        this.skills = known;
      })
      .catch(() => undefined);
  }

  technician = (id: string): string => this.technicians.find((t) => t.id === id)?.name ?? '…';
  names = (ids: readonly string[]): string => ids.map(this.technician).join(', ');
  skill = (id: string): string => this.skills.find((s) => s.id === id)?.name ?? '…';
}
