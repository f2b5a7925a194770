/** Formats of texts that need no more than their grammar. */

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** RFC 9562; every variant and version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** RFC 6901. */
export function isJsonPointer(text: string): boolean {
  return text === '' || (text.startsWith('/') && !/~(?![01])/.test(text));
}

/** draft-bhutton-relative-json-pointer: how many levels up, then a pointer or `#`. */
export function isRelativeJsonPointer(text: string): boolean {
  const up = /^(?:0|[1-9]\d*)/.exec(text)?.[0];
  if (up === undefined) return false;
  const rest = text.slice(up.length);
  return rest === '#' || isJsonPointer(rest);
}

/** A regular expression of ECMA-262, with Unicode. */
export function isRegex(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

const VARIABLE = '(?:\\w|%[\\dA-Fa-f]{2})(?:\\.?(?:\\w|%[\\dA-Fa-f]{2}))*(?::[1-9]\\d{0,3}|\\*)?';
const EXPRESSION = new RegExp(`^[+#./;?&=,!@|]?${VARIABLE}(?:,${VARIABLE})*$`);
// biome-ignore lint/suspicious/noControlCharactersInRegex: the grammar names what is not allowed
const NO_LITERAL = /[\x00-\x20\x7f"<>\\^`{|}]|%(?![\dA-Fa-f]{2})/;

/** RFC 6570. */
export function isUriTemplate(text: string): boolean {
  const literals = text.replace(/\{([^{}]*)\}/g, (whole, inner: string) => (EXPRESSION.test(inner) ? '' : whole));
  return !NO_LITERAL.test(literals);
}

const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** RFC 4648, section 4. */
export function isBase64(text: string): boolean {
  return BASE64.test(text);
}
