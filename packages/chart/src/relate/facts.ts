import type { Chart } from '../model.ts';

/** What is known of the chart when the documents are judged against each other. */
export type Facts = Omit<Chart, 'digest' | 'findings'>;
