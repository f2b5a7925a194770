/**
 * What reading knows about texts rather than facts: where references lead, which language a schema is written in, and the
 * grammar of every version as tables. For packages that change texts.
 */
export { asyncapi2 } from './grammar/asyncapi-2/grammar.ts';
export { asyncapi3 } from './grammar/asyncapi-3/grammar.ts';
export { type Expected, expects, fieldsIn, type Seen } from './grammar/expects.ts';
export { FORMATS } from './grammar/formats.ts';
export type { Field, Grammar, Kind, ObjectKind } from './grammar/kinds.ts';
export { formatOf, isJsonSchema } from './normalise/format.ts';
export { splitUrl } from './normalise/servers.ts';
export { isUrl, nameOf, type Target, targetOf } from './resolve/location.ts';
export { type Parsed, parse } from './source/parse.ts';
export { plainValue } from './source/scalar.ts';
export { locate } from './source/spans.ts';
