import type { ErrorObject } from 'ajv';
import { typeOf } from '../json.ts';

/** What is wrong with a value, as a sentence without its subject. */
export function sentenceOf({ keyword, params, data, message, schema }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return `is ${withArticle(typeOf(data))}, but must be ${listed([params.type].flat().map(withArticle))}`;
    case 'required':
      return `lacks \`${params.missingProperty}\``;
    case 'enum':
      return `is ${shown(data)}, but must be one of ${listed((params.allowedValues as unknown[]).map(shown))}`;
    case 'const':
      return `is ${shown(data)}, but must be ${shown(params.allowedValue)}`;
    case 'additionalProperties':
      return `has \`${params.additionalProperty}\`, which the schema does not allow`;
    case 'unevaluatedProperties':
      return `has \`${params.unevaluatedProperty}\`, which the schema does not allow`;
    case 'format':
      return `is ${shown(data)}, which is no ${params.format}`;
    case 'pattern':
      return `is ${shown(data)}, which does not match ${params.pattern}`;
    case 'minLength':
    case 'maxLength':
      return `has ${[...String(data)].length} characters, but must have ${bound(keyword)} ${params.limit}`;
    case 'minItems':
    case 'maxItems':
      return `has ${(data as unknown[]).length} items, but must have ${bound(keyword)} ${params.limit}`;
    case 'minimum':
    case 'maximum':
      return `is ${shown(data)}, but must be ${bound(keyword)} ${params.limit}`;
    case 'exclusiveMinimum':
      return `is ${shown(data)}, but must be more than ${params.limit}`;
    case 'exclusiveMaximum':
      return `is ${shown(data)}, but must be less than ${params.limit}`;
    case 'multipleOf':
      return `is ${shown(data)}, which is no multiple of ${params.multipleOf}`;
    case 'uniqueItems':
      return `has the same item twice, at ${params.j} and ${params.i}`;
    case 'oneOf':
      return params.passingSchemas
        ? 'matches several of the alternatives, but must match one'
        : 'matches none of the alternatives';
    case 'anyOf':
      return 'matches none of the alternatives';
    case 'not':
      return 'is something that the schema forbids';
    case 'false schema':
      return 'is not allowed to be there';
    default:
      return message ?? `does not satisfy \`${keyword}\` ${shown(schema)}`;
  }
}

function bound(keyword: string): string {
  return keyword.startsWith('min') ? 'at least' : 'at most';
}

function withArticle(type: string): string {
  if (type === 'null') return 'null';
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
