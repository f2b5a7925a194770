import type { Owned, Role } from '@portolan/server/port';
import { useId } from 'react';
import { ROLE_WORDS } from '../words/roles.ts';
import { Choice, Field } from './form.tsx';

/** What somebody may do, as a form has it: one role, and what an owner owns as texts. */
export interface Rights {
  readonly role: Role | 'none';
  readonly services: string;
  readonly teams: string;
  readonly sources: string;
}

export const NO_RIGHTS: Rights = { role: 'reader', services: '', teams: '', sources: '' };

/** The rights of somebody, to be changed in a form. */
export function rightsOf({ roles, owns }: { readonly roles: readonly Role[]; readonly owns: Owned }): Rights {
  const role = ROLE_WORDS.findLast(each => roles.includes(each.role))?.role ?? 'none';
  return {
    role,
    services: owns.services.join(', '),
    teams: owns.teams.join(', '),
    sources: owns.sources.join(', '),
  };
}

/** What is sent for them. */
export function sentRights({ role, services, teams, sources }: Rights): { roles: Role[]; owns: Owned } {
  return {
    roles: role === 'none' ? [] : [role],
    owns: { services: idsOf(services), teams: idsOf(teams), sources: idsOf(sources) },
  };
}

function idsOf(text: string): string[] {
  return [...new Set(text.split(/[,\n]/).map(id => id.trim()))].filter(id => id !== '');
}

interface Props {
  rights: Rights;
  onChange: (rights: Rights) => void;
  /** Roles that can be chosen. */
  choices?: readonly Role[];
}

/** Chooses a role, and for an owner what they own. */
export function RightsFields({ rights, onChange, choices = ROLE_WORDS.map(({ role }) => role) }: Props) {
  const group = useId();
  return (
    <>
      <fieldset className="form-choices">
        <legend>Role</legend>
        {ROLE_WORDS.filter(({ role }) => choices.includes(role)).map(({ role, name, says }) => (
          <Choice
            key={role}
            group={group}
            label={name}
            says={says}
            checked={rights.role === role}
            onChange={() => onChange({ ...rights, role })}
          />
        ))}
      </fieldset>
      {rights.role === 'owner' ? (
        <>
          <Field
            label="Services they own"
            says="Ids, with commas between; * for all."
            value={rights.services}
            onChange={services => onChange({ ...rights, services })}
          />
          <Field
            label="Teams they belong to"
            says="They own what these teams own."
            value={rights.teams}
            onChange={teams => onChange({ ...rights, teams })}
          />
          <Field
            label="Sources they may push to"
            value={rights.sources}
            onChange={sources => onChange({ ...rights, sources })}
          />
        </>
      ) : null}
    </>
  );
}
