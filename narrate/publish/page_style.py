"""How the transcript looks: calm, in light and dark, on a phone and on paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1b; --soft: #55534e; --ground: #fdfcfa;
  --beside: #f3f0ea; --line: #d8d3c9; --link: #1a4f8b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e5df; --soft: #b0aca4; --ground: #171716; --beside: #222120;
    --line: #3d3b38; --link: #9cc4f2; } }
html { background: var(--ground); color: var(--ink);
  font: 1.125rem/1.65 system-ui, sans-serif; text-size-adjust: 100%; }
body { max-width: 36rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem;
  overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 0 0 .75rem; }
h2 { font-size: 1.3rem; margin: 3rem 0 .75rem; }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p, blockquote, ul, pre { margin: 0 0 1.1rem; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link);
  outline-offset: 3px; border-radius: 2px; }
h2 a { color: inherit; text-decoration-color: var(--soft); }
h1 time, h2 time, nav time { color: var(--soft); font-size: .9rem; font-weight: normal;
  font-variant-numeric: tabular-nums; }
h2 time { margin-inline-start: .25em; }
header p { margin: 0 0 .35rem; }
.dek { font-size: 1.2rem; line-height: 1.5; margin-bottom: .9rem; }
.soft, .label, footer { color: var(--soft); font-size: .95rem; }
nav { margin: 2.25rem 0 0; padding: 1rem 0; border-block: 1px solid var(--line); }
nav h2 { font-size: 1rem; margin: 0 0 .4rem; }
nav ol { list-style: none; margin: 0; padding: 0; font-size: 1rem; }
nav li { display: flex; gap: 1rem; justify-content: space-between; padding: .2rem 0; }
nav li.beside { font-size: .9rem; }
section.beside h2 { font-size: 1rem; margin-top: 2rem; }
aside, figure { background: var(--beside); margin: 1.5rem 0; padding: .9rem 1.1rem;
  border-inline-start: 3px solid var(--line); font-size: 1rem; }
aside > :last-child, figure > :last-child,
blockquote > :last-child { margin-bottom: 0; }
aside p { margin-bottom: .5rem; }
.label { margin-bottom: .25rem; }
blockquote { margin: 1.5rem 0; padding-inline-start: 1.1rem;
  border-inline-start: 3px solid var(--line); }
ul { padding-inline-start: 1.4rem; }
ul.own { list-style-type: ""; padding-inline-start: 0; }
li { margin-bottom: .4rem; }
pre { font: .9rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
details li q { color: var(--ink); }
summary { cursor: pointer; padding: .25rem 0; }
@media print {
  :root { --ink: #000; --soft: #333; --ground: #fff; --beside: #fff; --link: #000; }
  body { max-width: none; padding: 0; } nav { break-after: avoid; }
  h1, h2, h3 { break-after: avoid; }
  aside, figure, blockquote { break-inside: avoid; } }
"""
