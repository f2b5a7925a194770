import { exitWith } from './exit-with.ts';
import { faults } from './faults.ts';
import { reasonOf } from './output.ts';
import { programOf } from './program.ts';

/**
 * Runs one command line to its end and gives the exit code: 0 when all is well, 1 when documents have findings of the
 * level that counts, 2 for wrong usage, 3 for a fault.
 *
 * @param args what stands behind the name of the program
 */
export async function main(args: readonly string[]): Promise<number> {
  endQuietlyWithoutReader();
  let exit = 0;
  const program = programOf(code => {
    exit = code;
  }, args[0]);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    const command = program.commands.find(known => known.name() === args[0]);
    return exitWith(error, command ? `portolan ${command.name()}` : 'portolan');
  }
}

/** Whoever reads our output may have seen enough (`portolan chart | head`): that is no failure. A full disk is one. */
function endQuietlyWithoutReader(): void {
  process.stdout.off('error', hearOutput).on('error', hearOutput);
}

function hearOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  process.exit(exitWith(faults.OUTPUT_UNWRITABLE({ reason: reasonOf(error) }, { cause: error }), 'portolan'));
}
