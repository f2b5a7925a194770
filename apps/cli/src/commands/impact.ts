import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { asQuestion } from '../question-command.ts';

/** `portolan impact` */
export function impact(finish: Finish): Command {
  const command = new Command('impact')
    .summary('say who breaks when something is changed')
    .description(
      'Say who breaks, who does not, and of whom nobody knows, when a message, a channel, a schema or a field of one is changed. A field that no other change is named for is removed.',
    )
    .argument('<name>', 'a message, channel or schema, with a field behind a point: OrderPlaced.total');
  return asQuestion(command)
    .option('--field <path>', 'the field, where the name alone would be misread')
    .addOption(new Option('--remove', 'it goes away').conflicts(['rename', 'retype', 'optional', 'narrow', 'lineage']))
    .addOption(new Option('--rename <name>', 'it is called something else').conflicts(['retype', 'optional', 'narrow']))
    .addOption(new Option('--retype <type>', 'the field is of another type').conflicts(['optional', 'narrow']))
    .addOption(new Option('--optional', 'messages may leave the field out').conflicts(['narrow']))
    .addOption(
      new Option('--narrow <values>', 'only these values of the field remain; commas between them').argParser(values),
    )
    .addOption(
      new Option('--lineage', 'say where the field may come from and go on to').conflicts([
        'rename',
        'retype',
        'optional',
        'narrow',
      ]),
    )
    .addHelpText(
      'after',
      `
Examples:
  portolan impact OrderPlaced specs
  portolan impact OrderPlaced.total specs --retype string
  portolan impact schema:Address.city specs --optional
  portolan impact OrderPlaced.status specs --narrow OPEN,DONE --format json
  portolan impact OrderPlaced.customerId specs --lineage`,
    )
    .action(async (name: string, paths: string[], options) => {
      const { runImpact } = await import('./run-impact.ts');
      finish(await runImpact(name, paths, options));
    });
}

function values(text: string): string[] {
  return text.split(',').map(value => value.trim());
}
