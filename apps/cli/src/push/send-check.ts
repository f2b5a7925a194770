import { type CheckReport, printCheckJson } from '@portolan/review';
import type { KeptCheckView } from '@portolan/server/port';
import { faults } from '../faults.ts';
import { commitOf } from '../revisions/git.ts';
import { addressIn, ask } from './ask.ts';
import { factsFrom } from './facts.ts';
import { tokenFor } from './token.ts';

/** Where `check` sends what it found, as the command line gives it. */
export interface CheckTarget {
  readonly pushTo?: string;
  readonly as?: string;
  readonly tokenFrom?: string;
  readonly title?: string;
}

const COMMAND = 'portolan check';

/** The most that a server takes of a title. */
const LONGEST_TITLE = 500;

/**
 * What sends a check to a Portolan and answers where people read it; undefined where nothing is to be sent. Everything
 * that can be wrong about it is found before anything is checked.
 *
 * Faults: CLI_USAGE, CONTROL_SECRET_MISSING; of sending those of `ask`.
 */
export async function checkSender(
  { pushTo: server, as: name, tokenFrom, title }: CheckTarget,
  env: NodeJS.ProcessEnv,
): Promise<((report: CheckReport) => Promise<string>) | undefined> {
  if (server === undefined) return undefined;
  if (name === undefined)
    throw faults.USAGE({ problem: '`--push-to` needs the name of the source: `--as orders`.', command: COMMAND });
  const address = addressIn(server, 'api/v1/checks', { option: '--push-to', command: COMMAND });
  const token = await tokenFor({ server, name, command: COMMAND }, tokenFrom);
  return async report => {
    const link = linkFrom(env);
    const called = (title ?? env.CI_MERGE_REQUEST_TITLE ?? '').trim().slice(0, LONGEST_TITLE);
    const body = {
      source: name,
      revision: factsFrom({}, env).commit ?? (await commitOf('HEAD')),
      base: report.against,
      ...(called !== '' && { title: called }),
      ...(link !== undefined && { link }),
      report: JSON.parse(printCheckJson(report)),
    };
    const headers = {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const request = { method: 'POST', body: JSON.stringify(body), headers, redirect: 'manual' } as const;
    return (await ask<KeptCheckView>(address, request)).page;
  };
}

/** Address of the run of CI around it. */
function linkFrom(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, CI_JOB_URL: job } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : job || undefined;
}
