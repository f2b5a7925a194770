import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { faults } from '../faults.ts';

/**
 * Work per password: 19 MiB of memory and two passes on one lane, the setting that OWASP recommends for argon2id
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html).
 */
const MEMORY = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG = 32;

/** Characters of a password. The upper limit keeps the work bounded. */
export const SHORTEST = 12;
const LONGEST = 256;

/** Passwords that are worked on at once, and that may wait for it: each takes 19 MiB and a thread of the process. */
const AT_ONCE = 2;
const WAITING = 50;

/** What does the work: argon2id of Node. */
export type Derive = (parameters: Argon2Parameters) => Promise<Buffer>;

const argon2id: Derive = parameters => promisify(argon2)('argon2id', parameters);

/** Makes and checks hashes of passwords. */
export interface Passwords {
  /** In the PHC string format. Faults: CONTROL_SIGN_IN_BUSY. */
  hash(password: string): Promise<string>;
  /** Always does the whole work, also without a hash: then the answer is no. Faults: CONTROL_SIGN_IN_BUSY. */
  matches(password: string, hash: string | undefined): Promise<boolean>;
}

/** Passwords whose work is bounded for the whole process. */
export function createPasswords(derive: Derive = argon2id): Passwords {
  const slot = slots();
  /** Stands in for the hash of who has none, so that their absence cannot be measured. */
  const nobody = encode(randomBytes(16), randomBytes(TAG));
  return {
    hash: password =>
      slot(async () => {
        const salt = randomBytes(16);
        return encode(salt, await derive(parametersOf(password, salt, MEMORY, PASSES, LANES)));
      }),
    matches: (password, hash) =>
      slot(async () => {
        const known = decode(hash ?? nobody) ?? decode(nobody);
        if (!known) return false;
        const { salt, tag, memory, passes, lanes } = known;
        const made = await derive(parametersOf(password, salt, memory, passes, lanes, tag.length));
        return timingSafeEqual(made, tag) && hash !== undefined;
      }),
  };
}

/**
 * Refuses what is guessed first: short passwords, the name itself, one thing over and over.
 * No signs are prescribed (NIST SP 800-63B, section 3.1.1.2).
 * Faults: CONTROL_PASSWORD_WEAK.
 */
export function refuseWeak(password: string, name: string): void {
  const reason = weaknessOf(password, name);
  if (reason !== undefined) throw faults.PASSWORD_WEAK({ reason, least: SHORTEST });
}

function weaknessOf(password: string, name: string): string | undefined {
  const characters = [...password];
  if (characters.length < SHORTEST) return `is shorter than ${SHORTEST} characters`;
  if (characters.length > LONGEST) return `is longer than ${LONGEST} characters`;
  const plain = password.toLowerCase();
  if (new Set(characters).size < 5) return 'has too few different characters';
  if (plain.replaceAll(name.toLowerCase(), '').length < SHORTEST / 2) return 'is hardly more than the name';
  if (COMMON.test(plain)) return 'is one that many people use';
  return undefined;
}

/** What lists of leaked passwords are full of, once they are long enough. */
const COMMON =
  /^(?:(?:password|passwort|qwerty|qwertz|letmein|welcome|admin(?:istrator)?|portolan|iloveyou|abc|changeme)[\d!.]*)+$|^\d+$/;

function parametersOf(
  password: string,
  nonce: Buffer,
  memory: number,
  passes: number,
  parallelism: number,
  tagLength = TAG,
): Argon2Parameters {
  const message = Buffer.from(password.normalize('NFKC'));
  return { message, nonce, parallelism, tagLength, memory, passes };
}

/** The PHC string format: https://github.com/P-H-C/phc-string-format. */
function encode(salt: Buffer, tag: Buffer): string {
  const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=${LANES}$${plain(salt)}$${plain(tag)}`;
}

function decode(hash: string) {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  if (!parts) return undefined;
  const [, memory, passes, lanes, salt = '', tag = ''] = parts;
  return {
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** Runs so much work at once, lets some wait, and refuses the rest. */
function slots(): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let running = 0;
  return async work => {
    if (running >= AT_ONCE) {
      if (queue.length >= WAITING) throw faults.SIGN_IN_BUSY();
      await new Promise<void>(resolve => queue.push(resolve));
    }
    running++;
    try {
      return await work();
    } finally {
      running--;
      queue.shift()?.();
    }
  };
}
