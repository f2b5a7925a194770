import type { Finding } from '@portolan/base';
import type { Chart } from '@portolan/chart';

/** What takes long is asked of another thread, so that the editor is answered while documents are read. */
export type Question =
  | {
      readonly is: 'judge';
      /** Absolute path of the folder. */
      readonly folder: string;
      readonly document: string;
      /** The document and everything that it is made of, by location. */
      readonly texts: ReadonlyMap<string, string>;
      /** Whether modules that settings name are run. */
      readonly plugins: boolean;
      /** Differs when settings are to be looked at again. */
      readonly settings: number;
    }
  | {
      readonly is: 'chart';
      /** Absolute path of the folder. */
      readonly folder: string;
      readonly documents: readonly string[];
      readonly texts: ReadonlyMap<string, string>;
    };

/** The answer to each question. */
export interface Answers {
  readonly judge: {
    readonly findings: readonly Finding[];
    /** Absolute path of the nearest settings, where there are some. */
    readonly settings?: string;
  };
  readonly chart: Chart;
}
