import type { Place } from '../../parts/gleaning.ts';

/** An expression of HCL as far as it can be read without running Terraform. */
export type Expression =
  | { readonly is: 'value'; readonly value: string | number | boolean | null }
  /** Text with holes; of one hole alone, the value of that hole. */
  | { readonly is: 'template'; readonly parts: readonly (string | Expression)[] }
  | { readonly is: 'list'; readonly items: readonly Expression[] }
  | { readonly is: 'map'; readonly entries: readonly (readonly [key: Expression, value: Expression])[] }
  /** `var.name`, `aws_sns_topic.orders["a"].arn`: names, and indexes that are expressions. */
  | { readonly is: 'way'; readonly steps: readonly (string | Expression)[] }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | ForExpression
  /** What only Terraform can work out: operators, conditions, splats. */
  | { readonly is: 'unknown' };

/** `[for item in list : value]`, `{for key, item in map : key => value}`. One with a condition is unknown. */
export interface ForExpression {
  readonly is: 'for';
  readonly names: readonly string[];
  readonly of: Expression;
  readonly key?: Expression;
  readonly value: Expression;
}

export const UNKNOWN_EXPRESSION: Expression = { is: 'unknown' };

/** What stands between braces: attributes and blocks, in the order of the text. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  readonly at: Place;
}

export interface Block extends Body {
  readonly type: string;
  readonly labels: readonly string[];
  /** Its first line. */
  readonly at: Place;
}
