import type { SettingsReader } from '@portolan/control';
import { exitOf, printRun, type ValidateOptions } from '../validation/tell-run.ts';
import { watchRun } from '../validation/watch-run.ts';

/** Clears the screen and what can be scrolled back to. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Prints findings whenever they change, until somebody ends it, and gives the exit code of the last look. A terminal is
 * cleared and shows everything; elsewhere only documents whose findings changed are printed, and the sum of all. A file
 * (`--output`) is written anew as a whole.
 */
export async function watchValidate(
  paths: readonly string[],
  reader: SettingsReader,
  format: string,
  options: ValidateOptions,
): Promise<number> {
  const terminal = process.stdout.isTTY === true && options.output === undefined;
  const whole = terminal || options.output !== undefined;
  let exit = 0;
  await watchRun(paths, reader, options, async ({ run, news, mended, isFirst }) => {
    exit = exitOf(run, options);
    if (terminal) process.stdout.write(CLEAR);
    else if (!isFirst) console.error(`--- ${new Date().toTimeString().slice(0, 8)}`);
    if (!whole) for (const location of mended) console.error(`${location}: no findings any more`);
    await printRun(whole ? run.report : news, format, options);
    if (isFirst) console.error('Watching; Ctrl-C ends it.');
  });
  return exit;
}
