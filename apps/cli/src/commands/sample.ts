import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { remoteOption, wholeNumber } from '../options.ts';

/** `portolan sample` */
export function sample(finish: Finish): Command {
  return new Command('sample')
    .summary('make messages that a schema takes')
    .description(
      'Make messages that a schema takes: realistic by names, formats and written examples, tried on the schema, and the same again for the same seed.',
    )
    .argument(
      '<schema>',
      'a file in Avro, Protobuf or JSON Schema, `orders.proto#Order`, or `orders.yaml#OrderPlaced` of a document',
    )
    .addOption(new Option('-n, --count <count>', 'how many').default(1).argParser(wholeNumber(1, 100_000)))
    .addOption(new Option('--seed <seed>', 'where to begin').default(1).argParser(wholeNumber(0, 1_000_000_000)))
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .addHelpText(
      'after',
      `
One message is printed as JSON over several lines, several are one in each line.

Examples:
  portolan sample specs/orders.yaml#OrderPlaced
  portolan sample order.avsc --count 100 --seed 7 > orders.ndjson`,
    )
    .action(async (schema: string, options) => {
      const { runSample } = await import('./run-sample.ts');
      finish(await runSample(schema, options));
    });
}
