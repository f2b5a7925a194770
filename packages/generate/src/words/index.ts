/** The words in which people read facts, the same in the portal and in written pages. */
export { type BindingRow, bindingRows } from './binding.ts';
export { type Branch, eachOf, fieldPath, type Inside, insideOf } from './branch.ts';
export { constraintsInWords, show } from './constraint.ts';
export { count, listed, number } from './count.ts';
export { jsonTokens, type Token } from './json-tokens.ts';
export { type SideCell, type SideRow, sideBySide } from './side-by-side.ts';
