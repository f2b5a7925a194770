import { text } from '../normalise/common.ts';
import { type Cursor, isObject, member, members } from '../resolve/cursor.ts';
import { firstOf } from './lookup.ts';

/**
 * The schema behind a schema definition: of the version that it calls its default, else of its newest one, else the one
 * that it holds itself. Only `elsewhere` where it holds the address of one. Undefined where it holds none.
 */
export function versionedSchema(
  entity: Cursor,
): { at: Cursor; format: string | undefined; elsewhere: boolean } | undefined {
  const versions = members(member(entity, 'versions')).filter(([, at]) => isObject(at.value));
  const chosen = versions.find(([id]) => id === defaultVersion(entity)) ?? newest(versions);
  for (const holder of [chosen?.[1], entity]) {
    const at = holder && firstOf(holder, 'schema', 'schemaobject', 'schemauri', 'schemaurl');
    if (!holder || at?.value === undefined) continue;
    const format = text(firstOf(holder, 'format', 'schemaformat').value) ?? text(member(entity, 'format').value);
    return { at, format, elsewhere: /ur[il]$/.test(at.pointer) };
  }
  return undefined;
}

function defaultVersion(entity: Cursor): string | undefined {
  const own = firstOf(entity, 'defaultversionid', 'versionid').value;
  return text(member(member(entity, 'meta'), 'defaultversionid').value) ?? text(own);
}

/** By the time they were made where all say it, else by their ids: `10` is newer than `9`. */
function newest(versions: readonly (readonly [string, Cursor])[]): readonly [string, Cursor] | undefined {
  const times = versions.map(([, at]) => text(member(at, 'createdat').value));
  const timed = times.every(time => time !== undefined);
  const keyed = versions.map((version, index) => ({ version, key: timed ? (times[index] as string) : version[0] }));
  keyed.sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }));
  return keyed.at(-1)?.version;
}
