/** A shape of text that the specification demands somewhere. */
export interface Format {
  /** Completes the sentence "It must be …". */
  readonly says: string;
  /** A text of that shape. */
  readonly like: string;
  readonly test: (text: string) => boolean;
}

const MEDIA_TYPE = /^[a-z\d][\w!#$&^.+-]*\/[a-z\d][\w!#$&^.+-]*(\s*;\s*[\w!#$&^.+-]+=([^\s;"]+|"[^"]*"))*\s*;?\s*$/i;
const RUNTIME_EXPRESSION = /^\$message\.(header|payload)(#(\/([^/~]|~[01])*)*)?$/;
/** RFC 6570 section 2.1; what stands in braces is left to the names of the parameters. */
const URI_TEMPLATE = /^([^\s"'<>\\^`{}|]|\{[^{}\s]+\})+$/;

/** Every shape of text, by the name that the tables use. */
export const FORMATS = {
  version: {
    says: 'a version of three numbers',
    like: '3.1.0',
    test: text => /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(text),
  },
  uri: {
    says: 'a URI',
    like: 'urn:example:com:orders',
    test: text => /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text),
  },
  url: {
    says: 'an absolute URL',
    like: 'https://example.com/orders',
    test: text => /^([a-z][a-z\d+.-]*:\/\/[^\s/]|(mailto|tel|urn):\S)\S*$/i.test(text),
  },
  email: {
    says: 'an email address',
    like: 'orders@example.com',
    test: text => /^[^\s@<>(),;]+@[^\s@<>(),;]+$/.test(text),
  },
  mediaType: {
    says: 'a specific media type',
    like: 'application/json',
    test: text => MEDIA_TYPE.test(text),
  },
  runtimeExpression: {
    says: 'a runtime expression',
    like: '$message.header#/correlationId',
    test: text => RUNTIME_EXPRESSION.test(text),
  },
  uriTemplate: {
    says: 'a URI template without white space, with every brace closed',
    like: 'orders/{orderId}/placed',
    test: text => URI_TEMPLATE.test(text),
  },
  componentKey: {
    says: 'made of letters, digits, `.`, `-` and `_`',
    like: 'order-placed',
    test: text => /^[a-zA-Z0-9._-]+$/.test(text),
  },
  name: {
    says: 'made of letters, digits, `-` and `_`',
    like: 'order-id',
    test: text => /^[A-Za-z0-9_-]+$/.test(text),
  },
  extension: {
    says: '`x-` followed by letters, digits, `.`, `-` and `_`',
    like: 'x-order-owner',
    test: text => /^x-[\w.-]+$/.test(text),
  },
  avroName: {
    says: 'an Avro schema written as an object, or the name of an Avro type',
    like: 'com.example.OrderPlaced',
    test: text => /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(text),
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

/** True for the name of a member that extends the specification, well formed or not. */
export function isExtension(key: string): boolean {
  return key.startsWith('x-');
}
