import { expect, test } from 'vitest';
import { programOf } from './program.ts';

const names = programOf(() => undefined).commands.map(command => command.name());

test('the command that is asked for is declared alone, under its own name', () => {
  expect(names).toContain('validate');
  for (const name of names) {
    expect(programOf(() => undefined, name).commands.map(command => command.name())).toEqual([name]);
  }
});

test('all are declared when none is asked for: their help lists them, and a wrong name gets a suggestion', () => {
  for (const asked of ['help', '--help', 'validat', 'constructor', undefined]) {
    expect(programOf(() => undefined, asked).commands.map(command => command.name())).toEqual(names);
  }
});
