import type { Fault } from '@portolan/base';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Serving } from '../http/serving.ts';
import type { Known } from '../views/known.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Parameters, Values } from './parameter.ts';

/** What an operation works with besides its parameters. */
export interface Call {
  readonly serving: Serving;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** As `Call`, for operations about the chart: the state that the whole answer is made from. */
export interface ChartCall extends Call {
  readonly known: Known;
}

/** One operation of the API: the route and its description in the served OpenAPI document are both made from this. */
export interface Operation<P extends Parameters = Parameters> {
  /** Unique, in camel case: `listServices`. */
  readonly id: string;
  readonly method: 'GET';
  /** With `{name}` for each path parameter. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: Tag;
  readonly parameters: P;
  readonly answer: Answer;
  /** Makers of the faults that callers have to expect, besides those of parameters. */
  readonly faults: readonly (() => Fault)[];
  /** `chart`: needs the documents to be read, and the answer depends on nothing but them and the URL. */
  readonly about: 'chart' | 'process';
  run(values: Values<P>, call: ChartCall): unknown;
}

export type Tag = 'Chart' | 'Documents' | 'Search' | 'Changes' | 'Installation';

export interface Answer {
  readonly description: string;
  readonly type: 'application/json' | 'text/plain' | 'text/event-stream';
  readonly schema: JsonSchema;
}

type Draft<P extends Parameters> = Omit<Operation<P>, 'method' | 'answer' | 'faults'> & {
  readonly answer: Omit<Answer, 'type'> & Partial<Pick<Answer, 'type'>>;
  readonly faults?: Operation['faults'];
};

/** Declares an operation. */
export function operation<P extends Parameters>(draft: Draft<P>): Operation<P> {
  return Object.freeze({
    method: 'GET' as const,
    ...draft,
    answer: { type: 'application/json' as const, ...draft.answer },
    faults: draft.faults ?? [],
  });
}
