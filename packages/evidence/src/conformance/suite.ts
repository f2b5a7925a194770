import { describe, expect, test } from 'vitest';
import type { Evidence, EvidenceAdapter } from '../port.ts';

/** The same facts as an adapter's file says them; what it cannot say is left out. */
export interface ConformanceCase {
  readonly location: string;
  readonly text: string;
  /** Lines: `channel orders.placed`, `owner orders.placed sales`, `orders send orders.placed`. */
  readonly says: readonly string[];
}

/** What every adapter must keep to. Each brings a file that says something. */
export function conforms(adapter: EvidenceAdapter, { location, text, says }: ConformanceCase): void {
  describe(adapter.id, () => {
    const { evidence, findings } = adapter.read(location, text);

    test('takes its files, in folders too, and no others', () => {
      expect(adapter.takes(location)).toBe(true);
      expect(adapter.takes(`infra/prod/${location}`)).toBe(true);
      expect(adapter.takes('asyncapi.yaml')).toBe(false);
      expect(adapter.takes('README.md')).toBe(false);
    });

    test('says what the file says, each fact with its origin in the file', () => {
      expect(findings).toEqual([]);
      expect(evidence).toMatchObject({ location, format: adapter.id });
      expect(linesOf(evidence as Evidence)).toEqual([...says].sort());
      const facts = [...(evidence?.channels ?? []), ...(evidence?.uses ?? []), ...(evidence?.aliases ?? [])];
      for (const { origin } of facts) expect(origin).toMatchObject({ source: location });
      expect(new Set(facts.map(({ origin }) => origin.pointer + origin.inside?.start.line)).size).toBe(facts.length);
    });

    test('is plain data that gives the same each time', () => {
      expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
      expect(adapter.read(location, text)).toEqual({ evidence, findings });
    });

    test('never throws, whatever the text is, and claims nothing complete that is damaged', () => {
      const damaged = [
        '',
        '\u0000',
        '{',
        '[]',
        '- a\n- b: [',
        'null',
        '"x',
        text.slice(0, text.length / 2),
        `${text}\n}{`,
      ];
      for (const each of damaged) {
        const result = adapter.read(location, each);
        expect(result.findings).toBeInstanceOf(Array);
        if (result.findings.some(({ severity }) => severity === 'error'))
          expect(result.evidence?.complete).not.toBe(true);
      }
    });
  });
}

function linesOf({ channels, uses }: Evidence): string[] {
  const owners = channels.flatMap(({ address, owner }) => (owner ? [`owner ${address} ${owner}`] : []));
  const lines = [
    ...channels.map(({ address }) => `channel ${address}`),
    ...owners,
    ...uses.map(({ who, action, address }) => `${who} ${action} ${address}`),
  ];
  return lines.sort();
}
