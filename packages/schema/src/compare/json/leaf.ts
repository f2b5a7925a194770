import type { Params } from '@portolan/base';
import type { JsonCodeName } from './codes.ts';
import { memberPath } from './paths.ts';
import { isWithin } from './search/formats.ts';
import type { Part } from './search/part.ts';

/** True where one of the writer’s parts says as much as a part of the reader, without looking for values. */
export function isImplied(part: Part, written: readonly Part[]): boolean {
  switch (part.kind) {
    case 'types':
      return written.some(
        one =>
          one.kind === 'types' &&
          !one.exceptNull &&
          (!part.isWhole || one.isWhole || !one.types.has('number')) &&
          [...one.types].every(type => part.types.has(type)),
      );
    case 'bound':
      return written.some(one => {
        if (one.kind !== 'bound' || one.side !== part.side) return false;
        if (one.limit === part.limit) return one.excludes || !part.excludes;
        return part.side === 'least' ? one.limit > part.limit : one.limit < part.limit;
      });
    case 'amount':
      return written.some(
        one => one.kind === 'amount' && one.on === part.on && one.least >= part.least && one.most <= part.most,
      );
    case 'format':
      return written.some(one => one.kind === 'format' && isWithin(one.format, part.format));
    default:
      return false;
  }
}

/** What it is called when a value does not meet a part that is about the value itself. */
export function leafCode(part: Part, path: string): { code: JsonCodeName; params?: Params; path?: string } {
  switch (part.kind) {
    case 'bound': {
      const code = part.side === 'least' ? 'MINIMUM_RAISED' : 'MAXIMUM_LOWERED';
      return { code: part.excludes ? `EXCLUSIVE_${code}` : code, params: { limit: part.limit } };
    }
    case 'multiple':
      return { code: 'MULTIPLE_CHANGED', params: { limit: part.of } };
    case 'amount': {
      const isLeast = part.least > 0;
      const limit = isLeast ? part.least : part.most;
      const noun = part.on === 'string' ? 'LENGTH' : part.on === 'array' ? 'ITEMS' : 'PROPERTIES';
      return { code: `${noun}_${isLeast ? 'RAISED' : 'LOWERED'}`, params: { limit } };
    }
    case 'pattern':
      return { code: 'PATTERN_CHANGED', params: { pattern: part.source } };
    case 'format':
      return { code: 'FORMAT_CHANGED', params: { format: part.format } };
    case 'required':
      return { code: 'PROPERTY_REQUIRED', params: { name: part.name }, path: memberPath(path, part.name) };
    case 'dependent-name': {
      const params = { name: part.name, because: part.because };
      return { code: 'DEPENDENT_PROPERTY_REQUIRED', params, path: memberPath(path, part.name) };
    }
    case 'dependent':
      return { code: 'DEPENDENT_SCHEMA_CHANGED', params: { because: part.because } };
    case 'unique':
      return { code: 'UNIQUE_ITEMS_EXPECTED' };
    case 'contains':
      return { code: 'CONTAINS_CHANGED' };
    case 'names':
      return { code: 'PROPERTY_NAMES_LIMITED' };
    case 'not':
      return { code: 'FORBIDDEN' };
    case 'conditional':
      return { code: 'CONDITION_CHANGED' };
    default:
      return { code: 'NOTHING_ALLOWED' };
  }
}
