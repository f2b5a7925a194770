/**
 * Whether a text is meant to be an AsyncAPI document, told from its text alone, so that a folder of ten thousand files
 * needs no parsing to find the hundred that matter. Broken documents count: they are the ones somebody must hear about.
 */
export function looksLikeAsyncApi(text: string): boolean {
  return YAML_KEY.test(text) || FLOW_KEY.test(text) || isMemberOfJson(text);
}

/** At the beginning of a line. */
const YAML_KEY = /^\uFEFF?["']?asyncapi["']?[ \t]*:/m;

/** First in an object that begins the text. */
const FLOW_KEY = /^\uFEFF?\s*\{\s*["']?asyncapi["']?\s*:/;

/** A JSON object laid out in lines, with the indentation of its members. */
const JSON_LINES = /^\uFEFF?\s*\{[ \t]*\r?\n([ \t]*)"/;

/** The key may stand anywhere among the members of the outermost object, and in no other one. */
function isMemberOfJson(text: string): boolean {
  const indent = JSON_LINES.exec(text)?.[1];
  return indent !== undefined && new RegExp(`^${indent}"asyncapi"[ \\t]*:`, 'm').test(text);
}
