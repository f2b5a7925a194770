import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@portolan/base';
import { readText } from '@portolan/contract';
import { lint, type Rule } from '../index.ts';

/** Everything that reading and the rules say about a text; `load` gives the files that it refers to. */
export async function judge(
  location: string,
  text: string,
  load: (location: string) => string | undefined = () => undefined,
  rules?: readonly Rule[],
): Promise<readonly Finding[]> {
  const { contract, findings } = await readText(location, text, load);
  return contract ? [...findings, ...(await lint(contract, rules))] : findings;
}

export function errorsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

/** A finding in one line, for test reports that can be read. */
export function inOneLine({ severity, code, origin, message }: Finding): string {
  return `${severity} ${code} ${origin.pointer} ${message}`;
}

/** Loads files of a folder of the corpus. */
export function corpus(folder: string): { readonly path: string; readonly load: (name: string) => string | undefined } {
  const path = join(import.meta.dirname, '../../../../corpus', folder);
  return {
    path,
    load: name => {
      try {
        return readFileSync(join(path, name), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}
