import { Command } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { backup } from './commands/backup.ts';
import { bundle } from './commands/bundle.ts';
import { changelog } from './commands/changelog.ts';
import { chart } from './commands/chart.ts';
import { check } from './commands/check.ts';
import { compare } from './commands/compare.ts';
import { convert } from './commands/convert.ts';
import { dependsOn } from './commands/depends-on.ts';
import { diff } from './commands/diff.ts';
import { docs } from './commands/docs.ts';
import { drift } from './commands/drift.ts';
import { evolve } from './commands/evolve.ts';
import { format } from './commands/format.ts';
import { history } from './commands/history.ts';
import { impact } from './commands/impact.ts';
import { infer } from './commands/infer.ts';
import { init } from './commands/init.ts';
import { lsp } from './commands/lsp.ts';
import { mcp } from './commands/mcp.ts';
import { owners } from './commands/owners.ts';
import { path } from './commands/path.ts';
import { push } from './commands/push.ts';
import { restore } from './commands/restore.ts';
import { rules } from './commands/rules.ts';
import { sample } from './commands/sample.ts';
import { score } from './commands/score.ts';
import { search } from './commands/search.ts';
import { split } from './commands/split.ts';
import { token } from './commands/token.ts';
import { up } from './commands/up.ts';
import { user } from './commands/user.ts';
import { validate } from './commands/validate.ts';
import { whoReceives } from './commands/who-receives.ts';
import { whoSends } from './commands/who-sends.ts';
import type { Finish } from './finish.ts';

/** The commands by their names, in the order of their help, by what one wants to do. */
const GROUPS: readonly (readonly [heading: string, commands: Readonly<Record<string, (finish: Finish) => Command>>])[] =
  [
    ['Check documents:', { validate, score, rules, lsp }],
    ['Change them safely:', { diff, check, compare, history, changelog, evolve }],
    [
      'Ask the chart:',
      {
        chart,
        search,
        'who-sends': whoSends,
        'who-receives': whoReceives,
        'depends-on': dependsOn,
        impact,
        path,
        owners,
        drift,
        mcp,
      },
    ],
    ['Run a server:', { up, push, user, token, backup, restore }],
    ['Write and rewrite:', { init, docs, format, convert, bundle, split, sample, infer }],
  ];

/**
 * All commands with their options. A command loads what it works with only when it runs, so that each pays for itself
 * alone and `--help` for nothing.
 *
 * @param asked the first word of the command line: where it is the name of a command, no other one is declared, which
 * saves most of the time that declaring takes
 */
export function programOf(finish: Finish, asked?: string): Command {
  const program = new Command('portolan')
    .description('The control plane for asynchronous APIs: validate, chart and serve AsyncAPI documents.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ showGlobalOptions: false, subcommandTerm: command => command.name() })
    .configureOutput({ outputError: () => undefined, writeErr: text => void process.stdout.write(text) })
    .exitOverride()
    .addHelpText('after', EXAMPLES);
  const isOne = asked !== undefined && GROUPS.some(([, commands]) => Object.hasOwn(commands, asked));
  for (const [heading, commands] of GROUPS) {
    for (const [name, define] of Object.entries(commands)) {
      if (isOne && name !== asked) continue;
      const command = define(finish).helpOption('-h, --help', 'print this help').helpGroup(heading);
      program.addCommand(command.copyInheritedSettings(program));
    }
  }
  return program;
}

const EXAMPLES = `
Examples:
  portolan init orders                     write a first document
  portolan validate specs                  say what is wrong with documents
  portolan chart specs --format mermaid    draw who sends what to whom
  portolan up specs                        show it all in the browser

Exit codes: 0 all is well, 1 findings of the level that counts, 2 wrong usage,
3 a fault of Portolan.`;
