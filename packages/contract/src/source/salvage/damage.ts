import type { FindingKind } from '@portolan/base';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
`;

const goodJson = `{
  "asyncapi": "3.1.0",
  "info": {
    "title": "Orders",
    "version": "1.0.0"
  }
}
`;

const YAML = 'YAML 1.2';
const JSON_TEXT = 'RFC 8259';
const REST = 'Portolan leaves the damaged part out and reads the rest; other tools read nothing at all.';

export const SOURCE_QUOTE_UNCLOSED: FindingKind = {
  code: 'SOURCE_QUOTE_UNCLOSED',
  severity: 'error',
  says: 'The quote {quote} that begins here is never closed.',
  why: `Everything behind an open quote is text until the next quote. ${REST}`,
  help: 'Close the quote at the end of the value.',
  source: `${YAML} section 7.3`,
  bad: good.replace('title: Orders', 'title: "Orders'),
  good,
};

export const SOURCE_QUOTE_ENDS_EARLY: FindingKind = {
  code: 'SOURCE_QUOTE_ENDS_EARLY',
  severity: 'error',
  says: 'The quoted value ends here, but the line goes on.',
  why: `A quote inside a quoted text ends it. ${REST}`,
  help: 'Write a quote inside double quotes as `\\"` and one inside single quotes twice, or put quotes around the whole value.',
  source: `${YAML} section 7.3`,
  bad: good.replace('title: Orders', 'title: "Orders" of customers'),
  good,
};

export const SOURCE_ESCAPE_UNKNOWN: FindingKind = {
  code: 'SOURCE_ESCAPE_UNKNOWN',
  severity: 'error',
  says: 'The escape `{escape}` means nothing between double quotes.',
  why: `A backslash between double quotes begins an escape, as it does in most programming languages. ${REST}`,
  help: 'Write the backslash twice, or use single quotes, between which a backslash is a backslash.',
  source: `${YAML} section 5.7`,
  bad: good.replace('title: Orders', 'title: "Orders \\d+"'),
  good,
};

export const SOURCE_TAB: FindingKind = {
  code: 'SOURCE_TAB',
  severity: 'error',
  says: 'This line is indented with a tab.',
  why: `Editors show tabs at different widths, so YAML forbids them where the indentation says what belongs to what. ${REST}`,
  help: 'Indent with blanks, and let the editor insert blanks when you press the tab key.',
  source: `${YAML} section 6.1`,
  bad: good.replace('  title', '\ttitle'),
  good,
};

export const SOURCE_INDENTATION: FindingKind = {
  code: 'SOURCE_INDENTATION',
  severity: 'error',
  says: 'This line is indented by {found}, which fits no line above it.',
  why: `The indentation says what belongs to what; a line between two levels belongs to neither. ${REST}`,
  help: 'Give it the indentation of the lines that it belongs with.',
  source: `${YAML} section 6.1`,
  bad: good.replace('  version', '     version'),
  good,
};

export const SOURCE_COLON_MISSING: FindingKind = {
  code: 'SOURCE_COLON_MISSING',
  severity: 'error',
  says: 'There is no colon after `{text}`, so that it is neither a key nor the value of one.',
  why: `A member is a key, a colon, a blank and a value. ${REST}`,
  help: 'Add the colon and the value, or take the line away.',
  source: YAML,
  bad: good.replace('  version:', '  summary\n  version:'),
  good,
};

export const SOURCE_COLON_BLANK: FindingKind = {
  code: 'SOURCE_COLON_BLANK',
  severity: 'error',
  says: 'A blank is missing between the colon after `{key}` and the value.',
  why: `Without the blank the colon is part of a text, as it is in an address. ${REST}`,
  help: 'Write a blank after the colon.',
  source: YAML,
  bad: good.replace('title: Orders', 'title:Orders'),
  good,
};

export const SOURCE_COLON_IN_TEXT: FindingKind = {
  code: 'SOURCE_COLON_IN_TEXT',
  severity: 'error',
  says: 'The value of `{key}` holds a colon followed by a blank, as if it were a key itself.',
  why: `A colon followed by a blank separates a key from its value, also inside a sentence. ${REST}`,
  help: 'Put quotes around the whole value.',
  source: `${YAML} section 7.3.3`,
  bad: good.replace('title: Orders', 'title: Orders: all of them'),
  good,
};

export const SOURCE_BRACKET_UNCLOSED: FindingKind = {
  code: 'SOURCE_BRACKET_UNCLOSED',
  severity: 'error',
  says: 'The bracket `{bracket}` that opens here is never closed.',
  why: `What follows an open bracket belongs to it, up to the end of the text. ${REST}`,
  help: 'Close the bracket, or put quotes around the value when the bracket is part of a text.',
  source: `${YAML} section 7.4; ${JSON_TEXT} section 4`,
  bad: good.replace('title: Orders', 'title: Orders\n  tags: [{ name: a }'),
  good,
};

export const SOURCE_BRACKET_ENDS_EARLY: FindingKind = {
  code: 'SOURCE_BRACKET_ENDS_EARLY',
  severity: 'error',
  says: 'The list or object that begins with `{bracket}` ends here, but the line goes on.',
  why: `A value that begins with a bracket is a list or an object, not a text. ${REST}`,
  help: 'Put quotes around the value when the bracket is part of a text, as in an address with parameters.',
  source: `${YAML} section 7.4`,
  bad: good.replace('title: Orders', 'title: {shop} orders'),
  good,
};

export const SOURCE_CHARACTER_RESERVED: FindingKind = {
  code: 'SOURCE_CHARACTER_RESERVED',
  severity: 'error',
  says: 'A value cannot begin with {character} without quotes.',
  why: `The character means something in YAML, or is kept for later versions of it. ${REST}`,
  help: 'Put quotes around the value.',
  source: `${YAML} section 5.3`,
  bad: good.replace('title: Orders', 'title: @orders'),
  good,
};

export const SOURCE_COMMA_MISSING: FindingKind = {
  code: 'SOURCE_COMMA_MISSING',
  severity: 'error',
  says: 'A comma is missing before this.',
  why: 'Members and items between brackets are separated by commas. Portolan reads on as if the comma were there; other tools read nothing at all.',
  help: 'Add a comma behind the value before it.',
  source: `${JSON_TEXT} section 4`,
  bad: { 'asyncapi.json': goodJson.replace('"Orders",', '"Orders"') },
  good: { 'asyncapi.json': goodJson },
};

export const SOURCE_COMMA_EXTRA: FindingKind = {
  code: 'SOURCE_COMMA_EXTRA',
  severity: 'error',
  says: 'Nothing follows this comma.',
  why: 'JSON separates by commas and does not end with one. Portolan reads on as if the comma were not there; other tools read nothing at all.',
  help: 'Take the comma away.',
  source: `${JSON_TEXT} section 4`,
  bad: { 'asyncapi.json': goodJson.replace('"1.0.0"', '"1.0.0",') },
  good: { 'asyncapi.json': goodJson },
};

export const SOURCE_COMMENT_IN_JSON: FindingKind = {
  code: 'SOURCE_COMMENT_IN_JSON',
  severity: 'error',
  says: 'A comment stands here, and JSON has none.',
  why: 'Programs that read JSON stop at a comment. Portolan reads on behind it.',
  help: 'Use `description`, or write the document as YAML, which has comments.',
  source: JSON_TEXT,
  bad: { 'asyncapi.json': goodJson.replace('"Orders",', '"Orders", // of customers') },
  good: { 'asyncapi.json': goodJson },
};

export const SOURCE_CONTROL_CHARACTER: FindingKind = {
  code: 'SOURCE_CONTROL_CHARACTER',
  severity: 'error',
  says: 'The control character {character} stands in the text.',
  why: 'No editor shows it and no parser accepts it; it comes from a damaged file or a copied terminal. Portolan reads it as a blank.',
  help: 'Delete it. Between double quotes it can be written as an escape: `\\x00`.',
  source: `${YAML} section 5.1`,
  bad: good.replace('Orders', 'Orders\u0007'),
  good,
};

export const SOURCE_NOT_UTF8: FindingKind = {
  code: 'SOURCE_NOT_UTF8',
  severity: 'error',
  says: 'Bytes that are not UTF-8 stand here, or characters that were lost when the file was converted.',
  why: 'Which characters were meant cannot be told any more: they show as U+FFFD, here and to everybody else.',
  help: 'Save the file as UTF-8, and write the lost characters again.',
  source: `${JSON_TEXT} section 8.1; ${YAML} section 5.2`,
  bad: good.replace('Orders', 'Bestellungen f\uFFFDr alle'),
  good: good.replace('Orders', 'Bestellungen für alle'),
};

export const SOURCE_TOO_DEEP: FindingKind = {
  code: 'SOURCE_TOO_DEEP',
  severity: 'error',
  says: 'This is nested deeper than {limit} levels.',
  why: 'Nobody writes that, and programs that read it run out of memory. Portolan leaves it out.',
  help: 'Name the inner parts in `components` and refer to them.',
  bad: `${good}x-deep: ${'['.repeat(1100)}${']'.repeat(1100)}\n`,
  good,
};

export const SOURCE_TEXT_TOO_LONG: FindingKind = {
  code: 'SOURCE_TEXT_TOO_LONG',
  severity: 'warning',
  says: 'This text alone is {length} characters long.',
  why: 'A text of more than a million characters is data and no description; it slows down everybody who reads the document.',
  help: 'Keep the data in a file of its own and refer to it by its address.',
  bad: `${good}  description: ${'a long text '.repeat(90_000)}\n`,
  good,
};
