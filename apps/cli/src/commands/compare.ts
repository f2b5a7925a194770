import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { remoteOption } from '../options.ts';

/** As `packages/schema` knows them. */
export const MODES = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
];
export const PROFILES = ['sound', 'confluent', 'avro', 'protobuf-wire', 'protobuf-json'];
export const POLICIES = ['strict', 'lenient', 'logical'];

/** `portolan compare` */
export function compare(finish: Finish): Command {
  return new Command('compare')
    .summary('say whether a schema may follow its versions')
    .description(
      'Say whether a new version of a schema in Avro, Protobuf or JSON Schema may follow the versions before it, with a message that shows what breaks.',
    )
    .argument(
      '<schemas...>',
      'the versions, the oldest first and the new one last: files, `orders.proto#Order`, `orders.yaml#OrderPlaced`, `REVISION:path`',
    )
    .addOption(new Option('-m, --mode <mode>', 'what the new version has to do').choices(MODES).default('BACKWARD'))
    .addOption(new Option('-p, --profile <profile>', 'whose rules hold').choices(PROFILES).default('sound'))
    .addOption(new Option('--policy <policy>', 'of the profile confluent, for JSON Schema').choices(POLICIES))
    .addOption(new Option('-f, --format <format>', 'how to print the answer').choices(['text', 'json']).default('text'))
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan compare order-1.avsc order-2.avsc
  portolan compare main:order.proto#Order order.proto#Order --profile protobuf-wire
  portolan compare v1.json v2.json v3.json --mode FULL_TRANSITIVE --profile confluent`,
    )
    .action(async (schemas: string[], options) => {
      const { runCompare } = await import('./run-compare.ts');
      finish(await runCompare(schemas, options));
    });
}
