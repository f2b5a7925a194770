import { Ajv, type ErrorObject, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Dialect, dialectOf } from '../dialect.ts';
import { isObject, partsOf } from '../json.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import { bundled } from './bundle.ts';
import { sentenceOf } from './sentence.ts';
import { type Validator, verdictOf } from './verdict.ts';

/** Unknown keywords and formats are no mistakes: AsyncAPI and OpenAPI add their own, and authors invent formats. */
const OPTIONS: Options = {
  strict: false,
  allErrors: true,
  messages: true,
  verbose: true,
  validateSchema: false,
  validateFormats: true,
  logger: false,
  addUsedSchema: false,
  // `toString` and `__proto__` are members only where the value holds them itself.
  ownProperties: true,
};

/** Parts of a value beyond which it is not judged. */
const MOST_PARTS = 200_000;

/** Makes a validator of a JSON Schema and everything that it refers to. */
export function compileJsonSchema(source: SchemaSource, lookup: Lookup): Validator | string {
  const whole = bundled(source, lookup);
  if (typeof whole === 'string') return whole;
  const engine = engineFor(dialectOf(source));
  const check = engine.compile(whole);
  // The engine is shared, because making one costs more than compiling; it must not remember every schema it ever met.
  if (typeof whole === 'object') engine.removeSchema(whole);
  return value => {
    if (partsOf(value, MOST_PARTS) >= MOST_PARTS) return { notChecked: 'the value is too large to be judged' };
    if (check(value)) return verdictOf([]);
    return verdictOf(problemsOf(check.errors ?? []));
  };
}

const engines = new Map<Dialect, Ajv>();

function engineFor(dialect: Dialect): Ajv {
  const known = engines.get(dialect);
  if (known) return known;
  // The package is CommonJS whose types and runtime disagree on where the default export is.
  const add = ('default' in addFormats ? addFormats.default : addFormats) as (ajv: Ajv) => Ajv;
  const engine = add(newEngine(dialect));
  engines.set(dialect, engine);
  return engine;
}

function newEngine(dialect: Dialect): Ajv {
  if (dialect === '2020-12') return new Ajv2020(OPTIONS) as unknown as Ajv;
  if (dialect === '2019-09') return new Ajv2019(OPTIONS) as unknown as Ajv;
  return new Ajv(OPTIONS);
}

/** A failing alternative reports for every branch; the sentence about the whole is enough where branches disagree. */
function problemsOf(errors: readonly ErrorObject[]) {
  const composed = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const inside = (error: ErrorObject) =>
    composed.some(whole => error !== whole && error.schemaPath.startsWith(`${whole.schemaPath}/`) && isObject(whole));
  const told = errors.filter(error => !inside(error) && error.keyword !== 'if');
  return (told.length > 0 ? told : errors).map(error => ({ pointer: error.instancePath, message: sentenceOf(error) }));
}
