import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';

/** Values of `sslmode` in an address: what of https://www.postgresql.org/docs/current/libpq-ssl.html says yes or no. */
export const SSL_MODES = ['disable', 'require', 'verify-ca', 'verify-full'] as const;

/** The parameters of an address that are about TLS; the last three name files in PEM format. */
export interface TlsParameters {
  readonly sslmode?: string | undefined;
  readonly sslrootcert?: string | undefined;
  readonly sslcert?: string | undefined;
  readonly sslkey?: string | undefined;
}

/**
 * How to encrypt, with the meaning that libpq gives the modes: `require` checks the server's certificate only where there
 * is an authority to check it against, `verify-ca` checks the authority, `verify-full` also the name. Without a mode
 * nothing is encrypted, unless a file is named: then everything is checked.
 *
 * @throws Error about a mode or a file that cannot be used
 */
export function tlsOf(parameters: TlsParameters): ConnectionOptions | false {
  const { sslmode, sslrootcert, sslcert, sslkey } = parameters;
  const mode = sslmode ?? (sslrootcert || sslcert || sslkey ? 'verify-full' : 'disable');
  if (!(SSL_MODES as readonly string[]).includes(mode)) {
    throw new Error(`sslmode is one of ${SSL_MODES.join(', ')}, not ${mode}`);
  }
  if (mode === 'disable') return false;
  const files = {
    ...(sslrootcert && { ca: pem('sslrootcert', sslrootcert) }),
    ...(sslcert && { cert: pem('sslcert', sslcert) }),
    ...(sslkey && { key: pem('sslkey', sslkey) }),
  };
  if (mode === 'verify-full') return files;
  if (mode === 'require' && !sslrootcert) return { ...files, rejectUnauthorized: false };
  return { ...files, checkServerIdentity: () => undefined };
}

function pem(parameter: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`the file of ${parameter}, ${path}, cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
