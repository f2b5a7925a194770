import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, EvidenceAdapter } from '../port.ts';

/** The same facts as an adapter's file says them; what it cannot say is left out. */
export interface ConformanceCase {
  readonly location: string;
  readonly text: string;
  /**
   * Lines: `channel orders.placed`, `owner orders.placed sales`, `orders send orders.placed`, `orders send orders.* except
   * orders.old`, `billing is svc-billing`.
   */
  readonly says: readonly string[];
}

/** Damaged texts that are tried for each file; 60,000 of each were tried on 2026-11-21. */
const RUNS = Number(process.env.PORTOLAN_RUNS ?? 150);

/** What every adapter must keep to. Each brings a file that says something. */
export function conforms(adapter: EvidenceAdapter, { location, text, says }: ConformanceCase): void {
  describe(adapter.id, () => {
    const { evidence, findings } = adapter.read(location, text);

    test('takes its files, in folders too, and no others', () => {
      expect(adapter.takes(location)).toBe(true);
      expect(adapter.takes(`infra/prod/${location}`)).toBe(true);
      expect(adapter.looksRight?.(text)).not.toBe(false);
      const asyncapi = 'asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n';
      expect(adapter.takes('asyncapi.yaml') && adapter.looksRight?.(asyncapi) !== false).toBe(false);
      expect(adapter.takes('README.md')).toBe(false);
    });

    test('says what the file says, each fact with its origin in the file', () => {
      expect(findings).toEqual([]);
      expect(evidence).toMatchObject({ location, format: adapter.id });
      expect(linesOf(evidence as Evidence)).toEqual([...says].sort());
      const facts = [...(evidence?.channels ?? []), ...(evidence?.uses ?? []), ...(evidence?.aliases ?? [])];
      const lines = text.split('\n');
      for (const { origin } of facts) {
        expect(origin).toMatchObject({ source: location });
        const { start, end } = origin.inside ?? {};
        if (!start || !end) continue;
        // The lines that are shown for a fact are there, and say some of it.
        const shown = lines.slice(start.line - 1, end.line).join('\n');
        expect(shown.trim()).not.toBe('');
        expect(end.line).toBeLessThanOrEqual(lines.length);
      }
      expect(new Set(facts.map(fact => JSON.stringify(fact))).size).toBe(facts.length);
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

    test('reads every text in which pieces are missing, doubled or replaced', () => {
      const place = fc.nat({ max: text.length });
      const odd = fc.constantFrom(
        '',
        '{',
        '}',
        '[',
        '"',
        "'",
        ':',
        '\n',
        '- ',
        '${',
        '<<EOT\n',
        '/*',
        '*',
        '&a ',
        '\u0000',
        '§',
      );
      fc.assert(
        fc.property(place, place, odd, fc.boolean(), (a, b, put, twice) => {
          const [from, to] = a < b ? [a, b] : [b, a];
          const hurt = text.slice(0, from) + put + (twice ? text.slice(from, to).repeat(2) : '') + text.slice(to);
          const result = adapter.read(location, hurt);
          for (const { range } of result.findings) expect(range?.start.line ?? 1).toBeGreaterThan(0);
          return result.findings.every(({ message }) => !/\{\w+\}/.test(message.replaceAll(/`[^`]*`/g, '')));
        }),
        { numRuns: RUNS },
      );
    });
  });
}

function linesOf({ channels, uses, aliases }: Evidence): string[] {
  const owners = channels.flatMap(({ address, owner }) => (owner ? [`owner ${address} ${owner}`] : []));
  const lines = [
    ...channels.map(({ address }) => `channel ${address}`),
    ...owners,
    ...uses.map(({ who, action, address, match, except }) => {
      const but = except ? ` except ${except.join(' ')}` : '';
      return `${who} ${action} ${address}${match ? '*' : ''}${but}`;
    }),
    ...aliases.map(({ service, name }) => `${service} is ${name}`),
  ];
  return lines.sort();
}
