import { type Document, isCollection, isMap, isPair, isScalar, isSeq, type LineCounter, type Node, visit } from 'yaml';
import { sharesLine } from './json.ts';
import type { Layout } from './layout.ts';
import { keyOf } from './nodes.ts';

/** Reads off a text how its author lays texts out. */
export function layoutOf(text: string, crlf: boolean, doc: Document, lines: LineCounter): Layout {
  const json = isJson(text);
  const steps = json ? { indent: /^\s*[[{][ \t]*\n( +)/.exec(text)?.[1]?.length } : blockSteps(doc.contents, lines);
  return {
    json,
    eol: crlf ? '\r\n' : '\n',
    indent: steps.indent ?? 2,
    indentLists: steps.lists ?? true,
    lines: !text.trim().includes('\n') ? 'one' : sharesLine(doc.contents) ? 'shared' : 'apart',
    ...habits(doc),
  };
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Steps {
  indent?: number | undefined;
  lists?: boolean | undefined;
}

/** The first nested mapping and the first list of a mapping decide. */
function blockSteps(node: unknown, lines: LineCounter, steps: Steps = {}): Steps {
  if (!isCollection(node) || node.flow) return steps;
  const here = columnOf(node, lines);
  for (const item of node.items) {
    const value = isPair(item) ? item.value : item;
    if (isCollection(value) && !value.flow && isMap(node)) {
      const further = columnOf(value, lines) - here;
      if (isMap(value) && further > 0) steps.indent ??= further;
      if (isSeq(value)) steps.lists ??= further > 0;
    }
    if (steps.indent !== undefined && steps.lists !== undefined) return steps;
    blockSteps(value, lines, steps);
  }
  return steps;
}

function columnOf(node: Node, lines: LineCounter): number {
  return lines.linePos(node.range?.[0] ?? 0).col;
}

/** The first reference and the first quoted text decide; the specification's own examples are the default. */
function habits(doc: Document): Pick<Layout, 'singleQuotes' | 'flowReferences'> {
  let quotes: string | undefined;
  let flow: boolean | undefined;
  visit(doc, {
    Scalar(_, { type }) {
      if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') quotes ??= type;
    },
    Map(_, map) {
      const pair = map.items[0];
      if (flow === undefined && pair && keyOf(pair) === '$ref' && isScalar(pair.value)) flow = map.flow === true;
    },
  });
  return { singleQuotes: quotes !== 'QUOTE_DOUBLE', flowReferences: flow ?? false };
}
