import { redlineStyle } from '../redline/html/redline-style'

/** How the page of a packet looks beside the story itself; the story has the style of the preview. */
export const reviewStyle = `
@media (prefers-color-scheme: dark) {
  :root { --paper: #17191b; --ink: #e6e3de; --soft: #a3a6a8; --line: #33373a; --wash: #202427; --accent: #77c4c8; --tip: #8fcf98; --important: #c5a6ee; --warning: #eeb872; --highlight: #5c4a12; --on-accent: #10282a; color-scheme: dark; }
}
.packet { padding: 1.1rem 1.25rem; margin-block-end: 2.5rem; border: 1px solid var(--line); border-radius: 8px; background: var(--wash); font: 400 .9375rem/1.55 var(--sans); }
.packet h2 { margin: 0 0 .5rem; font: 650 1rem/1.4 var(--sans); }
.packet p { margin: .25rem 0; }
.packet dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; margin: .75rem 0 0; }
.packet dt { color: var(--soft); } .packet dd { margin: 0; overflow-wrap: anywhere; }
.packet .key { font: 400 .875rem/1.55 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
.packet .note { margin-block: .75rem; padding-inline-start: 1em; border-inline-start: 3px solid var(--accent); font: 400 1rem/1.5 var(--serif); white-space: pre-wrap; }
.packet .how { margin-block-start: .9rem; color: var(--soft); font-size: .875rem; }
.changes { margin-block-start: 3rem; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); }
.changes > h2 { margin: 0 0 .25rem; font: 650 1.25rem/1.3 var(--serif); }
.changes > p { margin: 0 0 1.25rem; color: var(--soft); font: 400 .875rem/1.5 var(--sans); }
@media print { .packet { break-inside: avoid; background: none; } body { font-size: 11pt; } }
${redlineStyle}`
