import { ROLES } from '@portolan/control/access';
import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { dataOption, storeOption } from '../options.ts';

/** `portolan user` */
export function user(finish: Finish): Command {
  return new Command('user')
    .summary('make, change or list accounts')
    .description(
      'Make an account, or change one, straight in the store: also when nobody can sign in any more. Without a name, list all. Stop `portolan up` first, unless the store is a PostgreSQL.',
    )
    .argument('[name]', 'name for signing in')
    .addOption(new Option('--role <role>', 'what they may do').choices([...ROLES]))
    .addOption(
      new Option(
        '--password <where>',
        'take the password from env:NAME or file:/path; a new account without it gets one that is printed',
      ),
    )
    .option('--new-password', 'make a new password and print it')
    .option('--disable', 'they may not sign in any more')
    .option('--enable', 'they may sign in again')
    .addOption(dataOption())
    .addOption(storeOption())
    .addHelpText(
      'after',
      `
Examples:
  portolan user
  portolan user ada --role administrator --new-password
  PORTOLAN_STORE=postgres://portolan@db.example.com/events portolan user ben --disable`,
    )
    .action(async (name: string | undefined, options) => {
      const { runUser } = await import('./run-user.ts');
      finish(await runUser(name, options));
    });
}
