/** How a redline looks in a browser: words that came are underlined, words that went struck through, so that it reads without colours, too. */
export const redlineStyle = `
.redline { --in: #d9f2df; --in-line: #1f6b3a; --out: #fbdcd6; --out-line: #a8321f; --move: #e9e4f8; --move-line: #5d46a3; --form: #8a5300; --dim: #57514a; --rule: #e3ded5; color: #1f1c18; line-height: 1.6; overflow-wrap: break-word; }
@media (prefers-color-scheme: dark) { .redline { --in: #1f4a2d; --in-line: #8fd3a4; --out: #59291f; --out-line: #f4a392; --move: #332b50; --move-line: #c2b3f2; --form: #f0bd6b; --dim: #bdb6ab; --rule: #35322d; color: #eeeae3; } }
.redline ins { background: var(--in); text-decoration: underline; text-decoration-color: var(--in-line); text-underline-offset: 2px; }
.redline del { background: var(--out); text-decoration: line-through; text-decoration-color: var(--out-line); }
.redline ins.moved { background: var(--move); text-decoration: underline double; text-decoration-color: var(--move-line); }
.redline del.moved { background: var(--move); text-decoration-color: var(--move-line); }
.redline .reformatted { border-block-end: 2px dotted var(--form); }
.redline [data-said]::before, .redline :is(ins, del)[data-said]::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.redline [data-said]::before { content: ' [' attr(data-said) ': '; }
.redline :is(ins, del)[data-said]::after { content: '] '; }
.redline .reformatted[data-said]::before { content: ' [' attr(data-said) '] '; }
.redline ul.counts { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0 0 .5rem; padding: 0; list-style: none; color: var(--dim); }
.redline p.counts, .redline .legend { margin: 0 0 .5rem; }
.redline .legend { margin-block-end: 1.5rem; font-size: .8125rem; }
.redline .block { margin-block: .75rem; padding-inline-start: .75rem; border-inline-start: 3px solid transparent; }
.redline .block > p { margin: 0; }
.redline .block.changed { border-color: var(--form); }
.redline .block.inserted { border-color: var(--in-line); }
.redline .block.deleted { border-color: var(--out-line); }
.redline .block.movedFrom, .redline .block.movedTo { border-color: var(--move-line); }
.redline .block.movedFrom del { background: var(--move); text-decoration-color: var(--move-line); }
.redline .heading > .words { font-weight: 650; font-size: 1.1em; }
.redline .heading > .words[data-level='2'] { font-size: 1.3em; }
.redline .codeBlock > .words { font-family: ui-monospace, monospace; font-size: .875em; white-space: pre-wrap; }
.redline .quoted > .words { font-style: italic; }
.redline .pullQuote > .words { font-size: 1.15em; }
.redline .boxed { padding: .5rem .75rem; background: color-mix(in srgb, currentColor 5%, transparent); }
.redline .marker { display: inline-block; min-inline-size: 1.5em; color: var(--dim); }
.redline .depth-2 { margin-inline-start: 1.5rem; } .redline .depth-3 { margin-inline-start: 3rem; } .redline .depth-4 { margin-inline-start: 4.5rem; } .redline .depth-5 { margin-inline-start: 6rem; } .redline .depth-6 { margin-inline-start: 7.5rem; }
.redline .label, .redline .by, .redline dt, .redline figcaption { color: var(--dim); font: 500 .8125rem/1.5 system-ui, sans-serif; }
.redline .unchanged { margin-block: .75rem; color: var(--dim); font: .8125rem/1.5 system-ui, sans-serif; text-align: center; }
.redline .head { font: 600 .8125rem/1.5 system-ui, sans-serif; }
.redline .value p { margin: 0 0 .5rem; white-space: pre-line; }
.redline .title.gone { text-decoration: line-through; }
.redline dl { margin: 0; } .redline dl > div { display: flex; gap: .5rem; } .redline dd { margin: 0; }
.redline .pictures { display: flex; flex-wrap: wrap; gap: 1rem; } .redline .pictures figure { margin: 0 0 .5rem; }
.redline .pictures img { display: block; max-width: min(100%, 20rem); max-height: 15rem; }
.redline .missing { display: block; padding: 1rem; border: 1px dashed var(--rule); color: var(--dim); }
.redline .note { font-size: .875em; } .redline .call { color: var(--dim); }
.redline table { width: 100%; margin-block: 1rem; border-collapse: collapse; } .redline caption { font-weight: 600; text-align: start; }
.redline td, .redline th { padding: .25rem .5rem; border: 1px solid var(--rule); text-align: start; vertical-align: top; font-weight: inherit; }
.redline th { font-weight: 600; }
.redline td .block, .redline th .block { margin-block: 0; padding: 0; border: 0; }
.redline td.inserted, .redline th.inserted { box-shadow: inset 3px 0 var(--in-line); } .redline td.deleted, .redline th.deleted { box-shadow: inset 3px 0 var(--out-line); } .redline td:is(.movedFrom, .movedTo), .redline th:is(.movedFrom, .movedTo) { box-shadow: inset 3px 0 var(--move-line); }
.redline td.movedFrom del, .redline th.movedFrom del { background: var(--move); text-decoration-color: var(--move-line); }
.redline .label.line { margin: 0; } .redline .label.line.inserted { color: var(--in-line); } .redline .label.line.deleted { color: var(--out-line); } .redline .label.line:is(.movedFrom, .movedTo) { color: var(--move-line); }
.redline .led { font: .8125em/1.4 system-ui, sans-serif; } .redline .led::before { content: '→ '; color: var(--dim); } .redline .led del + ins { margin-inline-start: .3em; }
`
