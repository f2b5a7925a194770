import { EVIDENCE_MAPPING_MISSES } from '../findings.ts';
import { type Gleaning, gleaning } from '../parts/gleaning.ts';
import { isStatic } from '../parts/values.ts';
import { documentsIn, type YamlDocument } from '../parts/yaml-stream.ts';
import type { ChannelMapping, EvidenceAdapter, EvidenceResult, Mapping, UseMapping } from '../port.ts';
import { follow, type Spot, type Walk } from './path.ts';

/**
 * Reads files of a company's own form by what `portolan.yaml` says of them. A mapping without channels and uses only adds
 * its broker, and whether it is complete, to what the adapter for a known form reads.
 *
 * @param known who else reads the file
 */
export function mappedAdapter(mapping: Mapping, known?: EvidenceAdapter): EvidenceAdapter {
  const { channels, uses = [], broker, complete = false } = mapping;
  const own = channels !== undefined || uses.length > 0;
  return {
    id: own ? 'mapped' : (known?.id ?? 'mapped'),
    takes: () => true,
    ...(known?.together && !own && { together: true }),
    read(location, text, beside) {
      const { evidence, findings } = own
        ? readMapped(location, text, channels, uses)
        : (known?.read(location, text, beside) ?? { findings: [] });
      if (!evidence) return { findings };
      const whole = complete && findings.every(({ severity, code }) => severity !== 'error' && code !== UNREAD);
      return {
        evidence: { ...evidence, ...(broker !== undefined && { broker }), complete: evidence.complete || whole },
        findings,
      };
    },
  };
}

/** Places that the paths of one mapping may lead to in one document. */
const MOST_PLACES = 500_000;

/** What could not be read may be what is missing. */
const UNREAD = 'EVIDENCE_NOT_STATIC';

function readMapped(
  location: string,
  text: string,
  channels: ChannelMapping | undefined,
  uses: readonly UseMapping[],
): EvidenceResult {
  const notes = gleaning(location, 'mapped');
  const { documents, findings } = documentsIn(location, text);
  notes.take(findings);
  for (const document of documents) {
    const file = (location.split('/').at(-1) as string).replace(/\.[^.]*$/, '');
    const reading = { document, walk: { file, left: MOST_PLACES }, notes, location };
    if (channels) channelsIn(channels, reading);
    for (const [index, use] of uses.entries()) usesIn(use, `uses[${index}]`, reading);
  }
  return notes.result();
}

interface MappedReading {
  readonly document: YamlDocument;
  readonly walk: Walk;
  readonly notes: Gleaning;
  readonly location: string;
}

function channelsIn(mapping: ChannelMapping, reading: MappedReading): void {
  const { notes, document, walk } = reading;
  for (const item of itemsOf(mapping.each, mapping.address, 'channels', reading)) {
    const [owner] = mapping.owner === undefined ? [] : textsAt(mapping.owner, item, walk);
    for (const address of addressesAt(mapping.address, item, reading)) {
      const at = document.at(...address.keys);
      notes.channel(address.text, at, owner?.text);
      for (const [path, action] of [
        [mapping.senders, 'send'],
        [mapping.receivers, 'receive'],
      ] as const) {
        for (const who of path === undefined ? [] : textsAt(path, item, walk)) {
          notes.use(who.text, action, address.text, document.at(...who.keys));
        }
      }
    }
  }
}

function usesIn(mapping: UseMapping, member: string, reading: MappedReading): void {
  const { notes, document, walk } = reading;
  for (const item of itemsOf(mapping.each, mapping.who, member, reading)) {
    const said = mapping.action === undefined ? [] : textsAt(mapping.action, item, walk);
    const actions = (['send', 'receive'] as const).filter(
      action => mapping.as === action || said.some(({ text }) => means(mapping[action], action, text)),
    );
    for (const who of textsAt(mapping.who, item, walk)) {
      for (const { text, keys } of addressesAt(mapping.address, item, reading)) {
        const prefix = text.endsWith('*');
        const address = prefix ? text.slice(0, -1) : text;
        const at = document.at(...(keys.length > 0 ? keys : who.keys));
        for (const action of actions) notes.use(who.text, action, address, at, prefix ? { match: 'prefix' } : {});
      }
    }
  }
}

/** Words that mean an action where the mapping names none. */
const USUAL = {
  send: ['send', 'write', 'produce', 'producer', 'publish', 'publisher'],
  receive: ['receive', 'read', 'consume', 'consumer', 'subscribe', 'subscriber'],
} as const;

function means(words: readonly string[] | undefined, action: 'send' | 'receive', text: string): boolean {
  return (words ?? USUAL[action]).some(word => word.toLowerCase() === text.toLowerCase());
}

/** The items that a mapping is about. That there are none, or that none has what it should have, is told. */
function itemsOf(each: string | undefined, needed: string, member: string, reading: MappedReading): readonly Spot[] {
  const { document, walk, notes, location } = reading;
  const items = follow(each ?? '', { value: document.value, keys: [] }, walk);
  const [first] = items;
  const missing =
    first === undefined ? each : items.every(item => !leadsSomewhere(needed, item, walk)) ? needed : undefined;
  if (missing !== undefined) {
    const path = first === undefined || each === undefined ? missing : `${each}.${missing}`;
    const name = first === undefined ? `${member}.each` : member;
    notes.find(EVIDENCE_MAPPING_MISSES, document.at(...(first?.keys ?? [])), {
      path,
      subject: `\`${location}\``,
      member: `evidence.${name}`,
    });
  }
  return items;
}

function leadsSomewhere(template: string, item: Spot, walk: Walk): boolean {
  const paths = template.includes('{')
    ? [...template.matchAll(/\{([^{}]*)\}/g)].map(([, path]) => path as string)
    : [template];
  return paths.every(path => follow(path, item, walk).length > 0);
}

interface Said {
  readonly text: string;
  readonly keys: readonly (string | number)[];
}

/** The texts that a path leads to. A list of texts at its end counts as each of them. */
function textsAt(path: string, item: Spot, walk: Walk): readonly Said[] {
  return follow(path, item, walk)
    .flatMap(spot => (Array.isArray(spot.value) ? follow('[]', spot, walk) : [spot]))
    .flatMap(({ value, keys }) => {
      const text = typeof value === 'number' ? String(value) : value;
      return typeof text === 'string' && text.trim() !== '' && isStatic(text) ? [{ text: text.trim(), keys }] : [];
    });
}

function addressesAt(template: string, item: Spot, { walk, notes, document }: MappedReading): readonly Said[] {
  const found = template.includes('{') ? filled(template, item, walk) : textsAt(template, item, walk);
  if (found.length === 0 && leadsSomewhere(template, item, walk)) notes.unread(template, document.at(...item.keys));
  return found;
}

/** A text with paths in braces; each of them has to lead to one text. */
function filled(template: string, item: Spot, walk: Walk): readonly Said[] {
  let known = true;
  const text = template.replace(/\{([^{}]*)\}/g, (_, path: string) => {
    const [only, ...more] = textsAt(path, item, walk);
    if (!only || more.length > 0) known = false;
    return only?.text ?? '';
  });
  return known ? [{ text, keys: item.keys }] : [];
}
