import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { wholeNumber } from '../options.ts';

/** `portolan infer` */
export function infer(finish: Finish): Command {
  return new Command('infer')
    .summary('write a schema that fits messages')
    .description(
      'Write a JSON Schema that fits all given messages: types, what is always there, formats, and, where there are enough of them, lists of values and limits.',
    )
    .argument(
      '[files...]',
      'files of messages in JSON, one or a list in a file or one in each line; `-` is the standard input',
      ['-'],
    )
    .addOption(
      new Option('--enough <count>', 'values from which on a list of values or a limit is taken for a rule')
        .default(10)
        .argParser(wholeNumber(1, 1_000_000)),
    )
    .addOption(new Option('-f, --format <format>', 'how to write the schema').choices(['yaml', 'json']).default('yaml'))
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .addHelpText(
      'after',
      `
Examples:
  portolan infer order-1.json order-2.json
  tail -n 1000 orders.ndjson | portolan infer --format json -o order.schema.json`,
    )
    .action(async (files: string[], options) => {
      const { runInfer } = await import('./run-infer.ts');
      finish(await runInfer(files, options));
    });
}
