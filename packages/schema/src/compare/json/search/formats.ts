import { FORMATS } from '../../../sample/texts.ts';

/** What is known about formats of texts: examples, what all texts of one look like, which one includes which. */

/** Formats whose texts are all texts of the other one, too. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  email: ['idn-email'],
  hostname: ['idn-hostname'],
  uri: ['uri-reference', 'iri', 'iri-reference'],
  'uri-reference': ['iri-reference'],
  iri: ['iri-reference'],
  ipv4: ['ip-address'],
  'ip-address': ['ipv4'],
};

/** True when every text of one format is a text of the other. */
export function isWithin(format: string, other: string): boolean {
  return format === other || WITHIN[format]?.includes(other) === true;
}

/** Regular expressions that every text of a format matches, and others may, too. */
const SHAPES: Readonly<Record<string, string>> = {
  uuid: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
  date: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  'date-time': '^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$',
  time: '^[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$',
  duration: '^P[0-9YMWDTHS]+$',
  ipv4: '^[0-9]{1,3}(\\.[0-9]{1,3}){3}$',
  ipv6: '^[0-9a-fA-F:.]+$',
  email: '^.+@.+$',
  'idn-email': '^.+@.+$',
  uri: '^[A-Za-z][A-Za-z0-9+.-]*:',
  iri: '^[A-Za-z][A-Za-z0-9+.-]*:',
};

export function shapeOf(format: string): string | undefined {
  return SHAPES[format];
}

/** Texts of a format that few pattern and lengths expect. */
const UNUSUAL: Readonly<Record<string, readonly string[]>> = {
  uuid: ['3F2B8C1E-5A4D-4E6F-9B7A-1C2D3E4F5A6B', '00000000-0000-0000-0000-000000000000'],
  'date-time': ['2026-03-14T09:26:53.123456+01:00', '2026-03-14t09:26:53z', '1999-12-31T23:59:59-11:30'],
  date: ['1999-12-31', '0001-01-01', '9999-12-31'],
  time: ['23:59:59.5+01:00', '00:00:00-11:30'],
  duration: ['P1Y2M3DT4H5M6S', 'P3W', 'PT0S'],
  email: ['a@b.co', 'first.last+tag@sub.example.org', "o'hara@example.com"],
  hostname: ['a', 'a.b', 'xn--bcher-kva.example', 'localhost', '1.example'],
  'idn-hostname': ['example.com', 'a', 'bücher.example'],
  'idn-email': ['jörg@example.com'],
  'ip-address': ['192.0.2.10', '0.0.0.0'],
  ipv4: ['0.0.0.0', '255.255.255.255'],
  ipv6: ['::', '::1', '2001:DB8:0:0:0:0:0:1', '::ffff:192.0.2.1'],
  uri: ['urn:example:a', 'mailto:a@example.com', 'ftp://example.com/a?b#c', 'a:b'],
  'uri-reference': ['', '#a', '../a?b', 'https://example.com/'],
  iri: ['https://example.com/ü', 'urn:example:a'],
  'iri-reference': ['', 'ü', 'https://example.com/ü'],
  'uri-template': ['', '/orders/{id}', '{x}'],
  'json-pointer': ['', '/', '/a~1b'],
  'relative-json-pointer': ['0', '1/a', '0#'],
  regex: ['', 'a|b', '[a-z]{2,}'],
  byte: ['', 'AA==', 'cG9ydG9sYW4h'],
};

/** Texts of a format, the usual ones first. */
export function formatTexts(format: string): readonly string[] {
  return [...(FORMATS[format] ?? []), ...(UNUSUAL[format] ?? [])];
}
