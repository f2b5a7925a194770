import { VERDICTS } from '@portolan/changes';
import { integer, list, object, ref, string, words } from '../json-schema.ts';

const day = { type: 'string', format: 'date' };
const counts = (...names: readonly string[]) => object(Object.fromEntries(names.map(name => [name, integer])));

/** The page of the governance lead. */
export const governanceSchemas = {
  GovernedWeek: object({
    start: day,
    revisions: counts(...VERDICTS),
    checks: counts('breaking', 'findings', 'version', 'not-checked', 'settled', 'well'),
  }),
  GovernedWaiver: object({
    from: words('here', 'repository'),
    document: string,
    changes: list(string),
    owner: string,
    reason: string,
    until: string,
    state: words('open', 'expiring', 'expired', 'taken-back'),
  }),
  Governance: object({
    since: day,
    days: integer,
    weeks: list(ref('GovernedWeek')),
    codes: list(object({ code: string, breaking: integer, notChecked: integer, documents: integer })),
    teams: list(object({ revisions: integer, breaking: integer }, { team: string, name: string })),
    findings: list(object({ code: string, severity: ref('Severity'), count: integer })),
    waivers: list(ref('GovernedWaiver')),
    signOffs: list(ref('DecisionView')),
    cuts: list(string),
  }),
};
