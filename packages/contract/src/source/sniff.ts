/**
 * Whether a text is meant to be an AsyncAPI document, told from its text alone, so that a folder of ten thousand files
 * needs no parsing to find the hundred that matter. Broken documents count: they are the ones somebody must hear about.
 */
export function looksLikeAsyncApi(text: string): boolean {
  return YAML_KEY.test(text) || FLOW_KEY.test(text) || JSON_KEY.test(text);
}

/** At the beginning of a line. */
const YAML_KEY = /^\uFEFF?["']?asyncapi["']?[ \t]*:/m;

/** First in an object that begins the text. */
const FLOW_KEY = /^\uFEFF?\s*\{\s*["']?asyncapi["']?\s*:/;

/** Anywhere among the members of a JSON object that is laid out in lines. */
const JSON_KEY = /^[ \t]{1,8}"asyncapi"\s*:\s*"/m;
