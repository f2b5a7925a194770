import type { CST, Scalar, ScalarTag, Tags } from 'yaml';

/** What a scalar is asked to be printed in. */
interface Place {
  readonly indent: string;
  readonly inFlow?: boolean | null;
  readonly implicitKey?: boolean;
  readonly options: { readonly commentString: (comment: string) => string };
}

type Stringify = (item: Scalar, place: Place, onComment?: () => void, onChompKeep?: () => void) => string;

/**
 * Scalars that nobody changed are printed as their author wrote them: the same quotes, the same line breaks, the same
 * `0x1F`. The library would print their values anew. A scalar that gets a new value must be a new scalar.
 */
export function verbatim(tags: Tags): Tags {
  return tags.map(tag => {
    if (typeof tag === 'string' || tag.collection !== undefined) return tag;
    const anew = tag.stringify as unknown as Stringify;
    const stringify: Stringify = (item, place, onComment, onChompKeep) =>
      sourceOf(item, place, onComment) ?? anew(item, place, onComment, onChompKeep);
    return { ...tag, stringify } as unknown as ScalarTag;
  });
}

/** The scalar's own text, indented for its place; undefined where it cannot stand there as it is. */
function sourceOf(item: Scalar, place: Place, onComment?: () => void): string | undefined {
  const token = item.srcToken as CST.FlowScalar | CST.BlockScalar | undefined;
  switch (token?.type) {
    case 'block-scalar':
      return place.inFlow || place.implicitKey || place.indent === ''
        ? undefined
        : block(item, token, place, onComment);
    case 'scalar':
      return token.source === '' || (place.inFlow && /[,[\]{}]/.test(token.source)) ? undefined : lines(token, place);
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return lines(token, place);
    default:
      return undefined;
  }
}

/** Where a plain or quoted scalar breaks its line does not matter, nor how far in the next line begins. */
function lines({ source }: CST.FlowScalar, place: Place): string | undefined {
  if (!source.includes('\n')) return source;
  if (place.implicitKey || place.indent === '') return undefined;
  const [first, ...rest] = source.split('\n');
  // Only these two are white space to YAML; a space that ends a line may be escaped.
  const shifted = rest.map(line => line.replace(/^[ \t]+/, '')).map(line => (line === '' ? '' : place.indent + line));
  return [first, ...shifted].join('\n');
}

const BLANK = /^[ \t]*$/;

/** Block scalars that say how far in they stand, or keep the lines at their end, are left to the library. */
function block(item: Scalar, token: CST.BlockScalar, place: Place, onComment?: () => void): string | undefined {
  const header = token.props.find(({ type }) => type === 'block-scalar-header') as CST.SourceToken | undefined;
  if (!header || !/^[|>]-?$/.test(header.source)) return undefined;
  const body = token.source.split('\n');
  const depth = body.find(line => !BLANK.test(line))?.search(/[^ ]/);
  if (depth === undefined) return undefined;
  while (BLANK.test(body.at(-1) ?? 'x')) body.pop();
  const shifted = body.map(line => (line.length > depth ? place.indent + line.slice(depth) : ''));
  if (item.comment) onComment?.();
  const comment = item.comment ? ` ${place.options.commentString(item.comment)}` : '';
  return [header.source + comment, ...shifted].join('\n');
}
