import type { Action, Channel, MessageId, Operation, Parameter, Server } from '../model.ts';
import { type Cursor, isObject, items, member, members, originOf } from '../resolve/cursor.ts';
import { bindings, compact, described, namedSecurity, text, texts, unique } from './common.ts';
import type { Context, Parts } from './parts.ts';
import { createSchemeCollector } from './security.ts';
import { serverFacts, splitUrl } from './servers.ts';
import { withTraits } from './trait.ts';

/** 2.x speaks from the client's side: `publish` says that others publish to this application, so it receives. */
const ACTIONS: Readonly<Record<'publish' | 'subscribe', Action>> = { publish: 'receive', subscribe: 'send' };

/** The facts of an AsyncAPI 2.x document. */
export function fromV2(context: Context): Parts {
  const { root, resolver, messages } = context;
  const operations = new Map<string, Omit<Operation, 'direction'>>();
  const servers = members(member(root, 'servers')).flatMap(([id, entry]) => server(id, entry));
  const channels = members(member(root, 'channels')).flatMap(([address, entry]) => channel(address, entry));
  const securitySchemes = createSchemeCollector(member(root, 'components'), resolver).schemes();
  return { servers, channels, operations: [...operations.values()], securitySchemes };

  function server(id: string, entry: Cursor): Server[] {
    const at = resolver.follow(entry);
    if (!at || !isObject(at.value)) return [];
    const security = namedSecurity(member(at, 'security'));
    return [{ id, ...serverFacts(at, resolver), ...splitUrl(text(at.value.url) ?? ''), security }];
  }

  function channel(address: string, entry: Cursor): Channel[] {
    const at = resolver.follow(entry);
    if (!at || !isObject(at.value)) return [];
    const found = new Set<MessageId>();
    for (const verb of ['subscribe', 'publish'] as const) {
      for (const id of operation(address, verb, member(at, verb))) found.add(id);
    }
    return [
      {
        id: address,
        ...described(at, resolver),
        address,
        servers: texts(member(at, 'servers').value),
        parameters: members(member(at, 'parameters')).flatMap(([name, parameter]) => parameterOf(name, parameter)),
        messages: [...found],
        bindings: bindings(member(at, 'bindings'), resolver),
      },
    ];
  }

  function operation(address: string, verb: 'publish' | 'subscribe', entry: Cursor): MessageId[] {
    if (!isObject(entry.value)) return [];
    const at = withTraits(entry, 2, resolver);
    const id = unique(text((at.value as Record<string, unknown>).operationId) ?? `${address} ${verb}`, operations);
    const found = messagesOf(member(at, 'message'), id);
    operations.set(id, {
      id,
      ...described(at, resolver),
      action: ACTIONS[verb],
      verb,
      channel: address,
      messages: found,
      security: namedSecurity(member(at, 'security')),
      bindings: bindings(member(at, 'bindings'), resolver),
    });
    return found;
  }

  function messagesOf(entry: Cursor, operationId: string): MessageId[] {
    if (entry.value === undefined) return [];
    const at = resolver.follow(entry);
    if (!at || !isObject(at.value)) return [];
    const choices = 'oneOf' in at.value ? items(member(at, 'oneOf')) : [entry];
    return choices.flatMap((choice, index) => {
      const wish = choices.length === 1 ? `${operationId}.message` : `${operationId}.message.${index + 1}`;
      const id = messages.collect(choice, wish);
      return id === undefined ? [] : [id];
    });
  }

  /** A parameter's schema of 2.x holds what 3.x writes on the parameter itself. */
  function parameterOf(name: string, entry: Cursor): Parameter[] {
    const at = resolver.follow(entry);
    // A parameter that cannot be read has a name all the same, and that is said already.
    if (!at || !isObject(at.value)) return [{ name, origin: originOf(entry) }];
    const schema = resolver.follow(member(at, 'schema'))?.value;
    const facts = isObject(schema) ? schema : {};
    return [
      compact({
        name,
        description: text(at.value.description) ?? text(facts.description),
        enum: Array.isArray(facts.enum) ? texts(facts.enum) : undefined,
        default: text(facts.default),
        examples: Array.isArray(facts.examples) ? texts(facts.examples) : undefined,
        location: text(at.value.location),
        origin: originOf(entry),
      }),
    ];
  }
}
