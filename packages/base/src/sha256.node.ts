/** As `sha256Of` of `sha256.ts`, by Node itself: twenty times as fast. Its module is large, and loaded when it is needed. */
export function sha256Of(text: string): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', text, 'hex');
}
