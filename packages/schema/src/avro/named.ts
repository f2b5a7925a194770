import { pointerOf } from '@portolan/base';
import type { Flaw } from '../flaw.ts';
import type { JsonObject } from '../json.ts';
import { isFullName, isName, NAME_RULE, PRIMITIVES } from './names.ts';

/** Takes what is wrong at a pointer. */
export type Flag = (kind: Flaw['kind'], pointer: string, message: string, help: string) => void;

/** The namespace that a definition states, or the one around it. */
export function namespaceIn(value: JsonObject, name: string, outer: string, pointer: string, flag: Flag): string {
  const { namespace } = value;
  if (namespace === undefined || namespace === null) return namespace === null ? '' : outer;
  if (typeof namespace === 'string' && (namespace === '' || name.includes('.') || isFullName(namespace)))
    return namespace;
  flag(
    'invalid',
    pointerOf(pointer, 'namespace'),
    `the namespace ${JSON.stringify(namespace)} is no list of names joined by dots`,
    `Correct it. ${NAME_RULE}`,
  );
  return typeof namespace === 'string' ? namespace : outer;
}

/** The rules for the name of a type. */
export function checkName(fullName: string, name: string, pointer: string, flag: Flag): void {
  const at = pointerOf(pointer, 'name');
  if (!isFullName(name))
    flag(
      'invalid',
      at,
      `${JSON.stringify(name)} is no name`,
      `Rename the type, and list the old name under \`aliases\`. ${NAME_RULE}`,
    );
  else if (PRIMITIVES.has(fullName))
    flag('invalid', at, `the name \`${name}\` is that of a primitive type`, 'Choose another name.');
  else if (PRIMITIVES.has(name.slice(name.lastIndexOf('.') + 1)))
    flag(
      'portability',
      at,
      `the name \`${fullName}\` ends in that of a primitive type, which the specification forbids and some readers take`,
      'Choose another name.',
    );
}

export function aliasesOf(value: JsonObject, pointer: string, flag: Flag): string[] {
  const list = value.aliases;
  const texts = Array.isArray(list) ? list.filter(alias => typeof alias === 'string') : [];
  if (list !== undefined && (!Array.isArray(list) || texts.length < list.length))
    flag(
      'invalid',
      pointerOf(pointer, 'aliases'),
      'the `aliases` are no list of texts',
      'Write them as a list of names.',
    );
  return texts;
}

/** The symbols of an enum, each once. */
export function symbolsOf(list: readonly unknown[], pointer: string, flag: Flag): ReadonlySet<string> {
  const symbols = new Set<string>();
  for (const [index, symbol] of list.entries()) {
    const at = pointerOf(pointer, 'symbols', index);
    if (typeof symbol !== 'string')
      flag('invalid', at, `the symbol ${JSON.stringify(symbol)} is no text`, 'Put it in quotes.');
    else if (!isName(symbol))
      flag('invalid', at, `the symbol ${JSON.stringify(symbol)} is no name`, `Rename it. ${NAME_RULE}`);
    else if (symbols.has(symbol))
      flag('invalid', at, `the symbol \`${symbol}\` is listed twice`, 'Remove one of them.');
    if (typeof symbol === 'string') symbols.add(symbol);
  }
  return symbols;
}
