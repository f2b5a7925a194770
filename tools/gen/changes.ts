/** Writes the page about the kinds of change that `portolan diff` tells apart, each with its example as a diff of two texts. */
import { type ChangeRule, changeRules } from '@portolan/changes';
import { NOTE } from './generators.ts';

export async function generate(): Promise<Record<string, string>> {
  const page = [
    '# Changes',
    '',
    NOTE,
    '',
    'Everything that `portolan diff` tells apart. The verdict is the usual one: where a change depends on what it changes, or on',
    'who sends and who receives, the entry says what it is. `not checked` is no pass: it may break somebody, and nobody can say.',
    '',
    '| Code | Usually | Says |',
    '| --- | --- | --- |',
    ...changeRules.map(
      ({ code, verdict, says }) => `| [${code}](#${code.toLowerCase()}) | ${inWords(verdict)} | ${says} |`,
    ),
    '',
    ...changeRules.flatMap(section),
  ];
  return { 'docs/reference/changes.md': `${page.join('\n').trimEnd()}\n` };
}

function section({ code, verdict, says, why, help, before, after }: ChangeRule): string[] {
  const lines = changedLines(before, after);
  const example = lines.length > 0 && before !== '' && after !== '' ? ['```diff', ...lines, '```', ''] : [];
  return [`## ${code}`, '', `**${inWords(verdict)}** · ${says}`, '', why, '', help, '', ...example];
}

function inWords(verdict: string): string {
  return verdict.replace('not-checked', 'not checked');
}

/** The lines that differ, from the first that does to the last. */
function changedLines(before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const cut = (lines: readonly string[]) => lines.slice(head, lines.length - tail);
  return [...cut(old).map(line => `-${line}`), ...cut(fresh).map(line => `+${line}`)];
}
