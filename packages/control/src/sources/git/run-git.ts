import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** One run of git. */
export interface GitRun {
  /** Bare repository that it works in. Absent: none. */
  readonly mirror?: string;
  /** What it reads on its standard input. */
  readonly input?: string;
  /** Scheme that it may use to reach others: `https`. Absent: it reaches nobody. */
  readonly scheme?: string;
  /** Further configuration, which never shows in a list of processes. */
  readonly config?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which it is ended. Default 60,000. */
  readonly timeout?: number;
  /** Largest output in bytes. Default 1 GiB. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

/** Git said no, or could not be run. */
export class GitFailed extends Error {
  override readonly name = 'GitFailed';
  /** What git said on its standard error output, as it is: it may hold secrets. */
  readonly said: string;
  /** Why it was not git's own decision to end. */
  readonly ended: 'missing' | 'late' | 'too much' | 'aborted' | undefined;

  constructor(said: string, ended?: GitFailed['ended']) {
    super('git failed');
    this.said = said;
    this.ended = ended;
  }
}

/** Variables of ours that git and its helpers need: where programs and certificates are, and which proxy to use. */
const PASSED =
  /^(PATH|PATHEXT|SYSTEMROOT|TEMP|TMP|TMPDIR|HOME|USER|USERPROFILE|SSH_AUTH_SOCK|SSL_CERT_(FILE|DIR)|GIT_SSL_CAINFO|(HTTPS?|NO|ALL)_PROXY)$/i;

/** Never: hooks, submodules, helpers that ask, redirects to other hosts, housekeeping in the background. */
const CONFIG: Readonly<Record<string, string>> = {
  'core.hooksPath': devNull,
  'core.fsmonitor': 'false',
  'core.askPass': '',
  'credential.helper': '',
  'fetch.recurseSubmodules': 'false',
  'gc.auto': '0',
  'http.followRedirects': 'false',
  'http.lowSpeedLimit': '1000',
  'http.lowSpeedTime': '20',
  'maintenance.auto': 'false',
  'submodule.recurse': 'false',
};

/**
 * Runs git without a shell, with nothing of the configuration of this machine or its user, and gives what it printed.
 *
 * @throws GitFailed
 */
export function runGit(args: readonly string[], run: GitRun = {}): Promise<Buffer> {
  const { mirror, input = '', timeout = 60_000, maxBytes = 1 << 30, signal } = run;
  const named = mirror === undefined ? [] : ['--git-dir', mirror];
  return new Promise((done, fail) => {
    if (signal?.aborted) return fail(new GitFailed('', 'aborted'));
    const own = process.platform !== 'win32';
    const child = spawn('git', [...named, ...args], { env: environmentOf(run), detached: own, windowsHide: true });
    const out: Buffer[] = [];
    let [size, said] = [0, ''];
    let ended: GitFailed['ended'];

    function end(why: GitFailed['ended']): void {
      ended ??= why;
      // What git started, such as the one that speaks to the server, ends with it.
      if (own && child.pid !== undefined) kill(-child.pid);
      else child.kill('SIGKILL');
    }

    const late = setTimeout(() => end('late'), timeout);
    const aborted = () => end('aborted');
    signal?.addEventListener('abort', aborted, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) end('too much');
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (said.length < 20_000) said += chunk;
    });
    child.stdin.on('error', () => undefined);
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') ended = 'missing';
      said += error.message;
    });
    child.on('close', code => {
      clearTimeout(late);
      signal?.removeEventListener('abort', aborted);
      if (code === 0 && ended === undefined) done(Buffer.concat(out));
      else fail(new GitFailed(said, ended));
    });
    child.stdin.end(input);
  });
}

function kill(group: number): void {
  try {
    process.kill(group, 'SIGKILL');
  } catch {
    // It ended by itself in this moment.
  }
}

function environmentOf({ scheme = 'none', config = {}, env = {} }: GitRun): NodeJS.ProcessEnv {
  const passed = Object.entries(process.env).filter(([name]) => PASSED.test(name));
  const settings = Object.entries({ ...CONFIG, ...config });
  return {
    ...Object.fromEntries(passed),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: scheme,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], n) => [
        [`GIT_CONFIG_KEY_${n}`, key],
        [`GIT_CONFIG_VALUE_${n}`, value],
      ]),
    ),
    ...env,
  };
}
