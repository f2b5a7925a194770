import { expect, test } from 'vitest';
import { pathAt } from './find.ts';
import { placeAt } from './place.ts';
import { sketchOf } from './sketch.ts';

/** The place at the `|` of a text, in short: `member channels/orders "add"`. */
function placed(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place = placeAt(sketchOf(text), offset);
  return place ? `${place.as} ${place.keys.join('/')} "${place.typed}"${place.flow ? ' flow' : ''}` : 'none';
}

test.each([
  ['an empty text', '|', 'either  ""'],
  ['the first word', 'asy|', 'either  "asy"'],
  ['a word among keys', 'asyncapi: 3.1.0\nin|\nchannels:\n', 'member  "in"'],
  ['the name of a member', 'info:\n  ti|tle: x\n', 'member info "ti"'],
  ['the first word of a value', 'info:\n  ti|', 'either info "ti"'],
  ['a value on the line of its key', 'info:\n  title: a|b\n', 'value info/title "a"'],
  ['a value that is missing', 'operations:\n  a:\n    action: |\n', 'value operations/a/action ""'],
  ['the line below a key', 'info:\n  |\n', 'either info ""'],
  ['a blank line below members', 'info:\n  title: x\n  |\n', 'member info ""'],
  ['a blank line between members', 'info:\n  title: x\n  |\n  version: 1\n', 'member info ""'],
  ['a blank line above the first member', 'info:\n  |\n  title: x\n', 'member info ""'],
  ['a blank line as far out as the root', 'info:\n  title: x\n|\nchannels: {}\n', 'member  ""'],
  ['a blank line that fits no level', 'info:\n    title: x\n  |\n', 'none'],
  ['two levels out', 'a:\n  b:\n    c: 1\n  |\n', 'member a ""'],
  ['the first member of an item', 'tags:\n  - |\n', 'either tags/0 ""'],
  ['another member of an item', 'tags:\n  - name: a\n    |\n', 'member tags/0 ""'],
  ['a new item', 'tags:\n  - name: a\n  |\n', 'item tags ""'],
  ['between braces', 'info: { ti| }\n', 'member info "ti" flow'],
  ['after a comma', 'info: { title: x, | }\n', 'member info "" flow'],
  ['a value between braces', 'a: { action: | }\n', 'value a/action "" flow'],
  ['between brackets', 'a: [x, |]\n', 'value a/1 "" flow'],
  ['an item between brackets', 'a: [x, y|]\n', 'value a/1 "y" flow'],
  ['JSON, a name', '{"info": {"ti|"}}', 'member info "ti" flow'],
  ['JSON, a name that is not closed', '{\n  "info": {\n    "ti|\n  }\n}', 'member info "ti" flow'],
  ['JSON, nothing yet', '{\n  "info": {\n    |\n  }\n}', 'member info "" flow'],
  ['JSON, a value', '{"info": {"title": "x|"}}', 'value info/title "x" flow'],
  ['JSON, a missing value', '{"action": |}', 'value action "" flow'],
  ['JSON, behind a comma', '{"a": 1,\n |\n "b": 2}', 'member  "" flow'],
  ['JSON, behind everything', '{"a": 1} |', 'none'],
  ['a comment', 'info: # a|', 'none'],
  ['after a colon without space', 'info:|\n', 'value info ""'],
  ['behind a quoted value', "a:\n  $ref: '#/chan|'\n", 'value a/$ref "#/chan"'],
  ['a quote that is just opened', "a:\n  $ref: '|\nb: 1\n", 'value a/$ref ""'],
])('%s', (_, text, place) => {
  expect(placed(text)).toBe(place);
});

test('in a block text there is no place', () => {
  const text = 'info:\n  description: |\n    one\n    two\n';
  expect(placeAt(sketchOf(text), text.indexOf('two'))).toBeUndefined();
});

test('what stands at an offset', () => {
  const text = 'a:\n  - b: cd\n    e: {f: g}\n';
  const at = (word: string) => {
    const path = pathAt(sketchOf(text), text.indexOf(word));
    return path && [path.keys.join('/'), path.onKey, text.slice(path.start, path.end)];
  };
  expect(at('b')).toEqual(['a/0/b', true, 'b']);
  expect(at('cd')).toEqual(['a/0/b', false, 'cd']);
  expect(at('g}')).toEqual(['a/0/e/f', false, 'g']);
  expect(at('- b')).toBeUndefined();
});
