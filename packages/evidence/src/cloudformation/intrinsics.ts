import { isObject, type JsonObject } from '@portolan/base';
import { textAt, at as valueAt } from '../parts/values.ts';
import { UNKNOWN } from '../parts/yaml-stream.ts';

/** What a short form such as `!Ref Topic` becomes, so that any YAML reader reads it; as long as what it replaces. */
const MARK = '¤';

/**
 * Takes the tags of CloudFormation out of a YAML text without moving anything: a reader that knows no tags then gives
 * texts with a mark for `!Ref` and `!GetAtt`, and what they are about for all others.
 */
export function withoutTags(text: string): string {
  return text.replace(
    /(^|[\s:[,-])!([A-Z][A-Za-z0-9]*(?:::[A-Za-z0-9]+)?)(?=[\s["'{]|$)([ ]+(?=[\w"']))?/gm,
    (_, before: string, name: string, blanks: string | undefined) =>
      (name === 'Ref' || name === 'GetAtt') && blanks
        ? `${before}${MARK}${name}${blanks}`
        : `${before}${' '.repeat(name.length + 1)}${blanks ?? ''}`,
  );
}

/** The members that name a resource of some type. */
const NAMED_BY = ['TopicName', 'QueueName', 'FunctionName', 'RoleName', 'Name'];

/** Deeper than this nobody nests functions. */
const DEEPEST = 20;
const LONGEST = 2_000;

/** Works out texts of one template. What is not known of a text is a mark in it. */
export interface Intrinsics {
  /** Undefined for what is no text at all. */
  textOf(value: unknown): string | undefined;
}

/**
 * `Ref`, `Sub`, `GetAtt` and `Join` over parameters with defaults and over names of resources. A resource without a name
 * of its own gets one from CloudFormation, which nobody knows before.
 */
export function intrinsicsOf(template: JsonObject): Intrinsics {
  function textOf(value: unknown, depth = 0): string | undefined {
    if (depth > DEEPEST) return UNKNOWN;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return ofText(value, depth);
    // The short forms of `Join` and `Sub` leave their lists behind.
    if (Array.isArray(value)) return joined(value, depth) ?? substituted(value, depth);
    if (!isObject(value)) return undefined;
    const [[name, inner] = ['', undefined]] = Object.entries(value);
    if (name === 'Ref') return named(String(inner), depth);
    if (name === 'Fn::Sub') return Array.isArray(inner) ? substituted(inner, depth) : textOf(inner, depth + 1);
    if (name === 'Fn::GetAtt') return named(Array.isArray(inner) ? String(inner[0]) : String(inner), depth);
    if (name === 'Fn::Join') return joined(inner, depth);
    return UNKNOWN;
  }

  function ofText(text: string, depth: number): string {
    const short = /^¤(?:Ref|GetAtt) +["']?([\w:.]+)["']?$/.exec(text.trim())?.[1];
    if (short !== undefined) return named(short, depth);
    if (!text.includes('${')) return text;
    const filled = text
      .slice(0, LONGEST)
      .replace(/\$\{([^${}]*)\}/g, (_, name: string) =>
        name.startsWith('!') ? `\${${name.slice(1)}}` : named(name.trim(), depth),
      );
    return filled.length > LONGEST ? UNKNOWN : filled;
  }

  /** Names that were worked out, and those that are being: what comes back to itself is unknown. */
  const names = new Map<string, string>();

  function named(name: string, depth: number): string {
    const [id = ''] = name.split('.');
    const before = names.get(id);
    if (before !== undefined) return before;
    names.set(id, UNKNOWN);
    const found = namedAnew(id, depth);
    names.set(id, found);
    return found;
  }

  function namedAnew(id: string, depth: number): string {
    const usual = textAt(template, 'Parameters', id, 'Default');
    if (usual !== undefined) return usual;
    const resource = valueAt(template, 'Resources', id);
    if (!isObject(resource)) return UNKNOWN;
    for (const member of NAMED_BY) {
      const own = valueAt(resource, 'Properties', member);
      if (own !== undefined) return textOf(own, depth + 1) ?? UNKNOWN;
    }
    // Who it is, is known all the same: functions are called after what they do.
    return /Function$/.test(textAt(resource, 'Type') ?? '') ? id : UNKNOWN;
  }

  function joined(list: unknown, depth: number): string | undefined {
    const [between, parts] = Array.isArray(list) ? list : [];
    if (typeof between !== 'string' || !Array.isArray(parts) || parts.length > 100) return undefined;
    const text = parts.map(part => textOf(part, depth + 1) ?? UNKNOWN).join(between);
    return text.length > LONGEST ? UNKNOWN : text;
  }

  function substituted(list: readonly unknown[], depth: number): string | undefined {
    const [text, values] = list;
    if (typeof text !== 'string' || !isObject(values)) return undefined;
    const own = text.replace(/\$\{([^${}!]*)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name.trim()) ? (textOf(values[name.trim()], depth + 1) ?? UNKNOWN) : whole,
    );
    return own.length > LONGEST ? UNKNOWN : ofText(own, depth + 1);
  }

  return { textOf };
}
