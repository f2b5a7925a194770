import type { Channel, Contract, MessageId } from '../model.ts';
import { compact, extensions, text, texts, unique } from '../normalise/common.ts';
import type { Reporter } from '../reporter.ts';
import {
  type Cursor,
  isObject,
  items,
  type Json,
  member,
  members,
  originOf,
  type Resolver,
} from '../resolve/cursor.ts';
import { nameOf } from '../resolve/location.ts';
import { checkRegistry } from './check.ts';
import { createEndpointCollector, protocolAt } from './endpoints.ts';
import { XREGISTRY_NOTHING_SENT, XREGISTRY_REFERENCE_BROKEN } from './findings.ts';
import { entityAt, firstOf } from './lookup.ts';
import { asObject, createDefinitionCollector, describedAs, type Surroundings } from './messages.ts';
import { protocolOf } from './protocols.ts';

/** True for an xRegistry with messages or endpoints: CloudEvents definitions. */
export function isRegistry(value: unknown): boolean {
  if (!isObject(value) || 'asyncapi' in value) return false;
  if (isObject(value.messagegroups) || isObject(value.definitionGroups)) return true;
  return isObject(value.endpoints) && Object.values(value.endpoints).some(each => isObject(each) && 'usage' in each);
}

/**
 * The facts of CloudEvents definitions. The application that the Contract describes is whoever uses the endpoints: a
 * producer sends there, a consumer and a subscriber receive. Groups that no endpoint names are channels without an address.
 */
export function readRegistry(
  root: Cursor,
  resolver: Resolver,
  { report }: Pick<Reporter, 'report'>,
): Omit<Contract, 'digest' | 'sources'> | undefined {
  const groups = members(firstOf(root, 'messagegroups', 'definitionGroups')).filter(([, at]) => isObject(at.value));
  const endpoints = members(member(root, 'endpoints')).filter(([, at]) => isObject(at.value));
  checkRegistry(root, [...groups, ...endpoints], resolver, report);
  const definitions = createDefinitionCollector(root, report);
  const collected = createEndpointCollector();
  const protocols = protocolsOfGroups();
  const used = new Set<string>();
  const inGroup = new Map(groups.map(([, at]) => [at.pointer, messagesOf(at)] as const));
  for (const [id, at] of endpoints) {
    const shared = groupsOf(at).flatMap(group => inGroup.get(group.pointer) ?? messagesOf(group));
    collected.collect(id, at, [...new Set([...shared, ...messagesOf(at)])]);
  }
  const channels = collected.channels();
  for (const [id, at] of groups) if (!used.has(at.pointer)) channels.push(loose(id, at));
  if (channels.length === 0) {
    report(XREGISTRY_NOTHING_SENT, root);
    return undefined;
  }
  const value = root.value as Json;
  const title = text(value.name) ?? text(value.registryid) ?? text(value.id) ?? nameOf(root.source, '');
  return compact({
    xregistry: text(value.specversion) ?? '',
    info: {
      ...describedAs(root),
      extensions: { ...extensions(root), ...ownerOf(root) },
      title,
      version: text(value.versionid) ?? '',
    },
    servers: collected.servers,
    channels,
    operations: collected.operations,
    messages: definitions.messages(),
    schemas: definitions.schemas(),
    securitySchemes: [],
    unused: [],
    extensions: {},
    origin: originOf(root),
  });

  /** A group that no endpoint names: nobody knows where its messages are sent. */
  function loose(id: string, at: Cursor): Channel {
    const { name } = at.value as Json;
    const facts = { address: null, servers: [], parameters: [], messages: inGroup.get(at.pointer) ?? [], bindings: {} };
    const taken = new Set(channels.map(channel => channel.id));
    return compact({ id: unique(id, taken), ...describedAs(at), title: text(name), ...facts });
  }

  function messagesOf(owner: Cursor): MessageId[] {
    const around = surroundings(owner);
    return members(firstOf(owner, 'messages', 'definitions')).flatMap(([key, at]) => {
      const id = definitions.collect(key, at, around);
      return id === undefined ? [] : [id];
    });
  }

  function surroundings(owner: Cursor): Surroundings {
    const value = asObject(owner.value);
    const own = protocolOf(text(protocolAt(owner).value) ?? text(value.binding))?.name;
    const around = protocols.get(owner.pointer);
    return {
      protocol: own ?? (around?.size === 1 ? [...around][0] : undefined),
      envelope: text(value.envelope) ?? text(value.format),
      options: asObject(value.envelopeoptions),
    };
  }

  /** The protocols of the endpoints that name a group: where there is only one, its messages travel by it. */
  function protocolsOfGroups(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    for (const [, endpoint] of endpoints) {
      const name = protocolOf(text(protocolAt(endpoint).value))?.name;
      for (const reference of texts(groupList(endpoint).value)) {
        const group = entityAt(root, reference);
        if (group && name !== undefined) found.set(group.pointer, (found.get(group.pointer) ?? new Set()).add(name));
      }
    }
    return found;
  }

  function groupsOf(endpoint: Cursor): Cursor[] {
    return items(groupList(endpoint)).flatMap(reference => {
      if (typeof reference.value !== 'string') return [];
      const group = entityAt(root, reference.value);
      if (group) used.add(group.pointer);
      const like = '/messagegroups/orders';
      if (!group) report(XREGISTRY_REFERENCE_BROKEN, reference, { what: 'group', reference: reference.value, like });
      return group ? [group] : [];
    });
  }
}

function groupList(endpoint: Cursor): Cursor {
  return firstOf(endpoint, 'messagegroups', 'definitionGroups');
}

/** Registries have labels where AsyncAPI has extensions; the label `owner` names the team as `x-owner` does. */
function ownerOf(root: Cursor): { 'x-owner'?: string } {
  const owner = text(member(member(root, 'labels'), 'owner').value);
  return owner === undefined ? {} : { 'x-owner': owner };
}
