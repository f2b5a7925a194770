import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A real repository that a test works in. */
export interface TestRepository {
  readonly path: string;
  /** Address of it as a source. */
  readonly address: string;
  /** Writes files (null removes one) and commits them. */
  commit(files: Readonly<Record<string, string | null>>): void;
  git(...args: readonly string[]): string;
}

/** A small document; what stands at its end is up to the test. */
export function document(title: string, more = ''): string {
  return `asyncapi: 3.0.0\ninfo: { title: ${title}, version: 1.0.0 }\n${more}`;
}

/** A folder that goes away after the test. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'portolan-git-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  return path;
}

/** Makes a repository whose default branch is `main`. */
export function repositoryIn(path: string): TestRepository {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Example',
    GIT_AUTHOR_EMAIL: 'example@example.com',
    GIT_COMMITTER_NAME: 'Example',
    GIT_COMMITTER_EMAIL: 'example@example.com',
  };
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...args], { cwd: path, env, stdio: 'pipe' }).toString();
  mkdirSync(path, { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'uploadpack.allowFilter', 'true');
  return {
    path,
    address: `git+file://${path}`,
    git,
    commit(files) {
      for (const [name, text] of Object.entries(files)) {
        const file = join(path, name);
        mkdirSync(dirname(file), { recursive: true });
        if (text === null) rmSync(file);
        else writeFileSync(file, text);
      }
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'change');
    },
  };
}
