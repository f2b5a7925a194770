import type { Gleaning, Place } from './gleaning.ts';
import { isStatic } from './values.ts';

/** One setting of an application: of its settings file, or of its environment. */
export interface Setting {
  /** Parts by dots, lower case, as far as the author's words have no other case: `spring.kafka.consumer.group-id`. */
  readonly key: string;
  /** As its author wrote it, where that differs. */
  readonly written?: string;
  readonly value: string;
  readonly at: Place;
}

/** Words in a key that make what it names something the application receives from, or sends on. */
const RECEIVES = words('consumer consumers consume consumed incoming inbound input listener listeners subscriber');
const SENDS = words('producer producers produce produced outgoing outbound output publisher publishers');
/** Words that name a channel. */
const ONE = words('topic queue destination exchange');
const SEVERAL = words('topics queues destinations');

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * Notes what the settings of one application say: bindings of Spring Cloud Stream and of MicroProfile, the group of its
 * consumers, and settings whose key says in words that they name a topic or queue of a consumer or of a producer.
 *
 * @param app name of the application; without one, its consumer group stands for it
 */
export function settingsFacts(settings: readonly Setting[], app: string | undefined, notes: Gleaning): void {
  const groups = settings.filter(({ key, value }) => isGroup(key) && isStatic(value) && isName(value));
  const names = new Set(groups.map(({ value }) => value));
  const who = app ?? (names.size === 1 ? groups[0]?.value : undefined);
  const [group] = groups;
  const known = indexOf(settings);
  // An application with several groups has them for several reasons, and none of them is its name.
  if (app !== undefined && group && names.size === 1) notes.alias(app, group.value, group.at);
  for (const setting of settings) {
    const meant = meaningOf(setting, known);
    if (!meant) continue;
    const mine = who ?? meant.group;
    for (const address of setting.value.split(',').map(each => each.trim())) {
      if (!isStatic(address)) notes.unread(setting.written ?? setting.key, setting.at);
      else if (mine !== undefined && isName(address)) notes.use(mine, meant.action, address, setting.at);
    }
  }
}

interface Meaning {
  readonly action: 'send' | 'receive';
  /** Group of this binding alone. */
  readonly group?: string;
}

function meaningOf({ key }: Setting, known: Index): Meaning | undefined {
  const stream = /^spring\.cloud\.stream\.bindings\.(.+)\.destination$/.exec(key)?.[1];
  if (stream !== undefined) return ofBinding(stream, known);
  const channel =
    /^(?:[\w%"-]+\.)?mp\.messaging\.(incoming|outgoing)\.[^.]+\.(?:topics?|address|queue\.name|destination)$/.exec(
      key,
    )?.[1];
  if (channel !== undefined) return { action: channel === 'incoming' ? 'receive' : 'send' };
  if (key === 'spring.kafka.template.default-topic') return { action: 'send' };
  if (/^spring\.rabbitmq\.template\.(exchange|routing-key)$/.test(key)) return { action: 'send' };
  if (key === 'spring.rabbitmq.template.default-receive-queue') return { action: 'receive' };
  return ofWords(key.split(/[.\-_[\]]+/).filter(part => part !== '' && !/^\d+$/.test(part)));
}

/** What is looked up of the settings, so that a thousand bindings are no million comparisons. */
interface Index {
  readonly values: ReadonlyMap<string, string>;
  /** Names that Spring's own names of bindings are replaced by, with those. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly inputs: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
}

function indexOf(settings: readonly Setting[]): Index {
  const values = new Map(settings.map(({ key, value }) => [key, value]));
  const renames = settings.filter(({ key }) => key.startsWith('spring.cloud.stream.function.bindings.'));
  const listed = (member: string) => new Set(values.get(`spring.cloud.stream.${member}`)?.toLowerCase().split(';'));
  return {
    values,
    renamed: new Map(renames.map(({ key, value }) => [value.toLowerCase(), key])),
    inputs: listed('input-bindings'),
    outputs: listed('output-bindings'),
  };
}

/** A binding's name says which way it goes; where it does not, only receivers have a group. */
function ofBinding(name: string, { values, renamed, inputs, outputs }: Index): Meaning | undefined {
  const side = sideOf(name) ?? sideOf(renamed.get(name) ?? '');
  const group = values.get(`spring.cloud.stream.bindings.${name}.group`);
  const own = group !== undefined && isStatic(group) ? { group } : {};
  if (side === 'in' || inputs.has(name)) return { action: 'receive', ...own };
  if (side === 'out' || outputs.has(name)) return { action: 'send' };
  return group === undefined ? undefined : { action: 'receive', ...own };
}

function sideOf(binding: string): 'in' | 'out' | undefined {
  if (/(^|[-.])in[-.]?\d+$|^input$/.test(binding)) return 'in';
  return /(^|[-.])out[-.]?\d+$|^output$/.test(binding) ? 'out' : undefined;
}

/** `orders.consumer.topic`, `KAFKA_PRODUCER_TOPICS_PLACED`; not `consumer.topic.partitions`, not `topic.name`. */
function ofWords(parts: readonly string[]): Meaning | undefined {
  const last = parts.at(-1) === 'name' ? parts.slice(0, -1) : parts;
  const names = ONE.has(last.at(-1) ?? '') || last.slice(-3).some(part => SEVERAL.has(part));
  const receives = parts.some(part => RECEIVES.has(part));
  if (!names || receives === parts.some(part => SENDS.has(part))) return undefined;
  return { action: receives ? 'receive' : 'send' };
}

function isGroup(key: string): boolean {
  return /(^|[.\-_])(consumer[.\-_])?group([.\-_]id)?$/.test(key) && /kafka|consumer|stream|mp\.messaging/.test(key);
}

/** Whether a value may be the name of a channel: no number, no switch, no time, no class, no address of a host. */
function isName(value: string): boolean {
  if (value.length > 249 || !/^[\p{L}\p{N}_.\-/{}+#*:]+$/u.test(value) || !/\p{L}/u.test(value)) return false;
  return !/^(true|false|null|none|\d+(ms|s|m|h|d|kb|mb))$/i.test(value) && !/:\d+$|^[a-z]+:\/\//i.test(value);
}
