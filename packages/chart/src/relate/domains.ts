import { compareText, slug } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import type { DomainNode } from '../model.ts';
import { namedBy } from './named.ts';

/** Extensions that name the part of the business a document belongs to, the most telling first. */
const EXTENSIONS = ['x-domain', 'x-bounded-context'];

/** The domain that a document names. Two spellings with one slug are one domain. */
export function domainOf(contract: Contract): DomainNode | undefined {
  const named = namedBy(contract, EXTENSIONS);
  return named && { id: slug(named.word), name: named.name ?? named.word };
}

/** Every domain once, under the first name that a document gives it. */
export function domainsOf(domains: readonly DomainNode[]): DomainNode[] {
  const found = new Map<string, DomainNode>();
  for (const domain of domains) if (!found.has(domain.id)) found.set(domain.id, domain);
  return [...found.values()].sort((a, b) => compareText(a.id, b.id));
}
