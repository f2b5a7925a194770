/** Names of the output formats. */
export const FORMATS: readonly string[] = ['text', 'json', 'markdown', 'sarif', 'junit', 'github', 'gitlab', 'html'];
