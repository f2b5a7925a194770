import { Command, Option } from 'commander';
import { withAccessOptions } from '../access/access-options.ts';
import type { Finish } from '../finish.ts';
import { dataOption, remoteOption, sourceOption, storeOption, wholeNumber } from '../options.ts';

/** `portolan up` */
export function up(finish: Finish): Command {
  return withAccessOptions(upOf(finish));
}

function upOf(finish: Finish): Command {
  return new Command('up')
    .summary('show it all in the browser')
    .description('Show the documents of folders as a living chart in the browser.')
    .argument('[folders...]', 'folders with AsyncAPI documents, each a source; this folder where no source is named')
    .addOption(sourceOption())
    .option('--allow-push', 'take what `portolan push` sends, from everybody who may ask where there are no accounts')
    .addOption(
      new Option('-p, --port <port>', 'port to listen on; 0 takes a free one')
        .env('PORTOLAN_PORT')
        .argParser(wholeNumber(0, 65_535))
        .default(4400),
    )
    .addOption(
      new Option(
        '--host <host>',
        'address to listen on; where others reach it, people sign in unless --access says otherwise',
      )
        .env('PORTOLAN_HOST')
        .default('127.0.0.1'),
    )
    .option('--allow-host <names...>', 'further host names to answer for, as behind a proxy')
    .addOption(dataOption())
    .addOption(storeOption())
    .addOption(remoteOption())
    .option('--tell-host <names...>', 'hosts in a private network that may be told of changes by webhook')
    .option('--allow-plugins', 'run the modules of rules that `portolan.yaml` files name; they can do anything')
    .addOption(
      new Option('--log-level <level>', 'what to log, as JSON lines on the standard error output')
        .choices(['debug', 'info', 'warn', 'error', 'silent'])
        .default(process.stderr.isTTY ? 'warn' : 'info', '"warn" on a terminal, else "info"'),
    )
    .addHelpText(
      'after',
      `
Examples:
  portolan up specs
  portolan up ~/work/orders ~/work/payments --port 0
  portolan up specs --data /var/lib/portolan --host 0.0.0.0 --access read
  portolan up --source 'orders=git+https://git.example.com/shop/orders.git?token=env:GIT_TOKEN#main:specs'
  PORTOLAN_STORE=postgres://portolan@db.example.com/events portolan up specs`,
    )
    .action(async (folders: string[], options) => {
      const { runUp } = await import('./run-up.ts');
      finish(await runUp(folders, options));
    });
}
