import { InvalidArgumentError, Option } from 'commander';

/** Parses an option that is a whole number between two others, both allowed. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return text => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It has to be a whole number from ${least} to ${most}.`);
  };
}

/** `--remote <host>`, as often as there are hosts. */
export function remoteOption(): Option {
  const all = (host: string, before: readonly string[] = []) => [...before, host];
  return new Option('--remote <host>', 'host that references may be loaded from; may be repeated').argParser(all);
}
