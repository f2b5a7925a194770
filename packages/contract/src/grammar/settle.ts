import { formatOf } from '../normalise/format.ts';
import { isObject, referenceOf } from '../resolve/cursor.ts';
import { anything, type Grammar, type InFormatKind, type Kind } from './kinds.ts';
import { child, cursorOf, type Spot, versionNumber } from './spot.ts';
import type { Walk } from './walk.ts';

/**
 * The concrete kind that a value is to be checked as, once names, choices and versions are settled. Undefined when the
 * value fits none of the choices. References stay what they are.
 */
export function settle(walk: Walk, kind: Kind, spot: Spot): Kind | undefined {
  const { value } = spot;
  switch (kind.is) {
    case 'named': {
      const meant = walk.grammar[kind.name];
      return meant && settle(walk, meant, spot);
    }
    case 'fromVersion':
      return settle(walk, walk.version.number < versionNumber(kind.version) ? kind.before : kind.kind, spot);
    case 'either': {
      for (const one of kind.of) if (takes(one, value, walk.grammar)) return settle(walk, one, spot);
      return undefined;
    }
    case 'whenHas': {
      const has = isObject(value) && kind.members.some(name => Object.hasOwn(value, name));
      return settle(walk, has ? kind.then : kind.otherwise, spot);
    }
    case 'inFormat':
      return settle(walk, schemaKindOf(walk, kind, spot), spot);
    default:
      return kind;
  }
}

/** Whether a kind takes values of this JSON type at all. */
function takes(kind: Kind, value: unknown, grammar: Grammar): boolean {
  switch (kind.is) {
    case 'any':
      return true;
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === kind.is;
    case 'null':
      return value === null;
    case 'list':
      return Array.isArray(value);
    case 'either':
      return kind.of.some(one => takes(one, value, grammar));
    case 'named':
      return grammar[kind.name] !== undefined && takes(grammar[kind.name] as Kind, value, grammar);
    case 'referenceOr':
      return isObject(value) || takes(kind.to, value, grammar);
    case 'whenHas':
      return takes(kind.then, value, grammar) || takes(kind.otherwise, value, grammar);
    default:
      return isObject(value);
  }
}

function schemaKindOf(walk: Walk, kind: InFormatKind, spot: Spot): Kind {
  const written = spot.parent && schemaFormatBeside(walk, spot.parent);
  const format = formatOf(typeof written === 'string' ? written : undefined);
  // Other drafts of JSON Schema have other keywords, which the tables do not hold.
  if (format === 'json-schema' && !/draft-07/.test(String(written))) return anything;
  return kind.of[format] ?? anything;
}

/** The `schemaFormat` of an object, which in 2.x may also come from one of its traits. */
function schemaFormatBeside(walk: Walk, owner: Spot): unknown {
  if (!isObject(owner.value)) return undefined;
  const { schemaFormat, traits } = owner.value;
  if (schemaFormat !== undefined || !Array.isArray(traits)) return schemaFormat;
  for (const [index, trait] of traits.entries()) {
    const at = child(child(owner, 'field', 'traits', traits), 'item', index, trait);
    const meant = referenceOf(trait) === undefined ? trait : walk.resolver.follow(cursorOf(at))?.value;
    if (isObject(meant) && meant.schemaFormat !== undefined) return meant.schemaFormat;
  }
  return undefined;
}
