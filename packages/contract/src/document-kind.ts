import { looksLikeAsyncApi } from './source/sniff.ts';

/** The languages of documents that Portolan reads. */
export type DocumentKind = 'asyncapi' | 'openapi' | 'cloudevents';

/**
 * What kind of document a text is meant to be, told from its text alone, so that a folder of ten thousand files needs no
 * parsing. An OpenAPI text counts when it has webhooks or callbacks: all others are somebody else's business.
 *
 * @param whole false when the text is only the beginning of a file. Then `more` means that the rest decides.
 */
export function documentKindOf(text: string, whole = true): DocumentKind | 'more' | undefined {
  if (looksLikeAsyncApi(text)) return 'asyncapi';
  if (hasMember(text, 'openapi')) {
    if (hasMember(text, 'webhooks') || hasMember(text, 'x-webhooks') || hasCallbacks(text)) return 'openapi';
    return whole ? undefined : 'more';
  }
  if (hasMember(text, 'messagegroups') || hasMember(text, 'definitionGroups')) return 'cloudevents';
  const endpoints = hasMember(text, 'endpoints');
  if (endpoints && /["']?usage["']?\s*:/.test(text) && /CloudEvents\/|["']?messages["']?\s*:/.test(text)) {
    return 'cloudevents';
  }
  return !whole && (endpoints || hasMember(text, 'schemagroups')) ? 'more' : undefined;
}

/** A callback has an address that is worked out when it is called, or is named in the components. */
function hasCallbacks(text: string): boolean {
  if (!/["']?callbacks["']?[ \t]*:/.test(text)) return false;
  return /\{\$(request|response|url|method|statusCode)|components\/callbacks\/|^\s*["']?https?:\/\/\S+["']?[ \t]*:/m.test(
    text,
  );
}

/** Whether the outermost object has a member: at the beginning of a line in YAML, at the first indentation in JSON. */
function hasMember(text: string, name: string): boolean {
  if (new RegExp(`^\\uFEFF?["']?${name}["']?[ \\t]*:`, 'm').test(text)) return true;
  const json = /^\uFEFF?\s*\{([ \t]*\r?\n([ \t]*))?/.exec(text);
  if (!json) return false;
  const indent = json[2];
  // On one line nothing tells how deep a member is.
  if (indent === undefined) return new RegExp(`[{,]\\s*["']?${name}["']?\\s*:`).test(text);
  return new RegExp(`^${indent}"${name}"[ \\t]*:`, 'm').test(text);
}
