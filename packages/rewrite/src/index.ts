export { apply, applyAll, type Edit } from './edit/edit.ts';
export { insertItem, insertMember } from './edit/insert.ts';
export { removeMember } from './edit/remove.ts';
export { renameKey, replaceValue } from './edit/replace.ts';
export { format } from './format/format.ts';
