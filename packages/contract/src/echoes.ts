import type { Finding } from '@portolan/base';
import { GRAMMAR_REQUIRED_MISSING, GRAMMAR_VALUE_NOT_ALLOWED, GRAMMAR_WRONG_TYPE } from './grammar/findings.ts';
import type { Parsed } from './source/parse.ts';
import type { Lost } from './source/salvage/lost.ts';
import { DOCUMENT_NOT_ASYNCAPI } from './version.ts';

/** Members that say which language a document is written in. */
const LANGUAGES = ['asyncapi', 'openapi', 'swagger', 'xregistry', 'specversion'];

/**
 * Whether a finding only says again that a text is damaged: what it misses is what was cut out. It would be noise, and
 * perhaps wrong; who mends the damage will hear of it if it remains.
 */
export function isEcho({ code, origin, message }: Finding, files: ReadonlyMap<string, Parsed | undefined>): boolean {
  const lost = files.get(origin.source)?.lost;
  if (!lost) return false;
  const gone = lost.get(origin.pointer);
  switch (code) {
    case GRAMMAR_REQUIRED_MISSING.code:
      return gone === 'unknown' || [...(gone ?? [])].some(key => message.includes(`\`${key}\``));
    case GRAMMAR_WRONG_TYPE.code:
    case GRAMMAR_VALUE_NOT_ALLOWED.code:
      return gone !== undefined && origin.part !== 'key';
    case DOCUMENT_NOT_ASYNCAPI.code:
      return lostOf(lost, LANGUAGES);
    default:
      return NOTHING_LEFT.has(code);
  }
}

/** What is said of a whole document when it holds nothing of a kind. */
const NOTHING_LEFT = new Set(['OPENAPI_NOTHING_ASYNCHRONOUS', 'OPENAPI_WITHOUT_OPERATION', 'XREGISTRY_NOTHING_SENT']);

function lostOf(lost: Lost, keys: readonly string[]): boolean {
  const gone = lost.get('');
  return gone === 'unknown' || keys.some(key => gone?.has(key));
}
