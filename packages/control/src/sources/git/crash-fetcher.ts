/** The process that `crash.test.ts` kills: fetches a repository into a mirror, which takes git itself some steps. */
import { writeSync } from 'node:fs';
import { accessTo } from './access.ts';
import { gitAddress } from './address.ts';
import { mirrorOf } from './mirror.ts';

const [written = '', folder = ''] = process.argv.slice(2);
const address = gitAddress(written);
writeSync(1, 'fetching\n');
const held = await mirrorOf(folder, address).update(address.ref, await accessTo(address), new AbortController().signal);
writeSync(1, `${held === 'vanished' ? held : held.files.size}\n`);
