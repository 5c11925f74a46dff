/**
 * How a preview looks: a quiet page of text, light or dark, from a phone to a desk, left to right or right to left
 * (logical properties only). System fonts, so that nothing has to be loaded.
 */
export const previewStyle = `
:root {
  --paper: #fdfcfa; --ink: #1d1f21; --soft: #5d6266; --line: #e2dfd9; --wash: #f4f1ec; --accent: #0b5f66;
  --serif: 'Source Serif 4', 'Iowan Old Style', Charter, Georgia, 'Noto Serif', 'Noto Naskh Arabic', 'Geeza Pro', 'Noto Serif Hebrew', 'Times New Roman', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', Arial, sans-serif;
  color-scheme: light;
}
:root[data-theme='dark'] {
  --paper: #17191b; --ink: #e6e3de; --soft: #a3a6a8; --line: #33373a; --wash: #202427; --accent: #77c4c8;
  color-scheme: dark;
}
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; scrollbar-color: var(--line) transparent; }
body { margin: 0; font: 400 1.0625rem/1.65 var(--serif); overflow-wrap: break-word; text-rendering: optimizeLegibility; }
main { max-inline-size: 46rem; margin-inline: auto; padding: clamp(1.5rem, 5vw, 4rem) clamp(1.125rem, 5vw, 3rem) 5rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; overflow-wrap: anywhere; }
a:hover { text-decoration-thickness: 2px; }
img { display: block; max-inline-size: 100%; block-size: auto; border-radius: 3px; background: var(--wash); }

.kind { margin: 0 0 .75rem; font: 600 .8125rem/1.4 var(--sans); letter-spacing: .02em; color: var(--accent); }
.headline { margin: 0; font: 650 clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem)/1.18 var(--serif); letter-spacing: -.012em; text-wrap: balance; overflow-wrap: anywhere; }
.summary { margin: 1rem 0 0; font-size: 1.1875rem; line-height: 1.5; color: var(--soft); text-wrap: pretty; }
.facts { display: flex; flex-wrap: wrap; gap: .125rem 1rem; margin: 1.5rem 0 0; padding-block-start: 1rem; border-block-start: 1px solid var(--line); font: 400 .875rem/1.5 var(--sans); color: var(--soft); }
.facts:empty { display: none; }
.byline { color: var(--ink); font-weight: 550; }
.missing { color: var(--soft); font-style: italic; font-weight: 400; }
.article > figure:first-of-type { margin-block-start: 2rem; }

.text { margin-block-start: 2rem; }
.text p, .text ul, .text ol, .text blockquote, .text pre, .text figure, .text .table { margin-block: 0 1.25em; }
.text h2, .text h3, .text h4 { margin-block: 2em .6em; line-height: 1.25; letter-spacing: -.006em; text-wrap: balance; scroll-margin-block-start: 1rem; }
.text h2 { font-size: 1.5rem; } .text h3 { font-size: 1.25rem; } .text h4 { font-size: 1.0625rem; }
.text h2 + h3, .text h3 + h4 { margin-block-start: 1em; }
.text ul, .text ol { padding-inline-start: 1.6em; }
.text li { margin-block: .3em; } .text li > p { margin-block: 0 .6em; } .text li > ul, .text li > ol { margin-block: .3em; }
.text li::marker { color: var(--soft); }
blockquote { margin-inline: 0; padding-inline-start: 1.25em; border-inline-start: 3px solid var(--accent); font-style: italic; }
blockquote > :last-child { margin-block-end: 0; }
hr { inline-size: 6rem; margin: 2.5em auto; border: 0; border-block-start: 1px solid var(--line); }
code { padding: .1em .3em; border-radius: 3px; background: var(--wash); font: .875em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
pre { padding: 1em 1.125em; border-radius: 6px; background: var(--wash); overflow-x: auto; direction: ltr; text-align: left; }
pre code { padding: 0; background: none; }
figure { margin-inline: 0; }
figcaption { margin-block-start: .6em; font: 400 .875rem/1.5 var(--sans); color: var(--soft); }
.credit { opacity: .85; } .caption + .credit::before { content: '· '; }
.table { overflow-x: auto; overscroll-behavior-x: contain; }
table { border-collapse: collapse; min-inline-size: 100%; font: 400 .9375rem/1.45 var(--sans); font-variant-numeric: tabular-nums; }
th, td { padding: .55em .8em; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; min-inline-size: 6em; overflow-wrap: normal; }
th { font-weight: 600; } thead th { border-block-end: 2px solid var(--line); vertical-align: bottom; }
td > :last-child, th > :last-child { margin-block-end: 0; }
sup { line-height: 0; font: 600 .7em/0 var(--sans); } sup a { padding-inline: .15em; text-decoration: none; }
.footnotes { margin-block-start: 3rem; padding-block-start: 1.25rem; border-block-start: 1px solid var(--line); font-size: .9375rem; line-height: 1.55; color: var(--soft); }
.footnotes ol { margin: 0; } .footnote-back { text-decoration: none; font-family: var(--sans); }
.footnotes li:target, sup:has(a:target) { background: var(--wash); color: var(--ink); }
.attachment { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; padding: .9em 1.1em; border: 1px solid var(--line); border-radius: 8px; background: var(--wash); font-family: var(--sans); font-size: .9375rem; }
.attachment::before { content: '↓'; color: var(--accent); font-weight: 600; } .attachment a { flex: 1 1 auto; min-inline-size: 0; font-weight: 550; }
.file-note { color: var(--soft); font-size: .8125rem; white-space: nowrap; }
.story-origin { margin-block-end: 2rem; padding: .9em 1.1em; border-inline-start: 3px solid var(--line); background: var(--wash); font: 400 .9375rem/1.55 var(--sans); color: var(--soft); }
.story-origin p { margin-block: 0 .4em; } .story-origin p:last-child { margin-block-end: 0; }
.story-links { margin-block-start: 2rem; } .story-links p:not(.attachment) a { font: 600 1rem/1.5 var(--sans); }

.listing .entry { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem 1.5rem; padding-block: 1.5rem; border-block: 1px solid var(--line); }
.listing figure { margin: 0; } .listing figcaption { display: none; }
.listing img { inline-size: 100%; aspect-ratio: 3 / 2; object-fit: cover; }
.listing .about { display: flex; flex-wrap: wrap; gap: .125rem .875rem; margin: 0 0 .4rem; font: 400 .8125rem/1.5 var(--sans); color: var(--soft); }
.listing .about .kind { margin: 0; font-size: inherit; }
.listing .headline { font-size: clamp(1.25rem, 1.1rem + .6vw, 1.5rem); line-height: 1.28; text-wrap: pretty; }
.listing .excerpt { margin: .5rem 0 0; color: var(--soft); }
@media (min-width: 36rem) { .listing .with-picture { grid-template-columns: 13rem minmax(0, 1fr); align-items: start; } }
/* Letters of Arabic are joined and have no italics; its types look small beside Latin ones. */
:root[dir='rtl'] :is(.headline, .kind, h2, h3, h4) { letter-spacing: normal; }
:root[dir='rtl'] body { font-size: 1.1875rem; line-height: 1.8; }
:root[dir='rtl'] .headline { line-height: 1.35; }
:root[dir='rtl'] blockquote { font-style: normal; }
@media print { .attachment, .story-origin, pre { background: none; } }
`
