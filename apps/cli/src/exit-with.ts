import { clean, Fault } from '@portolan/base';
import { CommanderError } from 'commander';
import { faults } from './faults.ts';

/**
 * Tells people what a command ended with, and gives its exit code.
 *
 * @param command as people call it, for the pointer to its help: `portolan validate`
 */
export function exitWith(error: unknown, command: string): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  if (error instanceof CommanderError && error.code === 'commander.help') return 2;
  const fault = faultOf(error, command);
  const { NO_COLOR: noColor, PORTOLAN_DEBUG: debug } = process.env;
  const red =
    process.stderr.isTTY && !noColor ? (text: string) => `\u001b[31m${text}\u001b[39m` : (text: string) => text;
  console.error(`${red('portolan:')} ${clean(fault.message)}`);
  console.error(`help: ${clean(fault.help)}`);
  console.error(`code: ${fault.code}`);
  if (debug) console.error(fault.cause instanceof Error ? fault.cause.stack : fault.stack);
  return fault.kind.exit;
}

function faultOf(error: unknown, command: string): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof CommanderError) return usage(error.message, command);
  const reason = error instanceof Error ? error.message : String(error);
  return faults.UNEXPECTED({ reason: reason.replace(/\.$/, '') }, { cause: error });
}

/** The words of the parser of options as a sentence of ours. */
function usage(message: string, command: string): Fault {
  const [first = '', suggestion] = message.replace(/^error: /, '').split('\n');
  const sentence = first.charAt(0).toUpperCase() + first.slice(1).replace(/\.$/, '').replaceAll("'", '`');
  const hint = suggestion ? ` ${suggestion.replace(/^\((.*)\)$/, '$1')}` : '';
  return faults.USAGE({ problem: `${sentence}.${hint}`, command });
}
