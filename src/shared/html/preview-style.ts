/**
 * How a preview looks: a quiet page of text, light or dark, from a phone to a desk, left to right or right to left
 * (logical properties only). System fonts, so that nothing has to be loaded.
 */
export const previewStyle = `
:root {
  --paper: #fdfcfa; --ink: #1d1f21; --soft: #5d6266; --line: #e2dfd9; --wash: #f4f1ec; --accent: #0b5f66;
  --tip: #2c6a35; --important: #6a3f9c; --warning: #8f4a06; --highlight: #fbe9a6; --on-accent: #ffffff;
  --serif: 'Source Serif 4', 'Iowan Old Style', Charter, Georgia, 'Noto Serif', 'Noto Naskh Arabic', 'Geeza Pro', 'Noto Serif Hebrew', 'Times New Roman', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', Arial, sans-serif;
  color-scheme: light;
}
:root[data-theme='dark'] {
  --paper: #17191b; --ink: #e6e3de; --soft: #a3a6a8; --line: #33373a; --wash: #202427; --accent: #77c4c8;
  --tip: #8fcf98; --important: #c5a6ee; --warning: #eeb872; --highlight: #5c4a12; --on-accent: #10282a;
  color-scheme: dark;
}
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; scrollbar-color: var(--line) transparent; }
body { container-type: inline-size; margin: 0; font: 400 1.0625rem/1.65 var(--serif); overflow-wrap: break-word; text-rendering: optimizeLegibility; }
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
.text p, .text ul, .text ol, .text blockquote, .text pre, .text figure, .text .table, .text .callout, .text .related-stories { margin-block: 0 1.25em; }
.text :is(h2, h3, h4, hr, pre, .table, .callout, .gallery, .pull-quote, .embed, .call, .attachment, .related-stories, .width-wide, .width-full, .footnotes) { clear: both; }
.text::after, .story-links { content: ''; display: block; clear: both; }
.text ul, .text ol, .text blockquote { display: flow-root; }
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
figure { margin-inline: 0; } mark { padding: .05em .15em; border-radius: 2px; background: var(--highlight); color: inherit; }
u { text-decoration-thickness: 1px; text-underline-offset: .18em; } sub, sup { font-size: .72em; line-height: 0; }
figcaption { margin-block-start: .6em; font: 400 .875rem/1.5 var(--sans); color: var(--soft); }
.credit { opacity: .85; } .caption + .credit::before { content: '· '; } .credit a { color: inherit; }
/* A picture leaves the column of the text only where it stands in it, and never the page. */
:is(.text, .text > [lang]) > .width-wide { margin-inline: calc(-1 * clamp(0rem, (100cqi - 46rem) / 2, 7rem)); }
:is(.text, .text > [lang]) > .width-full { inline-size: 100cqi; margin-inline: calc(50% - 50cqi); }
:is(.text, .text > [lang]) > .width-full img { inline-size: 100%; border-radius: 0; }
:is(.text, .text > [lang]) > .width-full figcaption { max-inline-size: 46rem; margin-inline: auto; padding-inline: clamp(1.125rem, 5vw, 3rem); }
.width-wide img { inline-size: 100%; }
@media (min-width: 36rem) {
  .width-half { inline-size: 50%; margin-inline: auto; }
  .width-half.align-start { float: inline-start; margin-inline: 0 1.5rem; } .width-half.align-end { float: inline-end; margin-inline: 1.5rem 0; }
  .width-half:is(.align-start, .align-end) { inline-size: 46%; margin-block-start: .4em; }
}
.text .gallery > ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 1rem; margin: 0; padding: 0; list-style: none; }
.gallery li, .gallery li > figure { inline-size: auto; float: none; margin: 0; }
.gallery > figcaption { margin-block-start: 1em; color: var(--ink); font-weight: 550; }
.gallery li img { inline-size: 100%; aspect-ratio: 4 / 3; object-fit: cover; }
.text .pull-quote { margin-block: 2.25em; padding-block: 1.1em; border-block: 1px solid var(--line); text-align: center; }
.text .pull-quote blockquote { margin: 0; padding: 0; border: 0; font: 500 clamp(1.25rem, 1.1rem + .9vw, 1.5625rem)/1.35 var(--serif); text-wrap: balance; }
.text .pull-quote blockquote p { margin: 0; } .pull-quote figcaption { margin-block-start: .75em; }
.callout { padding: .9em 1.1em; border-inline-start: 3px solid var(--tone); border-start-end-radius: 6px; border-end-end-radius: 6px; background: var(--wash); --tone: var(--accent); }
.callout.tip { --tone: var(--tip); } .callout.important { --tone: var(--important); } .callout.warning { --tone: var(--warning); }
.text .callout-title { margin-block: 0 .3em; color: var(--tone); font: 650 .875rem/1.5 var(--sans); } .text .callout > :last-child { margin-block-end: 0; }
.text .task-list { padding-inline-start: .1em; list-style: none; } .text .task-list .task-list { padding-inline-start: 0; }
.task > label { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: .6em; align-items: baseline; }
.task input { appearance: none; display: grid; place-items: center; inline-size: 1.05em; block-size: 1.05em; margin: 0; border: 1.5px solid var(--soft); border-radius: 3px; transform: translateY(.18em); }
.task input:checked { border-color: var(--accent); background: var(--accent); } .task input:checked::after { content: '✓'; color: var(--on-accent); font: 700 .8em/1 var(--sans); } .task.done > label { color: var(--soft); }
.task > :not(label) { margin-inline-start: 1.6em; }
.call { text-align: start; } .button { display: inline-block; padding: .6em 1.15em; border-radius: 7px; background: var(--accent); color: var(--on-accent); font: 600 .9375rem/1.4 var(--sans); text-decoration: none; }
.button:hover { filter: brightness(1.08); } .button:focus-visible, .embed a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; } .call + .call { margin-block-start: -.5em; }
.button.subscribe { background: none; box-shadow: inset 0 0 0 1.5px var(--accent); color: var(--accent); }
.embed a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .15rem 1rem; padding: .9em 1.1em; border: 1px solid var(--line); border-radius: 8px; font-family: var(--sans); font-size: .9375rem; line-height: 1.45; text-decoration: none; }
.embed a:hover { background: var(--wash); } .embed a::after { grid-area: 1 / 2 / span 3; align-self: center; content: '↗'; }
:root[dir='rtl'] .embed a::after { transform: scaleX(-1); }
.embed span { grid-column: 1; } .embed-title { color: var(--ink); font-weight: 600; } .embed-provider { font-size: .8125rem; font-weight: 600; } .embed-host { color: var(--soft); font-size: .8125rem; overflow-wrap: anywhere; }
.related-stories { padding-block: .9rem .2rem; border-block-start: 2px solid var(--accent); font-family: var(--sans); font-size: .9375rem; } .text .related-title { margin-block: 0 .4em; font-weight: 650; }
.text .related-stories ul { margin: 0; padding: 0; list-style: none; } .text .related-stories li { margin-block: .35em; }
.table { overflow-x: auto; overscroll-behavior-x: contain; }
caption { padding-block-end: .6em; font: 600 .875rem/1.5 var(--sans); color: var(--ink); text-align: start; }
table { border-collapse: collapse; min-inline-size: 100%; font: 400 .9375rem/1.45 var(--sans); font-variant-numeric: tabular-nums; }
th, td { padding: .55em .8em; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; min-inline-size: 6em; overflow-wrap: normal; }
th { font-weight: 600; } thead th { border-block-end: 2px solid var(--line); vertical-align: bottom; }
td > :last-child, th > :last-child { margin-block-end: 0; }
.footnote-call { font: 600 .7em/0 var(--sans); } .footnote-call a { padding-inline: .15em; text-decoration: none; }
.footnotes { margin-block-start: 3rem; padding-block-start: 1.25rem; border-block-start: 1px solid var(--line); font-size: .9375rem; line-height: 1.55; color: var(--soft); }
.footnotes ol { margin: 0; } .footnote-back { text-decoration: none; font-family: var(--sans); }
.footnotes li:target, .footnote-call:has(a:target) { background: var(--wash); color: var(--ink); }
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
:root[dir='rtl'] blockquote { font-style: normal; } :root[dir='rtl'] .pull-quote blockquote { line-height: 1.6; }
@media print { .attachment, .story-origin, .callout, pre { background: none; } .button { box-shadow: inset 0 0 0 1px; background: none; color: inherit; } }
`
