/** Style sheet of the report: the reader’s own fonts, light or dark as the reader’s machine is, and fit for paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #14181d);
  --panel: light-dark(#f4f6f8, #1d232a);
  --ink: light-dark(#1b2228, #e4e9ee);
  --quiet: light-dark(#55626e, #9daab6);
  --line: light-dark(#d5dce2, #343e48);
  --error: light-dark(#b3261e, #ff8f86);
  --warning: light-dark(#875600, #f0b64d);
  --info: light-dark(#1f5fae, #84b8ff);
  --mark: light-dark(#ffe7a3, #5b4713);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .25rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 1.15rem; overflow-wrap: anywhere; }
a { color: var(--info); }
p { margin: .25rem 0; overflow-wrap: anywhere; }
code, pre { font-family: ui-monospace, monospace; font-size: .875rem; }
.quiet { color: var(--quiet); }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; border: 0; }
legend { float: left; margin-right: 1.25rem; padding: 0; color: var(--quiet); }
nav ul, .clean { margin: .5rem 0; padding-left: 1.25rem; overflow-wrap: anywhere; }
.finding {
  margin: 1rem 0; padding: .75rem 1rem;
  border-left: .25rem solid var(--shade); border-radius: .25rem; background: var(--panel);
}
.error { --shade: var(--error); }
.warning { --shade: var(--warning); }
.info { --shade: var(--info); }
.severity { color: var(--shade); font-weight: 600; }
h3 { margin: .25rem 0; font-size: 1rem; line-height: 1.4; overflow-wrap: anywhere; }
.frame { margin: .5rem 0; padding: .5rem .75rem; overflow-x: auto; border: 1px solid var(--line); border-radius: .25rem; background: var(--paper); }
.frame .number { color: var(--quiet); user-select: none; }
mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--shade); }
body:has(#show-error:not(:checked)) .finding.error,
body:has(#show-warning:not(:checked)) .finding.warning,
body:has(#show-info:not(:checked)) .finding.info { display: none; }
@media print {
  body { max-width: none; padding: 0; }
  fieldset { display: none; }
  .finding { break-inside: avoid; }
}
`.trim();
