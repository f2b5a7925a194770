import { isInternational, labelsOf } from './idn.ts';

/** Names and addresses of hosts, and of mailboxes on them. */

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/** RFC 2673, section 3.2: four decimal numbers without leading zeros. */
export function isIpv4(text: string): boolean {
  return IPV4.test(text);
}

/** RFC 4291, section 2.2: the last two groups may be written as an IPv4 address, and one gap stands for zeros. */
export function isIpv6(text: string): boolean {
  const [before = '', after, ...more] = text.split('::');
  if (more.length > 0) return false;
  const [head, tail] = [before, after ?? ''].map(half => (half === '' ? [] : half.split(':')));
  const groups = [...(head ?? []), ...(tail ?? [])];
  const last = groups.at(-1);
  const endsWithIpv4 = last?.includes('.') === true;
  if (endsWithIpv4 && (!isIpv4(last) || after === '')) return false;
  const hexadecimal = endsWithIpv4 ? groups.slice(0, -1) : groups;
  if (!hexadecimal.every(group => /^[\da-f]{1,4}$/i.test(group))) return false;
  const size = hexadecimal.length + (endsWithIpv4 ? 2 : 0);
  return after === undefined ? size === 8 : size < 8;
}

const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** RFC 1123, section 2.1; labels that stand for other scripts must be sound, RFC 5890. */
export function isHostname(text: string): boolean {
  if (text.length > 253 || !/^[\x21-\x7e]+$/.test(text)) return false;
  const labels = text.split('.');
  if (!labels.every(label => LABEL.test(label))) return false;
  return !labels.some(label => /^xn--/i.test(label)) || isInternational(labels);
}

/** RFC 5890: the same with the letters of all scripts. */
export function isIdnHostname(text: string): boolean {
  return isInternational(labelsOf(text));
}

const ATOMS = /^[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*$/;
const QUOTED = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/;
const INTERNATIONAL_ATOMS =
  /^[\w!#$%&'*+\-/=?^`{|}~\u{80}-\u{10ffff}]+(?:\.[\w!#$%&'*+\-/=?^`{|}~\u{80}-\u{10ffff}]+)*$/u;
const INTERNATIONAL_QUOTED = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e\u{80}-\u{10ffff}]|\\[\x20-\x7e])*"$/u;

/** RFC 5321, section 4.1.2. */
export function isEmail(text: string): boolean {
  const { local, domain } = mailboxOf(text);
  return (ATOMS.test(local) || QUOTED.test(local)) && (isLiteral(domain) || isHostname(domain));
}

/** RFC 6531. */
export function isIdnEmail(text: string): boolean {
  const { local, domain } = mailboxOf(text);
  if (!INTERNATIONAL_ATOMS.test(local) && !INTERNATIONAL_QUOTED.test(local)) return false;
  return isLiteral(domain) || isIdnHostname(domain.normalize('NFC').toLowerCase());
}

function mailboxOf(text: string): { local: string; domain: string } {
  const at = text.lastIndexOf('@');
  return { local: text.slice(0, Math.max(at, 0)), domain: at < 0 ? '' : text.slice(at + 1) };
}

function isLiteral(domain: string): boolean {
  const literal = /^\[(.*)\]$/s.exec(domain)?.[1];
  if (literal === undefined) return false;
  return /^IPv6:/i.test(literal) ? isIpv6(literal.slice(5)) : isIpv4(literal);
}
