import { compareFindings, isObject, type JsonObject, type Origin, pointerOf } from '@portolan/base';
import { locate, parse } from '@portolan/contract/text';
import type { AliasFact, ChannelFact, EvidenceAdapter, EvidenceResult, UseFact } from '../port.ts';
import { conform } from './conform.ts';
import { evidenceJsonSchema } from './json-schema.ts';

/** Files in Portolan's own form: `evidence.yaml`, `kafka.evidence.yml`, `evidence.json`. */
export const evidenceYaml: EvidenceAdapter = {
  id: 'evidence.yaml',
  takes: location => /(^|[/.])evidence\.(ya?ml|json)$/i.test(location),
  read,
};

function read(location: string, text: string): EvidenceResult {
  const parsed = parse(location, text);
  const at = (...keys: readonly string[]): Origin => ({ source: location, pointer: pointerOf('', ...keys) });
  const flaws = parsed.readable ? conform(location, parsed.value, evidenceJsonSchema as JsonObject) : [];
  const findings = [
    ...parsed.findings,
    ...flaws.map(finding => {
      const range = locate(parsed, finding.origin);
      return range ? { ...finding, range } : finding;
    }),
  ].sort(compareFindings);
  if (!isObject(parsed.value) || flaws.some(({ origin }) => origin.pointer === '' || origin.pointer === '/portolan')) {
    return { findings };
  }
  const { broker, complete, channels, services } = parsed.value;
  const facts: ChannelFact[] = [];
  const uses: UseFact[] = [];
  for (const [address, described] of membersOf(channels)) {
    if (described !== null && !isObject(described)) continue;
    const { owner, senders, receivers } = described ?? {};
    facts.push({ address, ...(isText(owner) && { owner }), origin: { ...at('channels', address), part: 'key' } });
    for (const [member, action, who] of [
      ['senders', 'send', senders],
      ['receivers', 'receive', receivers],
    ] as const) {
      for (const [index, name] of textsOf(who)) {
        uses.push({ address, action, who: name, origin: at('channels', address, member, String(index)) });
      }
    }
  }
  const aliases: AliasFact[] = membersOf(services).flatMap(([service, described]) =>
    textsOf(isObject(described) ? described.names : undefined).map(([index, name]) => ({
      service,
      name,
      origin: at('services', service, 'names', String(index)),
    })),
  );
  const flawed = flaws.some(({ origin }) => origin.pointer === '/broker');
  const evidence = {
    location,
    format: evidenceYaml.id,
    ...(isText(broker) && !flawed && { broker }),
    // What could not be read may be what is missing.
    complete: complete === true && findings.every(({ severity }) => severity !== 'error'),
    channels: facts,
    uses,
    aliases,
  };
  return { evidence, findings };
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The texts of a list with their positions; whatever else stands in it is a finding. */
function textsOf(value: unknown): readonly (readonly [number, string])[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item, index) => (isText(item) ? [[index, item.trim()] as const] : []));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
