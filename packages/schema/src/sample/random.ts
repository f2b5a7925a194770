/** A number from 0 (included) to 1 that depends on nothing but the words it is made from. */
export function fraction(...words: readonly (string | number)[]): number {
  return mixed(hash(words.join('\u0000')));
}

/** A sequence of such numbers. */
export function sequence(...words: readonly (string | number)[]): () => number {
  let state = hash(words.join('\u0000'));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return mixed(state);
  };
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value;
}

/** The finishing step of the mulberry32 generator: spreads a state evenly. */
function mixed(state: number): number {
  let value = Math.imul(state ^ (state >>> 15), state | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
}
