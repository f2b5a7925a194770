import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { rangeOf } from '../positions.ts';
import { behind, entryOf, referenceOf, textOf } from '../sketch/find.ts';
import type { Entry, Node, Sketch } from '../sketch/node.ts';
import { isOurs, versionOf } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';

const KINDS = {
  Namespace: 3,
  Class: 5,
  Field: 8,
  Interface: 11,
  Function: 12,
  Key: 20,
  Struct: 23,
  Event: 24,
} as const satisfies Record<string, SymbolKind>;

/** Maps whose members are worth a line of the outline, and what these are. */
const SECTIONS: Readonly<Record<string, SymbolKind>> = {
  servers: KINDS.Interface,
  channels: KINDS.Event,
  operations: KINDS.Function,
  messages: KINDS.Struct,
  schemas: KINDS.Class,
  securitySchemes: KINDS.Key,
};

/** The outline of a file: servers, channels with their operations and messages, operations, and components. */
export function documentSymbols(files: Files, location: string): DocumentSymbol[] {
  const sketch = files.sketch(location);
  if (sketch?.root?.is !== 'map' || !isOurs(files, location)) return [];
  const isDocument = versionOf(sketch) !== undefined;
  return sketch.root.entries.flatMap(entry => {
    if (!isDocument) return [symbolOf(sketch, entry, KINDS.Field, [])];
    if (entry.key === 'info')
      return [symbolOf(sketch, entry, KINDS.Namespace, [], textOf(entryOf(entry.value, 'title')?.value))];
    if (entry.key === 'components') return [symbolOf(sketch, entry, KINDS.Namespace, sectionsIn(sketch, entry.value))];
    return Object.hasOwn(SECTIONS, entry.key) ? [sectionOf(sketch, entry)] : [];
  });
}

function sectionsIn(sketch: Sketch, node: Node | undefined): DocumentSymbol[] {
  const map = behind(sketch, node);
  return map?.is === 'map' ? map.entries.map(entry => sectionOf(sketch, entry)) : [];
}

function sectionOf(sketch: Sketch, entry: Entry): DocumentSymbol {
  const kind = SECTIONS[entry.key] ?? KINDS.Field;
  const map = behind(sketch, entry.value);
  const members = map?.is === 'map' ? map.entries : [];
  const inside = members.map(member => symbolOf(sketch, member, kind, insideOf(sketch, member), detailOf(member)));
  return symbolOf(sketch, entry, KINDS.Namespace, inside);
}

/** Messages and operations of a channel. */
function insideOf(sketch: Sketch, { value }: Entry): DocumentSymbol[] {
  const map = behind(sketch, value);
  if (map?.is !== 'map') return [];
  return map.entries.flatMap(entry => {
    if (entry.key === 'publish' || entry.key === 'subscribe') {
      return [symbolOf(sketch, entry, KINDS.Function, [], textOf(entryOf(entry.value, 'operationId')?.value))];
    }
    const messages = entry.key === 'messages' ? behind(sketch, entry.value) : undefined;
    return messages?.is === 'map'
      ? messages.entries.map(message => symbolOf(sketch, message, KINDS.Struct, [], detailOf(message)))
      : [];
  });
}

function detailOf({ value }: Entry): string | undefined {
  const names = ['address', 'action', 'host', 'url', 'name', 'type'];
  return referenceOf(value) ?? names.map(name => textOf(entryOf(value, name)?.value)).find(text => text !== undefined);
}

function symbolOf(
  sketch: Sketch,
  { key, keyStart, keyEnd, value }: Entry,
  kind: SymbolKind,
  children: DocumentSymbol[],
  detail?: string,
): DocumentSymbol {
  return {
    name: key === '' ? '(no name)' : key,
    ...(detail !== undefined && { detail }),
    kind,
    range: rangeOf(sketch, keyStart, Math.max(keyEnd, value?.end ?? keyEnd)),
    selectionRange: rangeOf(sketch, keyStart, keyEnd),
    children,
  };
}
