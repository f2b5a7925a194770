import { clean } from '@portolan/base';
import { type Drawing, drawDot, drawMermaid } from '../drawing.ts';

/** What a question came to, in every form that people and programs want it in. */
export interface Answer {
  /** Name and version of the JSON: `impact/1`. A member may be added within a version; none changes its meaning. */
  readonly shape: string;
  /** The JSON without the name of its shape. */
  readonly facts: object;
  /** Sentences and trees for a terminal, with a line break at the end. */
  readonly text: () => string;
  readonly drawing: () => Drawing;
}

/** The formats of an answer. */
export const ANSWER_FORMATS = ['text', 'json', 'mermaid', 'dot'] as const;

export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** An answer in one of its formats. */
export function printAnswer(answer: Answer, format: AnswerFormat): string {
  if (format === 'text') return clean(answer.text());
  if (format === 'json') return `${JSON.stringify(answerJson(answer), undefined, 2)}\n`;
  return format === 'mermaid' ? drawMermaid(answer.drawing()) : drawDot(answer.drawing());
}

/** The JSON of an answer as a value. */
export function answerJson({ shape, facts }: Answer): { readonly portolan: string } {
  return { portolan: shape, ...facts };
}
