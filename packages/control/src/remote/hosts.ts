import { isIP } from 'node:net';

/**
 * Whether a host is in a list of hosts: by its name, or below a name that begins with `*.`, at any depth. Neither case nor
 * a dot at the end matters; `*.example.com` is not `example.com` itself, and `*` alone is nothing.
 *
 * @param host as `URL.hostname` gives it: in ASCII, IPv6 in brackets
 */
export function isListed(host: string, list: readonly string[]): boolean {
  const name = plainHost(host);
  return list.some(entry => {
    if (!entry.startsWith('*.')) return plainHost(entry) === name;
    const parent = plainHost(entry.slice(2));
    return parent !== '' && name.endsWith(`.${parent}`) && name.length > parent.length + 1;
  });
}

/** Whether an entry of such a list makes sense: a host, without a scheme, a port or a path. */
export function isHost(entry: string): boolean {
  return plainHost(entry.replace(/^\*\./, '')) !== '';
}

/** As `URL.hostname`, so that `Bücher.example` and `xn--bcher-kva.example` are the same; '' for what is no host. */
function plainHost(host: string): string {
  const address = isIP(host) === 6 ? `[${host}]` : host;
  if (/[^\]]:\d*$/.test(address) || /[/@\s*?#\\]/.test(address)) return '';
  try {
    return new URL(`http://${address}`).hostname.replace(/\.$/, '');
  } catch {
    return '';
  }
}
