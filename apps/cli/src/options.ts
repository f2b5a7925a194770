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

/** `--evidence <path>`, as often as there are paths. */
export function evidenceOption(): Option {
  const all = (path: string, before: readonly string[] = []) => [...before, path];
  const says = 'file or folder that says which channels there are and who uses them; may be repeated';
  return new Option('--evidence <path>', says).argParser(all);
}

/** `--data <folder>` */
export function dataOption(): Option {
  return new Option('-d, --data <folder>', 'where every revision is kept').env('PORTOLAN_DATA').default('.portolan');
}

/** `--store <address>` */
export function storeOption(): Option {
  const says = 'PostgreSQL that keeps the revisions instead of the folder: postgres://user@host/database';
  return new Option('--store <address>', says).env('PORTOLAN_STORE');
}

/** `--source <name=where>`, as often as there are sources. */
export function sourceOption(): Option {
  const all = (source: string, before: readonly string[] = []) => [...before, source];
  const says = 'further source, such as orders=git+https://git.example.com/orders.git#main; may be repeated';
  return new Option('--source <name=where>', says).argParser(all);
}
