/** How the account looks: on a screen, light or dark, and on paper. */
export const auditStyle = `
:root { color-scheme: light dark; --ink: #1d1b18; --soft: #635e56; --line: #d9d4ca; --page: #fff; --bad: #a3341d }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8e0; --soft: #a8a196; --line: #45413a; --page: #1b1a18; --bad: #f08a6e } }
* { box-sizing: border-box }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.5rem; color: var(--ink); background: var(--page); font: 15px/1.55 Georgia, 'Times New Roman', serif }
h1 { margin: .2em 0; font-size: 1.9rem; line-height: 1.2 }
h2 { margin: 2.2em 0 .6em; padding-block-end: .2em; border-block-end: 1px solid var(--line); font-size: 1.2rem }
h3 { margin: 1em 0 .2em; font-size: 1rem }
p { margin: .3em 0 }
ul { margin: .3em 0; padding-inline-start: 1.3em }
li { margin: .3em 0 }
code { font: 12.5px/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere }
time, .kind, .about, .proof, .id { color: var(--soft); font-size: 13px }
.standing { font-size: 1.05rem }
.log { padding: 0; list-style: none }
.log > li { margin: 0; padding: .7em 0 .7em 1em; border-inline-start: 3px solid var(--line) }
.log > li + li { margin-block-start: .6em }
.log > li.void { border-inline-start-color: var(--bad) }
.void > .deed { text-decoration: line-through; text-decoration-color: var(--bad) }
blockquote { margin: .3em 0; padding-inline-start: .8em; border-inline-start: 2px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --page: #fff; --bad: #a3341d }
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt }
  h2, h3 { break-after: avoid }
  .log > li, .signoff, .member { break-inside: avoid }
}
`
