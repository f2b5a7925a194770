import { type Entry, type Find, finder } from './find.ts';

declare global {
  interface Window {
    /** Called by the index of the search, which is a script because a page from a disk may load no data. */
    portolanIndex?: (entries: readonly Entry[]) => void;
  }
}

let asked: Promise<Find> | undefined;

/** The search of the site; its index is loaded when it is wanted for the first time. */
export function siteSearch(): Promise<Find> {
  asked ??= new Promise((found, failed) => {
    window.portolanIndex = entries => found(finder(entries));
    const script = document.createElement('script');
    script.src = `${document.documentElement.dataset.root ?? ''}assets/search-index.js`;
    script.addEventListener('error', () => {
      asked = undefined;
      failed(new Error('The index of the search could not be loaded.'));
    });
    document.head.append(script);
  });
  return asked;
}
