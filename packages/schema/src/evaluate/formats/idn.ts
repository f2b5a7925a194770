import { decoded, encoded } from './punycode.ts';

/** Names of hosts in all scripts, RFC 5890 to 5893. */

/** The labels of a name; ideographic full stops separate them too. */
export function labelsOf(name: string): string[] {
  return name.split(/[.\u3002\uff0e\uff61]/);
}

/** Characters of the longest name, with its dots. */
const LONGEST = 253;

/** True when every label is sound, encoded (`xn--`) or not, and they read well together. */
export function isInternational(labels: readonly string[]): boolean {
  if (labels.join('.').length > LONGEST) return false;
  const plain: string[] = [];
  for (const label of labels) {
    const text = plainOf(label);
    if (text === undefined) return false;
    plain.push(text);
  }
  const inAscii = plain.map(text => (isAscii(text) ? text : `xn--${encoded(text)}`));
  if (inAscii.some(text => text.length > 63) || inAscii.join('.').length > LONGEST) return false;
  return plain.every(isAscii) || !plain.some(text => classes().rightToLeft.test(text)) || plain.every(isBidirectional);
}

/** A label as people read it; undefined when it is none. */
function plainOf(label: string): string | undefined {
  if (isAscii(label) && !/^xn--/i.test(label)) {
    return /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label) ? label.toLowerCase() : undefined;
  }
  if (!isAscii(label)) return isSound(label) ? label : undefined;
  const text = decoded(label.slice(4).toLowerCase());
  if (text === undefined || isAscii(text) || encoded(text) !== label.slice(4).toLowerCase()) return undefined;
  return isSound(text) ? text : undefined;
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what it says
  return /^[\x00-\x7f]*$/.test(text);
}

/** RFC 5891, section 4.2: what a label in letters of any script must be. */
function isSound(label: string): boolean {
  if (label.normalize('NFC') !== label) return false;
  if (label.startsWith('-') || label.endsWith('-') || label.slice(2, 4) === '--') return false;
  if (classes().startsWithMark.test(label)) return false;
  const characters = [...label];
  return characters.every((character, index) => isAllowed(character, characters, index));
}

/** RFC 5892, section 3, by the properties of Unicode that JavaScript knows. */
function isAllowed(character: string, around: readonly string[], index: number): boolean {
  const { always, never, ignored, jamoOrSymbol, letterOrDigit } = classes();
  if (/^[a-z\d-]$/.test(character) || always.test(character)) return true;
  const context = contextual(character, around, index);
  if (context !== undefined) return context;
  if (never.test(character) || ignored.test(character) || jamoOrSymbol.test(character)) return false;
  const folded = character.normalize('NFKC').toLowerCase().normalize('NFKC');
  return folded === character && letterOrDigit.test(character);
}

/** RFC 5892, appendix A: characters that are only allowed beside certain others; undefined for all the rest. */
function contextual(character: string, around: readonly string[], index: number): boolean | undefined {
  const { virama, joining, greek, hebrew, japanese } = classes();
  const [before = '', after = ''] = [around[index - 1], around[index + 1]];
  switch (character) {
    case '\u200c':
      return virama.test(before) || (joining.test(before) && joining.test(after));
    case '\u200d':
      return virama.test(before);
    case '\u00b7':
      return before === 'l' && after === 'l';
    case '\u0375':
      return greek.test(after);
    case '\u05f3':
    case '\u05f4':
      return hebrew.test(before);
    case '\u30fb':
      return around.some(other => japanese.test(other));
  }
  if (/^[\u0660-\u0669]$/.test(character)) return !around.some(other => /[\u06f0-\u06f9]/.test(other));
  if (/^[\u06f0-\u06f9]$/.test(character)) return !around.some(other => /[\u0660-\u0669]/.test(other));
  return undefined;
}

/** RFC 5893, section 2. */
function isBidirectional(label: string): boolean {
  const { startsRight, endsRight, onlyRight, rightToLeft, startsLeft, endsLeft } = classes();
  if (startsRight.test(label)) {
    const mixesDigits = /[\d\u06f0-\u06f9]/.test(label) && /[\u0660-\u0669]/.test(label);
    return onlyRight.test(label) && endsRight.test(label) && !mixesDigits;
  }
  return startsLeft.test(label) && !rightToLeft.test(label) && endsLeft.test(label);
}

type Classes = ReturnType<typeof newClasses>;

let known: Classes | undefined;

/** Looking the properties of Unicode up takes ten milliseconds, and few ever meet a name in another script. */
function classes(): Classes {
  known ??= newClasses();
  return known;
}

/** Combining marks that take the vowel from a letter: they ask for joiners. */
const VIRAMAS =
  '\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua8c4\ua953\ua9c0\uaaf6\uabed';
const RIGHT =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Samaritan}\\p{Script=Mandaic}';
const JOINING = '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mandaic}\\p{Script=Mongolian}';
const ARABIC_DIGITS = '\\u0660-\\u0669';
const EASTERN_DIGITS = '\\u06f0-\\u06f9';

function newClasses() {
  const of = (source: string) => new RegExp(source, 'u');
  const letter = `(?![${ARABIC_DIGITS}${EASTERN_DIGITS}\\p{Mn}])[${RIGHT}]`;
  return {
    always: of('^[\\u00df\\u03c2\\u06fd\\u06fe\\u0f0b\\u3007]$'),
    never: of('^[\\u0640\\u07fa\\u302e\\u302f\\u3031-\\u3035\\u303b]$'),
    letterOrDigit: of('^[\\p{Ll}\\p{Lo}\\p{Lm}\\p{Mn}\\p{Mc}\\p{Nd}]$'),
    ignored: of('^[\\p{Default_Ignorable_Code_Point}\\p{White_Space}\\p{Noncharacter_Code_Point}]$'),
    jamoOrSymbol: of(
      '^[\\u1100-\\u11ff\\ua960-\\ua97f\\ud7b0-\\ud7ff\\u20d0-\\u20ff\\u{1d100}-\\u{1d1ff}\\u{1d200}-\\u{1d24f}]$',
    ),
    startsWithMark: of('^\\p{M}'),
    virama: of(`^[${VIRAMAS}]$`),
    joining: of(`^(?=\\p{L})[${JOINING}]$`),
    greek: of('^\\p{Script=Greek}$'),
    hebrew: of('^\\p{Script=Hebrew}$'),
    japanese: of('^[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]$'),
    /** What makes a name one that is read in both directions: letters from right to left, and Arabic digits. */
    rightToLeft: of(`[${ARABIC_DIGITS}]|${letter}`),
    startsRight: of(`^${letter}`),
    endsRight: of(`(?:[\\d${ARABIC_DIGITS}${EASTERN_DIGITS}]|(?!\\p{Mn})[${RIGHT}])\\p{Mn}*$`),
    onlyRight: of(`^[${RIGHT}\\p{Mn}\\d\\-${ARABIC_DIGITS}${EASTERN_DIGITS}\\u200c\\u200d]*$`),
    startsLeft: of('^\\p{L}'),
    endsLeft: of(`[\\p{L}\\d${EASTERN_DIGITS}]\\p{Mn}*$`),
  };
}
