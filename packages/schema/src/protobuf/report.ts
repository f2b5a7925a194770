import { nearest } from '@portolan/base';
import type { Flaw } from '../flaw.ts';
import type { ProtoFile } from './model.ts';
import type { Spot } from './tokens.ts';
import { fileOfWellKnown } from './well-known.ts';
import type { World } from './world.ts';

/** Takes what is wrong at a place of the text. */
export type Report = (spot: Spot, message: string, help: string, kind?: Flaw['kind']) => void;

/** What somebody who named a type that is not there may have meant, and what to do about it. */
export function helpForType(name: string, file: ProtoFile, world: World): string {
  const simple = name.slice(name.lastIndexOf('.') + 1);
  const comes = fileOfWellKnown(name.replace(/^\./, ''));
  if (comes !== undefined) return `Add \`import "${comes}";\`.`;
  for (const [fullName, path] of world.around(file)) {
    if (fullName !== name.replace(/^\./, '') && !fullName.endsWith(`.${name}`)) continue;
    if (!world.visible(file).has(fullName)) return `Add \`import "${path}";\`.`;
  }
  const close =
    [...world.visible(file).keys()].find(fullName => fullName.endsWith(`.${simple}`)) ??
    nearest(name, names(file, world));
  return `Define it, or import the file that does.${close === undefined ? '' : ` Did you mean \`${close}\`?`}`;
}

function* names(file: ProtoFile, world: World): Generator<string> {
  for (const fullName of world.visible(file).keys()) {
    yield fullName;
    yield fullName.slice(fullName.lastIndexOf('.') + 1);
  }
}
