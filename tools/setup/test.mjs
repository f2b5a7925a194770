import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensurePortal } from './portal.mjs';
import { ensurePostgres } from './postgres.mjs';
import { say } from './words.mjs';

/** Everything that has to hold before a change goes in. Stops at the first stage that fails, with its exit code. */
export async function run({ root, node, args }) {
  const chromium = await ensureChromium();
  const postgres = await ensurePostgres();
  const missing = [
    ['the page tests', chromium.why],
    ['the tests on PostgreSQL', postgres.why],
  ].filter(([, why]) => why);
  await ensurePortal({ root, node });
  const bin = (...path) => join(root, 'node_modules', ...path);
  const results = join(root, '.cache', 'test-results.json');
  rmSync(results, { force: true });
  // What names no program makes tests skip themselves, and not look for one of their own.
  const env = {
    ...process.env,
    PORTOLAN_CHROMIUM: chromium.path ?? 'none',
    PORTOLAN_POSTGRES: postgres.folder ?? 'none',
  };
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const stages = [
    ['Formatting and lint', [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']],
    ['Types', [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json']],
    ['Tests', [bin('vitest', 'vitest.mjs'), 'run', ...reporters, ...args]],
  ];
  for (const [name, command] of stages) {
    say(`\n■ ${name}`);
    const exit = await runChild(node, command, { cwd: root, env });
    if (exit === 0) continue;
    say(`\n${name} failed (exit code ${exit}).`);
    summarise(results, missing);
    return exit;
  }
  summarise(results, missing);
  return 0;
}

/** What was not run and why, then the counts as the last line. */
function summarise(results, missing) {
  if (!existsSync(results)) return;
  for (const [what, why] of missing) say(`\nSKIPPED: ${what}. Reason: ${why}.`);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(results, 'utf8'));
  process.stdout.write(
    `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped\n`,
  );
}
