/** Marks of verdicts in Markdown. */
export const ICONS = { breaking: '❌', 'not-checked': '❔', 'non-breaking': '✅', editorial: '✏️' } as const;
