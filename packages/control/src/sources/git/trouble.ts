import { masked } from '../secret.ts';
import { GitFailed } from './run-git.ts';

/** What git says, and what it means for somebody who has to mend it. The first that fits counts. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [
    /could not read (Username|Password)|Authentication failed|terminal prompts disabled|error: 40[13]\b|Permission denied/i,
    'it refuses us: check the credentials, and that they may read this repository',
  ],
  [
    /Host key verification failed|No \w+ host key is known/i,
    'the key of the host is not known: add it to the known hosts of this user',
  ],
  [/Could not resolve host/i, 'its host is unknown'],
  [/SSL certificate|certificate verif|server certificate/i, 'its certificate is not trusted'],
  [/unable to update url base from redirection|redirect/i, 'it leads to another address: use that one'],
  [/transport '[^']*' not allowed/i, 'it wants to be read over another protocol'],
  [
    /error: 404|repository '[^']*' not found|does not appear to be a git repository|Repository not found|not exported/i,
    'there is no such repository, or we may not see it',
  ],
  [
    /Connection (refused|timed out|reset)|Failed to connect|Could not connect|unable to connect|No route to host|Network is unreachable|Empty reply|error: 5\d\d|early EOF|remote end hung up/i,
    'it does not answer',
  ],
];

/** Why git failed, in a few words without any secret. */
export function reasonOf(error: unknown, secrets: readonly string[] = []): string {
  if (!(error instanceof GitFailed))
    return masked((error instanceof Error ? error.message : String(error)).replace(/\.$/, ''), secrets);
  if (error.ended === 'missing') return 'the program git is not installed here';
  if (error.ended === 'late') return 'it took too long';
  if (error.ended === 'too much') return 'it is larger than Portolan reads';
  if (error.ended === 'aborted') return 'it was ended';
  const meaning = MEANINGS.find(([pattern]) => pattern.test(error.said));
  if (meaning) return meaning[1];
  const line = error.said.split('\n').findLast(text => /^(fatal|error):/.test(text)) ?? error.said.trim();
  return masked(line.replace(/^(fatal|error): /, '').replace(/\.$/, ''), secrets) || 'git ended without a word';
}

/** Whether git failed for nothing that the other side did, so that the copy here is broken and a new one may help. */
export function isBroken(error: unknown): boolean {
  return error instanceof GitFailed && error.ended === undefined && !MEANINGS.some(([known]) => known.test(error.said));
}
