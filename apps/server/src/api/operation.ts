import type { Fault } from '@portolan/base';
import type { Need, Principal } from '@portolan/control';
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
  /** Who asks: somebody who may do what the operation `needs`. */
  readonly principal: Principal;
  /** What was sent, as the schema of the operation's `body` says; undefined for operations without one. */
  readonly body: unknown;
}

/** As `Call`, for operations about the chart: the state that the whole answer is made from. */
export interface ChartCall extends Call {
  readonly known: Known;
}

/** One operation of the API: the route and its description in the served OpenAPI document are both made from this. */
export interface Operation<P extends Parameters = Parameters> {
  /** Unique, in camel case: `listServices`. */
  readonly id: string;
  readonly method: Method;
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
  /** Who may: see `Need`. The handler is not run for anybody else. */
  readonly needs: Need;
  /** What has to be sent, as JSON. */
  readonly body?: Body;
  /** True where others decide which parameters come: those that are not declared are let through. */
  readonly anyQuery?: true;
  run(values: Values<P>, call: ChartCall): unknown;
}

export type Tag = 'Chart' | 'Questions' | 'Documents' | 'Search' | 'Changes' | 'Access' | 'Installation';

/** Operations by any method but GET change something. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Body {
  readonly description: string;
  readonly schema: JsonSchema;
  /** Most bytes, where 16 KiB are not enough. */
  readonly limit?: number;
}

export interface Answer {
  readonly description: string;
  /** 200; 201 where something was made; 303 where the browser is sent elsewhere. */
  readonly status: 200 | 201 | 303;
  readonly type:
    | 'application/json'
    | 'application/atom+xml'
    | 'application/feed+json'
    | 'text/plain'
    | 'text/event-stream';
  readonly schema: JsonSchema;
}

type Draft<P extends Parameters> = Omit<Operation<P>, 'method' | 'answer' | 'faults'> & {
  readonly method?: Method;
  readonly answer: Omit<Answer, 'type' | 'status'> & Partial<Pick<Answer, 'type' | 'status'>>;
  readonly faults?: Operation['faults'];
};

/** Declares an operation. */
export function operation<P extends Parameters>(draft: Draft<P>): Operation<P> {
  return Object.freeze({
    method: 'GET' as const,
    ...draft,
    answer: { status: 200 as const, type: 'application/json' as const, ...draft.answer },
    faults: draft.faults ?? [],
  });
}
