/** Writes the page about the command line from the commands themselves. */
import type { Argument, Command, Option } from 'commander';
import { programOf } from '../../apps/cli/src/program.ts';
import { NOTE } from './generators.ts';

export async function generate(): Promise<Record<string, string>> {
  const program = programOf(() => undefined);
  const page = [
    '# Command line',
    '',
    NOTE,
    '',
    'In a checkout the program is run as `npx portolan`. It needs Node 24; in a checkout it finds the pinned one by itself.',
    '',
    'Exit codes: 0 all is well, 1 findings of the level that counts (for a search or a question: nothing found), 2 wrong usage, 3 a fault of',
    'Portolan. What is refused or fails has a code, listed under [faults](faults.md). `PORTOLAN_DEBUG=1` adds the stack to it.',
    '',
    ...program.commands.flatMap(section),
  ];
  return { 'docs/reference/cli.md': `${page.join('\n').trimEnd()}\n` };
}

function section(command: Command): string[] {
  return [
    `## portolan ${command.name()}`,
    '',
    command.description(),
    '',
    ...fenced(`portolan ${command.name()} ${command.usage()}`),
    ...table('Argument', command.registeredArguments.map(argumentRow)),
    ...table('Option', command.options.map(optionRow)),
    ...fenced(examplesOf(command)),
  ];
}

function argumentRow(argument: Argument): string {
  const written = argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
  return `| \`${written}\` | ${cell(argument.description)}.${defaultOf(argument.defaultValue)} |`;
}

function optionRow(option: Option): string {
  const choices = option.argChoices ? `: ${option.argChoices.map(choice => `\`${choice}\``).join(', ')}` : '';
  const described = option.defaultValueDescription;
  const otherwise = described ? ` Default: ${described}.` : option.negate ? '' : defaultOf(option.defaultValue);
  const variable = option.envVar ? ` Environment: \`${option.envVar}\`.` : '';
  return `| \`${option.flags}\` | ${cell(option.description)}${choices}.${otherwise}${variable} |`;
}

function defaultOf(value: unknown): string {
  return value === undefined ? '' : ` Default: \`${Array.isArray(value) ? value.join(' ') : value}\`.`;
}

/** What the help says after its lists. */
function examplesOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: text => (help += text) }).outputHelp();
  return help.split('Examples:\n')[1]?.replace(/^ {2}/gm, '').trim() ?? '';
}

function table(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`| ${title} | |`, '| --- | --- |', ...rows, ''];
}

function fenced(text: string): string[] {
  return ['```sh', text, '```', ''];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
