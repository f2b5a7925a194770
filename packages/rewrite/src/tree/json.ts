import { type CST, isCollection, isMap, isPair, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Layout } from './layout.ts';
import { keyOf } from './nodes.ts';

/** Prints a tree as JSON. What stood on one line stays on one line as long as it fits there. */
export function printJson(root: unknown, layout: Layout, width: number): string {
  return layout.lines === 'one' ? compact(root) : value(root, '', 0);

  /** `before` is what stands on the line already, in characters. */
  function value(node: unknown, indent: string, before: number): string {
    if (!isCollection(node)) return scalarText(node);
    if (node.items.length === 0) return isSeq(node) ? '[]' : '{}';
    if (mayShare(node)) {
      const line = oneLine(node);
      if (before + line.length <= width) return line;
    }
    const inner = indent + ' '.repeat(layout.indent);
    const items = isSeq(node)
      ? node.items.map(item => inner + value(item, inner, inner.length))
      : (node as YAMLMap).items.map(pair => {
          const start = `${inner}${JSON.stringify(keyOf(pair))}: `;
          return start + value(pair.value, inner, start.length);
        });
    const [open, close] = isSeq(node) ? '[]' : '{}';
    return `${open}\n${items.join(',\n')}\n${indent}${close}`;
  }

  function mayShare(node: Node): boolean {
    return node.srcToken ? !breaks(node.srcToken) : layout.lines === 'shared';
  }
}

function oneLine(node: unknown): string {
  if (!isCollection(node)) return scalarText(node);
  if (node.items.length === 0) return isSeq(node) ? '[]' : '{}';
  if (isSeq(node)) return `[${(node as YAMLSeq).items.map(oneLine).join(', ')}]`;
  return `{ ${(node as YAMLMap).items.map(pair => `${JSON.stringify(keyOf(pair))}: ${oneLine(pair.value)}`).join(', ')} }`;
}

function compact(node: unknown): string {
  if (isSeq(node)) return `[${node.items.map(compact).join(',')}]`;
  if (!isMap(node)) return scalarText(node);
  return `{${node.items.map(pair => `${JSON.stringify(keyOf(pair))}:${compact(pair.value)}`).join(',')}}`;
}

/** As it was written, where that is JSON. */
function scalarText(node: unknown): string {
  if (!isScalar(node)) return 'null';
  const token = node.srcToken as CST.FlowScalar | undefined;
  const written =
    token?.type === 'double-quoted-scalar' || (token?.type === 'scalar' && typeof node.value !== 'string');
  return written && isJson(token.source) ? token.source : (JSON.stringify(node.value) ?? 'null');
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

/** Whether a collection was written over several lines. */
export function breaks(token: CST.Token | undefined): boolean {
  if (token?.type !== 'flow-collection') return false;
  return token.items.some(
    ({ start, key, sep, value }) =>
      [...start, ...(sep ?? [])].some(({ type }) => type === 'newline') || breaks(key ?? undefined) || breaks(value),
  );
}

/** True for a collection that holds something and stands on one line. */
export function sharesLine(node: unknown): boolean {
  if (!isCollection(node)) return false;
  if (node.items.length > 0 && node.srcToken && !breaks(node.srcToken)) return true;
  return node.items.some(item => sharesLine(isPair(item) ? item.value : item));
}
