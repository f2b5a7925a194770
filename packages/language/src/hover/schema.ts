import { keysOf } from '@portolan/base';
import { formatOf } from '@portolan/contract/text';
import { outline, type SchemaSource } from '@portolan/schema';
import { dataOf } from '../sketch/data.ts';
import { behind, entryOf, findAt, textOf } from '../sketch/find.ts';
import type { Files } from '../workspace/files.ts';
import { type At, follow, named, nameOfPlace } from '../workspace/places.ts';
import { shapeText } from './shape-text.ts';

/**
 * The shape of the schema at a place as markdown; references in it are followed when they are drawn. Undefined where
 * there is none.
 *
 * @param schemaFormat language of the schema, where something around it says so
 */
export function schemaText(files: Files, at: At, schemaFormat?: string): string | undefined {
  const sketch = files.sketch(at.location);
  const node = sketch && behind(sketch, findAt(sketch, at.keys)?.node);
  if (!sketch || !node) return undefined;
  const inner = entryOf(node, 'schema');
  const format = inner ? textOf(entryOf(node, 'schemaFormat')?.value) : schemaFormat;
  const start = inner ? { location: at.location, keys: [...at.keys, 'schema'] } : at;
  const source = sourceAt(files, follow(files, start) ?? start, format);
  if (!source) return undefined;
  const lookup = (id: string) => {
    const hash = id.indexOf('#');
    const there = follow(files, { location: id.slice(0, hash), keys: keysOf(id.slice(hash + 1)) });
    return there && sourceAt(files, there, format);
  };
  const shape = outline(source, lookup, { depth: 4 });
  return `\`\`\`text\n${shapeText(shape, at.keys.at(-1))}\n\`\`\``;
}

/** A schema whose references name places: each is the definition of that id. */
function sourceAt(files: Files, at: At, format: string | undefined): SchemaSource | undefined {
  const sketch = files.sketch(at.location);
  if (!sketch) return undefined;
  const definition = dataOf(sketch, findAt(sketch, at.keys)?.node, reference => {
    const place = named(files, reference, at.location).at(-1);
    const id = place ? nameOfPlace(place) : reference;
    return `#/schemas/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  });
  return {
    id: nameOfPlace(at),
    format: formatOf(format),
    ...(format !== undefined && { schemaFormat: format }),
    definition,
  };
}
