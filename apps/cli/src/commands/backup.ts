import { Command } from 'commander';
import type { Finish } from '../finish.ts';
import { dataOption, storeOption } from '../options.ts';

/** `portolan backup` */
export function backup(finish: Finish): Command {
  return new Command('backup')
    .summary('save every revision to a file')
    .description('Save everything that a store holds to one file, which any other store can be restored from.')
    .argument('<file>', 'file to write; it must not be there yet')
    .addOption(dataOption())
    .addOption(storeOption())
    .addHelpText(
      'after',
      `
Examples:
  portolan backup portolan-2026-11-21.backup
  PORTOLAN_STORE=postgres://portolan@db.example.com/events portolan backup events.backup`,
    )
    .action(async (file: string, options) => {
      const { runBackup } = await import('./run-backup.ts');
      finish(await runBackup(file, options));
    });
}
