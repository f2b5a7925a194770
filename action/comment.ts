import { type Api, all, Refused, request } from './api.ts';

/** The comment that is to be there. */
export interface Wanted {
  /** `owner/name` */
  readonly repository: string;
  /** Number of the pull request. */
  readonly pull: number;
  /** Tells comments of several checks apart: letters, digits, `.`, `_` and `-`. */
  readonly name: string;
  /** Grows with every run: the number of the run and of its attempt. */
  readonly run: readonly [number: number, attempt: number];
  readonly body: string;
  /** Nothing is worth a comment: one that is there is shortened to the body, and none is made. */
  readonly quiet: boolean;
}

/** What became of it. `kept`: a newer run was faster, and what it wrote stays. */
export type Outcome = 'created' | 'updated' | 'kept' | 'none';

interface Comment {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly type?: string } | null;
  readonly author_association?: string;
}

/**
 * Keeps exactly one comment up to date, also where several runs do so at once: the oldest comment stays, whoever finds
 * that its own is a later one takes it away, and no run overwrites what a newer one wrote.
 *
 * Throws `Refused` where the token may not write, which is usual for pull requests from forks.
 */
export async function keepComment(api: Api, wanted: Wanted): Promise<Outcome> {
  // What another run takes away while this one looks at it is looked for once more.
  return await keep(api, wanted).catch((error: unknown) => {
    if (error instanceof Refused && error.status === 404) return keep(api, wanted);
    throw error;
  });
}

async function keep(api: Api, wanted: Wanted): Promise<Outcome> {
  const text = { body: `${markOf(wanted)}\n${wanted.body}` };
  const [oldest, ...later] = await ours(api, wanted);
  if (oldest) {
    // Left over from a run that was interrupted.
    for (const comment of later) if (!isNewer(comment, wanted)) await remove(api, wanted, comment.id);
    return isNewer(oldest, wanted) ? 'kept' : await update(api, wanted, oldest.id, text);
  }
  if (wanted.quiet) return 'none';
  const answer = await request(api, 'POST', `${issuesOf(wanted)}/${wanted.pull}/comments`, text);
  const { id } = (await answer.json()) as Comment;
  const [first] = await ours(api, wanted);
  if (!first || first.id >= id) return 'created';
  await remove(api, wanted, id);
  return isNewer(first, wanted) ? 'kept' : await update(api, wanted, first.id, text);
}

/** Comments that this check made, the oldest first. */
async function ours(api: Api, wanted: Wanted): Promise<Comment[]> {
  const found = await all<Comment>(api, `${issuesOf(wanted)}/${wanted.pull}/comments?per_page=100`);
  return found
    .filter(comment => runIn(comment, wanted) !== undefined && isTrusted(comment))
    .sort((a, b) => a.id - b.id);
}

/** Anybody may write a comment that looks like ours. One who has no say in the repository must not stop us by that. */
function isTrusted({ user, author_association: association = '' }: Comment): boolean {
  return user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association);
}

function markOf({ name, run }: Wanted): string {
  return `<!-- portolan-check name=${name} run=${run.join('.')} -->`;
}

function runIn({ body = '' }: Comment, { name }: Wanted): Wanted['run'] | undefined {
  const found = /^<!-- portolan-check name=([\w.-]+) run=(\d+)\.(\d+) -->/.exec(body);
  return found?.[1] === name ? [Number(found[2]), Number(found[3])] : undefined;
}

function isNewer(comment: Comment, wanted: Wanted): boolean {
  const [number, attempt] = runIn(comment, wanted) ?? [0, 0];
  return number > wanted.run[0] || (number === wanted.run[0] && attempt > wanted.run[1]);
}

async function update(api: Api, wanted: Wanted, id: number, text: { body: string }): Promise<Outcome> {
  await request(api, 'PATCH', `${issuesOf(wanted)}/comments/${id}`, text);
  return 'updated';
}

/** One that somebody else has just taken away is gone, which is all we want. */
async function remove(api: Api, wanted: Wanted, id: number): Promise<void> {
  await request(api, 'DELETE', `${issuesOf(wanted)}/comments/${id}`).catch((error: unknown) => {
    if (!(error instanceof Refused && error.status === 404)) throw error;
  });
}

function issuesOf({ repository }: Wanted): string {
  return `repos/${repository}/issues`;
}
