import { isObject } from '@portolan/base';
import type { Action, Contract, SecurityRequirement, SecurityScheme } from '@portolan/contract';
import type { View } from '../convert/context.ts';
import { type Difference, differences } from './differences.ts';
import { movedFacts } from './facts.ts';

/**
 * Where a converted document says something else than before, beside what the two versions of AsyncAPI write differently
 * and what converting tells in findings of its own: scopes, values of parameters that are no text, variable schemes of
 * servers, and requirements that 2.x does not allow.
 */
export function convertedDifferences(before: Contract, after: Contract, view: View = 'application'): Difference[] {
  const older = before.asyncapi?.startsWith('2.') === true;
  const [left, right] = older && before.channels.length === 0 ? ownMessages(before, after) : [before, after];
  const turn = view === 'client' && older;
  return differences(comparable(left, turn), comparable(right, false)).filter(difference => !isToldOf(difference));
}

/**
 * A document of 2.x without channels is a library, and a list of messages in it (`oneOf`) looks like a message that says
 * nothing. In 3.x there are no such lists, and the messages in them stand for themselves.
 */
function ownMessages(before: Contract, after: Contract): [Contract, Contract] {
  const ids = new Set(after.messages.map(({ id }) => id));
  const kept = before.messages.filter(({ id, payload, headers }) => ids.has(id) || payload || headers);
  const known = new Set(kept.map(({ id }) => id));
  return [
    { ...before, messages: kept },
    { ...after, messages: after.messages.filter(({ id }) => known.has(id)) },
  ];
}

function comparable(contract: Contract, turn: boolean): unknown {
  const { asyncapi: _, securitySchemes: __, ...facts } = movedFacts(contract);
  const secure = secured(contract.securitySchemes);
  const servers = new Set(contract.servers.map(({ id }) => id));
  return {
    ...facts,
    // A server that is not there is kept as a reference that leads nowhere, and told.
    channels: contract.channels.map((channel, index) => ({
      ...at(facts.channels, index),
      servers: channel.servers.filter(id => servers.has(id)),
    })),
    servers: contract.servers.map((server, index) => ({
      ...at(facts.servers, index),
      security: secure(server.security),
    })),
    operations: contract.operations.map((operation, index) => {
      const { verb: _verb, direction: _direction, ...rest } = at(facts.operations, index);
      const action = turn ? opposite(operation.action) : operation.action;
      return { ...rest, action, security: secure(operation.security) };
    }),
  };
}

function at(list: unknown, index: number): Record<string, unknown> {
  return (list as Record<string, unknown>[])[index] ?? {};
}

function opposite(action: Action): Action {
  return action === 'send' ? 'receive' : 'send';
}

/** Requirements with what they ask for instead of its name: a scheme with different scopes is several in 3.x. */
export function secured(schemes: readonly SecurityScheme[]): (requirements: readonly SecurityRequirement[]) => unknown {
  const known = new Map(schemes.map(scheme => [scheme.id, scheme]));
  return requirements =>
    requirements.flatMap(({ scheme, scopes }) => {
      const found = known.get(scheme);
      if (!found) return [];
      const { type, description, details } = found;
      const scoped = type === 'oauth2' || type === 'openIdConnect';
      return [{ type, description, details: unscoped(details), scopes: scoped ? scopes : [] }];
    });
}

/** Details of a scheme without the scopes that are needed, and those that are offered under one name. */
function unscoped({ scopes: _, flows, ...details }: SecurityScheme['details']): unknown {
  if (!isObject(flows)) return { ...details, flows };
  const renamed = Object.entries(flows).map(([name, flow]) => {
    if (!isObject(flow)) return [name, flow];
    const { scopes, availableScopes = scopes, ...rest } = flow;
    return [name, { ...rest, availableScopes }];
  });
  return { ...details, flows: Object.fromEntries(renamed) };
}

function isToldOf({ pointer, before }: Difference): boolean {
  if (/\/parameters\/\d+\/(enum|default|examples)(\/|$)/.test(pointer)) return before === undefined;
  return /^\/servers\/\d+\/(host|pathname)$/.test(pointer) && /(^\{[^}]*\}:$|^\/\/)/.test(String(before));
}
