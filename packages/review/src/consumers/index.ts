export { CHANGED, chartAround, endAt, isOfChanged, messagesIn } from './ends.ts';
export { type Neighbour, namedAmong } from './named-among.ts';
