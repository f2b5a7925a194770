import { NO_SETTINGS, type Settings, type SignOff, type Waiver } from '@portolan/checks';
import { type SettledDecisions, today } from '@portolan/control';
import { type ComparedDocument, settle } from '@portolan/review';
import type { DecisionRecord } from '@portolan/stores/port';
import type { Known } from '../views/known.ts';

/** What counts for one document: what its repository decides, and what people decided here. */
export interface Decided {
  readonly repository?: SettledDecisions | undefined;
  readonly here: readonly DecisionRecord[];
}

/** A compared document with what was decided about its changes. */
export async function settledOf(document: ComparedDocument, { repository, here }: Decided, known: Known) {
  const open = here.filter(({ revoked }) => revoked === undefined);
  const settings: Settings = {
    ...NO_SETTINGS,
    waivers: [...(repository?.waivers ?? []), ...open.filter(({ kind }) => kind === 'waiver').map(waiverOf)],
    signOffs: [
      ...(repository?.signOffs ?? []),
      ...open.filter(({ kind }) => kind === 'sign-off').map(each => signOffOf(each, known)),
    ],
  };
  const deciding = { settingsOf: async () => settings, today: today(), root: repository?.root ?? '', charted: true };
  const { documents } = await settle([document], deciding);
  return documents[0] ?? document;
}

/** As settings would have it; it stands in no file. */
function decided({ change, reason }: DecisionRecord) {
  return { changes: [change], reason, folder: '', origin: { source: '', pointer: '' } };
}

function waiverOf(decision: DecisionRecord): Waiver {
  return { ...decided(decision), owner: decision.by.name, until: decision.until ?? '' };
}

/** Settings name services and teams as people call them. */
function signOffOf(decision: DecisionRecord, known: Known): SignOff {
  const { service = '', team = '', at } = decision;
  return {
    ...decided(decision),
    consumer: known.services.get(service)?.name ?? service,
    team: known.teams.get(team)?.name ?? team,
    on: at.slice(0, 10),
  };
}
