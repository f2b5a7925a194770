/** `npm run new <what> …`: writes the first state of something that comes in many. */
import { newRule } from './rule.ts';

const KINDS: Readonly<Record<string, (args: readonly string[]) => string>> = { rule: newRule };

const [kind = '', ...args] = process.argv.slice(2);
const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
if (make) {
  console.info(make(args));
} else {
  console.error(`Usage: npm run new ${Object.keys(KINDS).join('|')} …`);
  process.exitCode = 2;
}
