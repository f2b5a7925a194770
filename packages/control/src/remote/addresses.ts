import { BlockList, isIP } from 'node:net';

/** Networks of IPv4 that are not the public internet, as the IANA registry of special-purpose addresses lists them. */
const SPECIAL_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Networks inside 2000::/3 that are not the public internet, or that stand for IPv4 addresses: Teredo, 6to4. What lies
 * outside of 2000::/3 (loopback, link-local, local, multicast, IPv4-mapped, NAT64) is not public to begin with.
 */
const SPECIAL_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special4 = listOf(SPECIAL_4, 'ipv4');
const special6 = listOf(SPECIAL_6, 'ipv6');
const global6 = listOf([['2000::', 3]], 'ipv6');

/**
 * Whether an IP address belongs to the public internet. Everything else leads into somebody's own network or machine,
 * and is not to be reached because a document says so. What is no address at all is not public.
 */
export function isPublic(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  const family = isIP(plain);
  if (family === 4) return !special4.check(plain, 'ipv4');
  return family === 6 && global6.check(plain, 'ipv6') && !special6.check(plain, 'ipv6');
}

function listOf(networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}
