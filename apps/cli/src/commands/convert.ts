import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { remoteOption } from '../options.ts';

/** `portolan convert` */
export function convert(finish: Finish): Command {
  return new Command('convert')
    .summary('turn a document into AsyncAPI 3.1')
    .description(
      'Turn a document of AsyncAPI 2.0 to 2.6, or 3.0, into 3.1. Comments and layout stay; what 3.1 cannot say is told. The webhooks and callbacks of OpenAPI, and CloudEvents definitions, are written as AsyncAPI 3.1.',
    )
    .argument('<path>', 'the document; `-` reads it from the standard input')
    .addOption(
      new Option('--view <view>', 'whose side the verbs of 2.x are written from: `publish` means receive, or send')
        .choices(['application', 'client'])
        .default('application'),
    )
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('-w, --write', 'write over the document itself')
    .addOption(
      new Option('-f, --format <format>', 'write YAML or JSON; a change of format loses the comments')
        .choices(['yaml', 'json'])
        .default(undefined, 'that of the file written to, else that of the document'),
    )
    .addOption(remoteOption())
    .option('--stdin-path <path>', 'where the document of the standard input stands, for its references', 'stdin.yaml')
    .addHelpText(
      'after',
      `
Examples:
  portolan convert orders.yaml                     print it as AsyncAPI 3.1
  portolan convert orders.yaml --write             replace it
  portolan convert orders.yaml -o orders-3.yaml --view client
  portolan convert openapi.yaml -o asyncapi.yaml   the webhooks of an OpenAPI document`,
    )
    .action(async (path: string, options) => {
      const { runConvert } = await import('./run-convert.ts');
      finish(await runConvert(path, options));
    });
}
