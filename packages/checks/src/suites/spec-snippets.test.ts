import { describe, expect, test } from 'vitest';
import { corpus, errorsOf, inOneLine, judge } from './judge.test-support.ts';

/**
 * The snippets in the text of the specification, each put where it belongs in a document of its version. What they refer
 * to is mostly not shown there, so references that lead nowhere are no errors here.
 */
interface Snippet {
  readonly section: string;
  readonly example: string;
  /** Line of the specification's text. */
  readonly line: number;
  readonly language: 'json' | 'yaml';
  readonly text: string;
}

const ROOT: readonly string[] = [];
const MESSAGE = ['channels', 'it', 'messages', 'it'];
const SCHEME = ['components', 'securitySchemes', 'it'];

/** Where a snippet stands in a document, as keys; `-` is an item of a list. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  Introduction: ROOT,
  Identifier: ROOT,
  'Default Content Type': ROOT,
  'Components Object': ROOT,
  'Multi Format Schema Object': ROOT,
  'Info Object': ['info'],
  'Contact Object': ['info', 'contact'],
  'License Object': ['info', 'license'],
  'Servers Object': ['servers'],
  'Server Object': ['servers', 'it'],
  'Server Variable Object': ['servers', 'it'],
  'Channels Object': ['channels'],
  'Channel Object': ['channels', 'it'],
  'Messages Object': ['channels', 'it', 'messages'],
  'Parameters Object': ['channels', 'it'],
  'Parameter Object': ['channels', 'it'],
  'Operations Object': ['operations'],
  'Operation Object': ['operations', 'it'],
  'Operation Trait Object': ['components', 'operationTraits', 'it'],
  'Operation Reply Address Object': ['components', 'replyAddresses', 'it'],
  'Message Object': MESSAGE,
  'Traits Merge Mechanism': MESSAGE,
  'Message Trait Object': ['components', 'messageTraits', 'it'],
  'Message Example Object': [...MESSAGE, 'examples', '-'],
  'Tag Object': ['info', 'tags', '-'],
  'External Documentation Object': ['info', 'externalDocs'],
  'Reference Object': [...MESSAGE, 'payload'],
  'Schema Object': [...MESSAGE, 'payload'],
  'Security Scheme Object': SCHEME,
  'OAuth Flow Object': [...SCHEME, 'flows', 'clientCredentials'],
  'Correlation ID Object': ['components', 'correlationIds', 'it'],
};

/** What stood elsewhere in 2.x. */
const PLACES_2: typeof PLACES = {
  ...PLACES,
  Introduction: ['channels'],
  'Channel Item Object': ['channels', 'it'],
  'Parameters Object': ['channels'],
  'Parameter Object': ['channels'],
  'Operation Object': ['channels', 'it', 'subscribe'],
  'Message Object': ['channels', 'it', 'subscribe', 'message'],
  'Message Example Object': ['channels', 'it', 'subscribe', 'message', 'examples', '-'],
  'Reference Object': ['channels', 'it', 'subscribe', 'message', 'payload'],
  'Schema Object': ['channels', 'it', 'subscribe', 'message', 'payload'],
  'Tag Object': ['tags', '-'],
  'External Documentation Object': ['externalDocs'],
  'OAuth Flow Object': SCHEME,
  'Security Requirement Object': ['servers', 'it', 'security', '-'],
};

/** What an object needs so that a snippet may stand in it, by the member that the snippet is. */
const REQUIRED: Readonly<Record<string, string>> = {
  contact: '  title: It\n  version: 1.0.0\n',
  license: '  title: It\n  version: 1.0.0\n',
  tags: '  title: It\n  version: 1.0.0\n',
  externalDocs: '  title: It\n  version: 1.0.0\n',
  flows: '  type: oauth2\n',
  security: '  url: broker.example.com\n  protocol: kafka\n',
};

/** What is said of a reference to something that the snippet does not show. */
const ELSEWHERE = ['REFERENCE_BROKEN', 'REFERENCE_FILE_MISSING', 'SECURITY_SCHEME_UNKNOWN', 'CHANNEL_SERVER_UNKNOWN'];

function placeOf(version: string, { section, example, text }: Snippet): readonly string[] {
  if (section === 'Schema Object' && /^\W*schemas\W/.test(text)) return ['components'];
  if (section === 'Server Object' && /^\W*servers\W/.test(text)) return ROOT;
  if (section === 'OAuth Flow Object' && /authorizationUrl/.test(text))
    return version.startsWith('2.') ? SCHEME : [...SCHEME, 'flows', 'authorizationCode'];
  const place = (version.startsWith('2.') ? PLACES_2 : PLACES)[section];
  if (!place) throw new Error(`nobody says where the ${section} of ${example} stands`);
  return place;
}

/** A document that holds a snippet and otherwise as little as may be. JSON is YAML, so one way serves both. */
function documentOf(version: string, snippet: Snippet): string {
  const place = placeOf(version, snippet);
  const rest = {
    asyncapi: version,
    info: { title: 'It', version: '1.0.0' },
    ...(version.startsWith('2.') && { channels: {} }),
  };
  const root = Object.entries(rest).filter(([key]) => key !== place[0]);
  if (place.length === 0 && snippet.language === 'json') {
    return `${JSON.stringify(rest).slice(0, -1)},${snippet.text.trim().slice(1)}`;
  }
  const written = root.filter(([key]) => !new RegExp(`^${key}:`, 'm').test(place.length === 0 ? snippet.text : ''));
  const head = written.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('');
  return `${head}${nested(place, snippet.text)}\n`;
}

function nested([key, ...rest]: readonly string[], text: string): string {
  if (key === undefined) return text;
  const opening = key === '-' ? '-' : `${key}:`;
  const required = rest[0] === undefined ? '' : (REQUIRED[rest[0]] ?? '');
  return `${opening}\n${required}${nested(rest, text).replace(/^/gm, '  ')}`;
}

const CHANNEL_KEY =
  'A key in `components.channels` holds a slash, which Components Object (`^[a-zA-Z0-9\\.\\-_]+$`) forbids.';
const CHANNEL_OF_2 = `${CHANNEL_KEY} The channel there has \`subscribe\`, which Channel Object has no more.`;
const LEFT_OUT =
  'The channel is left out “for brevity”, and what remains is null, where Channels Object wants a channel.';
const POINTERS =
  'It names messages in components, which Operation Object, messages, forbids; 3.1.0 has mended the example.';
const REQUIREMENT =
  'Its `security` has the Security Requirement Object of 2.x, where Operation Object, security, wants a Security Scheme Object.';

/** Snippets that Portolan does not take as they are, by version and line, each with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '2.6.0 1537': CHANNEL_KEY,
  '2.6.0 1667': `${CHANNEL_KEY} Its server variables have numbers, where Server Variable Object, enum and default, wants texts; its JSON twin has texts.`,
  '2.6.0 2270':
    'A comma of the JSON twin stayed behind, so that the type is `apiKey,`, which Security Scheme Object, type, does not have.',
  '3.0.0 22': LEFT_OUT,
  '3.0.0 845': `${POINTERS} ${REQUIREMENT}`,
  '3.0.0 892': `${POINTERS} ${REQUIREMENT}`,
  '3.0.0 1621': CHANNEL_OF_2,
  '3.0.0 1754': CHANNEL_OF_2,
  '3.1.0 21': LEFT_OUT,
  '3.1.0 857': REQUIREMENT,
  '3.1.0 918': REQUIREMENT,
  '3.1.0 1644': CHANNEL_OF_2,
  '3.1.0 1778': CHANNEL_OF_2,
};

const { load } = corpus('asyncapi-spec-snippets');

describe.each(['2.6.0', '3.0.0', '3.1.0'])('AsyncAPI %s', version => {
  const snippets: readonly Snippet[] = JSON.parse(load(`${version}.json`) ?? '[]');

  test('the snippets are there', () => {
    expect(snippets.length).toBeGreaterThan(90);
  });

  test.each(snippets.map(snippet => [snippet.line, snippet.section, snippet.example, snippet] as const))(
    'line %i, %s: %s',
    async (line, _section, _example, snippet) => {
      const findings = await judge('asyncapi.yaml', documentOf(version, snippet));
      const errors = errorsOf(findings).filter(({ code }) => !ELSEWHERE.includes(code));
      const argued = `${version} ${line}` in EXCEPTIONS;
      expect(errors.length > 0, errors.map(inOneLine).join('\n')).toBe(argued);
    },
  );
});
