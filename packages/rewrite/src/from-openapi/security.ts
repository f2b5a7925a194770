import { isObject } from '@portolan/base';
import type { Contract, SecurityRequirement, SecurityScheme } from '@portolan/contract';
import { keysFor, referenceTo } from './keys.ts';

/**
 * Security schemes as AsyncAPI 3 has them: what they need of scopes stands in the scheme, so one that is required with
 * different scopes becomes several.
 */
export interface Schemes {
  readonly components: Readonly<Record<string, unknown>>;
  /** Requirements as references; those that name no scheme are left out. */
  readonly references: (requirements: readonly SecurityRequirement[]) => readonly { readonly $ref: string }[];
}

export function schemesOf({ securitySchemes, operations }: Contract): Schemes {
  const known = new Map(securitySchemes.map(scheme => [scheme.id, scheme]));
  const used = new Map<string, SecurityRequirement>();
  for (const { security } of operations) {
    for (const requirement of security) if (known.has(requirement.scheme)) used.set(idOf(requirement), requirement);
  }
  const keys = keysFor([...used.keys()], id => (used.get(id) as SecurityRequirement).scheme);
  const components = Object.fromEntries(
    [...used].map(([id, { scheme, scopes }]) => [keys.get(id), schemeOf(known.get(scheme) as SecurityScheme, scopes)]),
  );
  const references = (requirements: readonly SecurityRequirement[]) =>
    requirements
      .map(requirement => keys.get(idOf(requirement)))
      .filter(key => key !== undefined)
      .map(key => referenceTo('components', 'securitySchemes', key));
  return { components, references };
}

/** The members of a scheme in the words of AsyncAPI 3. */
function schemeOf({ type, description, details }: SecurityScheme, scopes: readonly string[]): object {
  const { flows, ...rest } = details;
  const scoped = (type === 'oauth2' || type === 'openIdConnect') && scopes.length > 0;
  return {
    type,
    ...(description !== undefined && { description }),
    ...rest,
    ...(isObject(flows) && { flows: flowsOf(flows) }),
    ...(scoped && { scopes }),
  };
}

function flowsOf(flows: object): object {
  return Object.fromEntries(
    Object.entries(flows).map(([name, flow]) => {
      if (!isObject(flow)) return [name, flow];
      const { scopes, ...rest } = flow;
      return [name, scopes === undefined ? rest : { ...rest, availableScopes: scopes }];
    }),
  );
}

function idOf({ scheme, scopes }: SecurityRequirement): string {
  return JSON.stringify([scheme, [...scopes].sort()]);
}
