/** The exported page's own style: follows the reader's light or dark preference, and prints black on white. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --dim: #59636e; --line: #d1d9e0; --paper: #fff; --tint: #f6f8fa; --bad: #b3261e; --warn: #7d4e00; --good: #1a7f37; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9198a1; --line: #3d444d; --paper: #0d1117; --tint: #151b23; --bad: #ff7b72; --warn: #e3b341; --good: #57ab5a; } }
@media print { :root { --ink: #000; --dim: #444; --line: #999; --paper: #fff; --tint: #fff; --bad: #900; --warn: #640; --good: #060; } section { break-inside: auto; } tr, .cause, .summary { break-inside: avoid; } thead { display: table-header-group; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.5rem 4rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { margin: 0; font-size: 1.6rem; overflow-wrap: anywhere; } h1 span { font-weight: 400; color: var(--dim); }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.15rem; }
.product { margin: 0; color: var(--dim); letter-spacing: .04em; } .headline { margin: .4rem 0 1.4rem; } .headline small { color: var(--dim); white-space: nowrap; }
.summary { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; align-items: center; padding: 1rem 1.2rem; border: 1px solid var(--line); border-radius: 8px; background: var(--tint); }
.meter strong { font-size: 1.8rem; } progress { display: block; width: 14rem; height: .6rem; accent-color: var(--good); }
dl { display: flex; flex-wrap: wrap; gap: .4rem 2rem; margin: 0; } dl div { display: flex; flex-direction: column-reverse; } dt { color: var(--dim); } dd { margin: 0; font-size: 1.2rem; font-weight: 600; }
.cause { padding: .6rem 1.2rem; border-left: 4px solid var(--bad); background: var(--tint); } .cause p { margin: .4rem 0; }
.place, td:last-child { overflow-wrap: anywhere; } .place, .dim { color: var(--dim); }
.error, .no { color: var(--bad); font-weight: 600; } .partly { color: var(--warn); font-weight: 600; } .yes { color: var(--good); font-weight: 600; }
pre { margin: .4rem 0; white-space: pre-wrap; overflow-wrap: anywhere; } code, pre { font-family: ui-monospace, monospace; font-size: .92em; }
table { width: 100%; border-collapse: collapse; } th, td { padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; } th { color: var(--dim); font-weight: 600; }
`;
