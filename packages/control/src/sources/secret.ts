import { readFile } from 'node:fs/promises';
import { faults } from '../faults.ts';

/** A secret by where it is kept: `env:NAME` for an environment variable, `file:/path` for a file. */
export interface SecretRef {
  /** As it is written; may be shown to anybody. */
  readonly written: string;
  /** The secret as it is now, without white space around it. Faults: CONTROL_SECRET_MISSING. */
  read(): Promise<string>;
}

/**
 * Understands a reference to a secret; undefined for anything else, which may be a secret by itself and is not to be
 * repeated to anybody.
 */
export function secretRef(written: string): SecretRef | undefined {
  const name = /^env:([A-Za-z_]\w*)$/.exec(written)?.[1];
  if (name !== undefined) return refOf(written, async () => process.env[name] ?? '');
  const path = /^file:(?:\/\/(?=\/))?(.+)$/.exec(written)?.[1];
  return path === undefined ? undefined : refOf(written, () => readFile(path, 'utf8'));
}

function refOf(written: string, text: () => Promise<string>): SecretRef {
  async function read(): Promise<string> {
    let secret: string;
    try {
      secret = (await text()).trim();
    } catch (error) {
      const { code = 'it cannot be read' } = error as NodeJS.ErrnoException;
      throw faults.SECRET_MISSING({ reference: written, reason: code });
    }
    if (secret === '') throw faults.SECRET_MISSING({ reference: written, reason: 'it is empty or not set' });
    // Whatever is sent in a header must not be able to begin another one.
    if (/[^\x20-\x7e]/.test(secret)) {
      throw faults.SECRET_MISSING({ reference: written, reason: 'it holds more than one line of plain characters' });
    }
    return secret;
  }
  return Object.freeze({ written, read });
}

/** A text in which secrets are made unreadable, also as they stand in URLs and in Basic authentication. */
export function masked(text: string, secrets: readonly string[]): string {
  let safe = text.replaceAll(/(\w+:\/\/)[^/@\s]+@/g, '$1');
  for (const secret of secrets) {
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) {
      if (form !== '') safe = safe.replaceAll(form, '•••');
    }
  }
  return safe;
}
