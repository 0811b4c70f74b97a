import './report.css';
import type { ReportView } from '../src/core/report/reportView';
import { newTableMemory, type TableMemory } from './dataTable';
import { element, fill } from './dom';
import { type FromPage, type PageState, readPageState, readToPage } from './protocol';
import { sections } from './sections';
import { summary } from './summary';
import { button, useToolkit } from './toolkit';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: Kept): void;
};

interface Kept extends PageState {
  readonly tables: Readonly<Record<string, TableMemory>>;
  readonly scroll: number;
}

useToolkit();
const host = acquireVsCodeApi();
const main = document.querySelector('main')!;
const kept = readKept(host.getState());
const root = readPageState(JSON.parse(document.body.dataset.state ?? 'null'))?.root ?? kept.root;
const tables: Record<string, TableMemory> = { ...kept.tables };
let scroll = kept.scroll;
let isShown = false;

const remember = (): void => host.setState({ root, tables, scroll });

window.addEventListener('message', ({ data }) => {
  const message = readToPage(data);
  switch (message?.kind) {
    case 'report':
      return keepingPlace(() => showReport(message.view));
    case 'empty':
      return showEmpty(message.title, message.text);
    case 'busy':
      return showBusy();
  }
});
window.addEventListener('scroll', () => {
  if (!isShown) return;
  scroll = window.scrollY;
  remember();
});
remember();
host.postMessage({ kind: 'ready' });

function showReport(view: ReportView): void {
  const made = sections(view, {
    open: ({ file, line }) => host.postMessage({ kind: 'open', file, line }),
    memory(id) {
      const known = tables[id] ?? newTableMemory();
      tables[id] = known;
      return known;
    },
    remember,
  });
  fill(
    main,
    header(view),
    summary(view),
    made.length === 0 && element('p', { class: 'card good' }, 'Nothing is missing, nothing differs.'),
    made.length > 1 && contents(made),
    made.map((part) => part.made),
  );
  settle();
}

function header(view: ReportView): HTMLElement {
  return element(
    'header',
    {},
    element('h1', {}, `Gap report: ${view.project}`),
    element(
      'p',
      {},
      'Expected ',
      element('strong', {}, view.expected.source),
      ` (${view.expected.tables} tables), actual `,
      element('strong', {}, view.actual.source),
      ` (${view.actual.tables} tables)`,
    ),
    element(
      'div',
      { class: 'actions' },
      button('Export HTML', () => host.postMessage({ kind: 'export', format: 'html' })),
      button('Export Markdown', () => host.postMessage({ kind: 'export', format: 'markdown' })),
      button('Compare…', () => host.postMessage({ kind: 'compare' })),
      button('Refresh', () => host.postMessage({ kind: 'refresh' })),
    ),
  );
}

function contents(made: readonly { readonly id: string; readonly title: string }[]): HTMLElement {
  const links = made.map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, title)));
  return element('nav', { 'aria-label': 'On this page' }, element('ul', {}, links));
}

function showEmpty(title: string, text: string): void {
  fill(
    main,
    element('h1', {}, title),
    element('p', {}, text),
    element(
      'div',
      { class: 'actions' },
      button('Compare…', () => host.postMessage({ kind: 'compare' }), 'primary'),
      button('Refresh', () => host.postMessage({ kind: 'refresh' })),
    ),
  );
  settle();
}

/** A report that is shown already stays readable while it is made anew. */
function showBusy(): void {
  main.setAttribute('aria-busy', 'true');
  if (!isShown)
    fill(
      main,
      element(
        'p',
        { class: 'busy', role: 'status' },
        element('span', { class: 'spinner', 'aria-hidden': 'true' }),
        'Running the migrations…',
      ),
    );
}

function settle(): void {
  main.setAttribute('aria-busy', 'false');
  isShown = true;
}

/** Where the reader was, by what had the focus and how far the page was scrolled, is where they are afterwards. */
function keepingPlace(show: () => void): void {
  const focused = document.activeElement?.closest('[data-focus]')?.getAttribute('data-focus');
  const at = scroll;
  show();
  window.scrollTo({ top: at });
  if (focused)
    document
      .querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)
      ?.focus({ preventScroll: true });
}

function readKept(state: unknown): Kept {
  const page = readPageState(state);
  if (!page) return { root: '', tables: {}, scroll: 0 };
  const { tables: known, scroll: at } = state as Partial<Kept>;
  return { ...page, tables: known ?? {}, scroll: typeof at === 'number' ? at : 0 };
}
