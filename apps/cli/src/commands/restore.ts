import { Command } from 'commander';
import type { Finish } from '../finish.ts';
import { dataOption, storeOption } from '../options.ts';

/** `portolan restore` */
export function restore(finish: Finish): Command {
  return new Command('restore')
    .summary('fill an empty store from a backup')
    .description(
      'Fill an empty store with everything that a backup holds: all of it, or nothing when the backup is damaged.',
    )
    .argument('<file>', 'file that `portolan backup` wrote')
    .addOption(dataOption())
    .addOption(storeOption())
    .addHelpText(
      'after',
      `
Examples:
  portolan restore portolan-2026-11-21.backup --data /var/lib/portolan
  PORTOLAN_STORE=postgres://portolan@db.example.com/events portolan restore portolan-2026-11-21.backup`,
    )
    .action(async (file: string, options) => {
      const { runRestore } = await import('./run-restore.ts');
      finish(await runRestore(file, options));
    });
}
