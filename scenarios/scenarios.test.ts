import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stageFor } from './run-command.ts';
import { parseScenario, printScenario } from './scenario.ts';

const UPDATE = process.env.UPDATE === '1';
const names = readdirSync(import.meta.dirname).filter(name => name.endsWith('.txt'));

/** One test for each text file of this folder. `UPDATE=1` writes what happened into the file: look at the difference. */
test.concurrent.each(names)('%s', async name => {
  const path = join(import.meta.dirname, name);
  const text = readFileSync(path, 'utf8');
  const scenario = parseScenario(text);
  const commands = scenario.parts.filter(part => part.kind === 'command');
  expect(commands.length).toBeGreaterThan(0);
  using stage = stageFor(scenario);
  const outcomes = [];
  for (const { line } of commands) outcomes.push(await stage.run(line));
  // Never what anybody wants to see, and not to be written down by UPDATE either.
  expect(outcomes.filter(({ err }) => err.includes('CLI_UNEXPECTED'))).toEqual([]);
  const happened = printScenario(scenario, outcomes);
  if (UPDATE && happened !== text) writeFileSync(path, happened);
  else expect(happened).toBe(text);
});

test('a scenario is printed as it was written', () => {
  const text = 'A story.\n\n$ a\n  b\n\n  c\n! d\n? 1\n\nThen.\n\n$ e\n\n-- f.yaml --\ng: 1\n';
  const scenario = parseScenario(text);
  expect(scenario.parts[1]).toEqual({ kind: 'command', line: 'a', expected: { out: 'b\n\nc', err: 'd', exit: 1 } });
  expect(printScenario(scenario, [])).toBe(text);
});
