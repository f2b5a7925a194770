/** Codes of the characters that mean something in YAML. */
export const NEWLINE = 10;
export const SPACE = 32;
export const DOUBLE = 34;
export const HASH = 35;
export const SINGLE = 39;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const GREATER = 62;
export const QUESTION = 63;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
export const PIPE = 124;
export const CLOSE_MAP = 125;

/** Characters that begin something other than a plain scalar. */
export const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map(character => character.charCodeAt(0)));
