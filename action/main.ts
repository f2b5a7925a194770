/** What the GitHub Action runs: the check, then the comment. It is set by the environment that `action.yml` gives. */
import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refused } from './api.ts';
import { baseOf, type Event } from './base.ts';
import { keepComment, type Outcome } from './comment.ts';

const PORTOLAN = join(import.meta.dirname, '..', 'apps', 'cli', 'bin', 'portolan.mjs');

const env = process.env;
const scratch = await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'portolan-'));
try {
  process.exitCode = await main();
} catch (error) {
  // Not 1, which says that documents are not in order.
  say('error', `The check could not be made: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 3;
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function main(): Promise<number> {
  const event = JSON.parse(await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8')) as Event;
  const against = env.INPUT_AGAINST || (await baseOf(event));
  if (!against) {
    say('error', 'This event tells no revision to compare with: name one with `against`.');
    return 2;
  }
  const files = {
    markdown: join(scratch, 'comment.md'),
    json: join(scratch, 'check.json'),
    sarif: env.INPUT_SARIF || join(scratch, 'sarif'),
  };
  const exit = await check(event, against, files);
  // Wrong usage and faults have told what they are; there is nothing to comment on.
  if (exit > 1) return exit;
  const { verdict, says, changes } = JSON.parse(await readFile(files.json, 'utf8'));
  const body = await readFile(files.markdown, 'utf8');
  const quiet = verdict === 'well' && changes.documents.length === 0;
  const comment = await tell(event, body, quiet);
  await output({ verdict, says, sarif: files.sarif, comment });
  return exit;
}

/** Runs the check; its annotations go to the log. */
async function check(
  event: Event,
  against: string,
  files: Readonly<Record<'markdown' | 'json' | 'sarif', string>>,
): Promise<number> {
  const also = Object.entries(files).flatMap(([format, file]) => ['--also', `${format}=${file}`]);
  const others = lines(env.INPUT_WITH);
  const args = [
    'check',
    ...['--against', against, '--format', 'github', ...also],
    ...(env.INPUT_FAIL_ON ? ['--fail-on', env.INPUT_FAIL_ON] : []),
    ...(env.INPUT_REQUIRE_VERSION === 'true' ? ['--require-version'] : []),
    ...(others.length > 0 ? ['--with', ...others] : []),
    ...pushed(event),
    '--',
    ...lines(env.INPUT_PATHS),
  ];
  const child = spawn(process.execPath, [PORTOLAN, ...args], { stdio: 'inherit' });
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 3));
  });
}

/** What sends the check to a Portolan, too. A title is of whoever opened the pull request: it stays a value. */
function pushed({ pull_request: pull }: Event): string[] {
  if (!env.INPUT_PUSH_TO) return [];
  const title = pull?.title === undefined ? [] : [`--title=#${pull.number} ${pull.title}`];
  return [`--push-to=${env.INPUT_PUSH_TO}`, `--as=${env.INPUT_AS ?? ''}`, ...title];
}

/** A comment on the pull request; where there is none, or it may not be written, the summary of the job. */
async function tell(event: Event, body: string, quiet: boolean): Promise<Outcome | 'refused' | 'off'> {
  const pull = event.pull_request?.number;
  if (env.INPUT_COMMENT === 'false' || pull === undefined || !env.INPUT_TOKEN) {
    await summary(body);
    return 'off';
  }
  const api = { url: env.GITHUB_API_URL ?? 'https://api.github.com', token: env.INPUT_TOKEN };
  const name = (env.INPUT_NAME || 'default').replace(/[^\w.-]+/g, '-');
  const run = [Number(env.GITHUB_RUN_NUMBER ?? 0), Number(env.GITHUB_RUN_ATTEMPT ?? 1)] as const;
  try {
    return await keepComment(api, { repository: env.GITHUB_REPOSITORY ?? '', pull, name, run, body, quiet });
  } catch (error) {
    // Whether a comment can be written must not decide whether a change may be merged.
    await summary(body);
    const usual = error instanceof Refused && [401, 403, 404].includes(error.status);
    const why = usual ? 'this run may not write comments, as is usual for forks' : String(error);
    say('notice', `There is no comment: ${why}. The summary of the job tells what it would have said.`);
    return 'refused';
  }
}

async function summary(body: string): Promise<void> {
  if (env.GITHUB_STEP_SUMMARY) await appendFile(env.GITHUB_STEP_SUMMARY, `${body}\n`);
}

async function output(values: Readonly<Record<string, string>>): Promise<void> {
  if (!env.GITHUB_OUTPUT) return;
  const told = Object.entries(values).map(([name, value]) => `${name}=${value.replace(/[\r\n]+/g, ' ')}\n`);
  await appendFile(env.GITHUB_OUTPUT, told.join(''));
}

function say(level: 'error' | 'notice', text: string): void {
  console.info(`::${level}::${text.replace(/%/g, '%25').replace(/\r?\n/g, ' ')}`);
}

/** One a line; blank lines are none. */
function lines(text = ''): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}
