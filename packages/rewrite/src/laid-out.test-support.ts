import fc from 'fast-check';
import { Document, isCollection, isNode, type Node, type Pair, visit } from 'yaml';

/** Texts that YAML has special ideas about, beside any other. */
const word = fc.oneof(
  fc.constantFrom('yes', 'null', '1.0', '0x1F', '1.0.0', '- a', 'a: b', '# no', "it's", 'say "so"', '', ' ', 'a\nb\n'),
  fc.constantFrom(
    'orders/{id}',
    'https://example.com/a#b',
    '*x',
    '&x',
    '{',
    '[1]',
    '2024-01-01',
    'two\n\nparts',
    'end\n\n',
  ),
  fc.string({ maxLength: 8 }),
);
const key = fc
  .oneof(fc.constantFrom('title', 'a', 'b', 'c-d', '200', 'x-y', '$ref', 'a/b', 'with space', '1.0', 'true'), word)
  .filter(name => name !== '__proto__' && name !== '<<');

/** Any data that JSON can say, as objects and lists like those of documents. */
const { data } = fc.letrec<{ data: unknown }>(tie => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(word, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(key, tie('data'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

const root = fc.dictionary(key, data, { minKeys: 1, maxKeys: 6, noNullPrototype: true });

/** How a text is laid out: brackets and comments here and there, as the numbers say. */
interface Style {
  readonly indent: number;
  readonly indentSeq: boolean;
  readonly singleQuote: boolean;
  readonly lineWidth: number;
  readonly eol: string;
  readonly dice: readonly number[];
}

const style: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  singleQuote: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20),
  eol: fc.constantFrom('\n', '\r\n'),
  dice: fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }),
});

/** Any data in YAML as people lay it out, with comments that count themselves: `# c1`. */
export const yamlText = fc.tuple(root, style).map(([value, laid]) => yaml(value, laid));

/** Any data as JSON, on one line or on many. */
export const jsonText = fc
  .tuple(root, fc.constantFrom(undefined, 2, 4), fc.constantFrom('\n', '\r\n'))
  .map(([value, indent, eol]) => `${JSON.stringify(value, null, indent)}\n`.replaceAll('\n', eol));

/** Any laid-out text. */
export const laidOut = fc.oneof({ weight: 3, arbitrary: yamlText }, { weight: 1, arbitrary: jsonText });

function yaml(value: unknown, { dice, eol, ...options }: Style): string {
  const doc = new Document(value, { aliasDuplicateObjects: false });
  let step = 0;
  let comments = 0;
  const roll = () => dice[step++ % dice.length] as number;
  visit(doc, (place, node) => {
    if (isCollection(node) && node !== doc.contents && roll() === 0) node.flow = true;
    const item = node as Node | Pair<Node, Node>;
    if (isNode(item) && !isCollection(item) && place !== 'key' && roll() === 1) item.comment = ` c${++comments}`;
    if ('key' in item && isNode(item.key) && roll() === 2) item.key.commentBefore = ` c${++comments}`;
    if ('key' in item && isNode(item.key) && roll() === 3) item.key.spaceBefore = true;
  });
  return doc.toString(options).replaceAll('\n', eol);
}

/** Pointers of all members and items of some data. */
export function pointers(value: unknown, pointer = ''): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [at, ...pointers(member, at)];
  });
}

/** The comments of a text, in its order. */
export function commentsOf(text: string): string[] {
  return text.match(/# c\d+/g) ?? [];
}
