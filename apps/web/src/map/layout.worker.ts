import { type LayoutTask, layOut } from './layout.ts';

// Beside the page's own thread, so that laying out thousands of nodes never stops somebody's typing.
addEventListener('message', (event: MessageEvent<LayoutTask>) => {
  postMessage([...layOut(event.data)]);
});
