import { type Content, element, fill } from './dom';
import { button, textField } from './toolkit';

export interface Column<R> {
  readonly title: string;
  /** What is searched, and sorted by where `order` says nothing else. */
  text(row: R): string;
  /** What is shown, where it is more than the text. */
  cell?(row: R): Content;
  order?(row: R): number;
  /** Offers the different values as a choice. */
  readonly isChoice?: boolean;
  /** Names the row for a screen reader. */
  readonly isHeader?: boolean;
}

/** What a reader has done to a table; kept while the page lives, and when it comes back. */
export interface TableMemory {
  filter: string;
  choices: Record<string, string>;
  sortedBy: number | null;
  isDescending: boolean;
  shown: number;
}

export interface TableOptions<R> {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly memory: TableMemory;
  /** Called when the reader has changed something that `memory` holds. */
  readonly remember: () => void;
}

const PAGE = 100;
const SMALL = 8;

export const newTableMemory = (): TableMemory => ({
  filter: '',
  choices: {},
  sortedBy: null,
  isDescending: false,
  shown: PAGE,
});

/**
 * A native table: sorted by the buttons in its head, filtered by the fields above it. Long tables show their first rows
 * and more on demand, so that thousands of rows cost nothing.
 */
export function dataTable<R>(options: TableOptions<R>): HTMLElement {
  const { id, caption, columns, rows, memory, remember } = options;
  const body = element('tbody');
  const heads = columns.map((column, index) => headCell(id, column, () => sortBy(index)));
  const status = element('p', { role: 'status', class: 'table-status' });
  const more = element('div', { class: 'table-more' });
  const table = element(
    'table',
    {},
    element('caption', { class: 'visually-hidden' }, caption),
    element('thead', {}, element('tr', {}, heads)),
    body,
  );

  const update = (): void => {
    const found = sorted(
      options,
      rows.filter((row) => isWanted(options, row)),
    );
    const shown = found.slice(0, memory.shown);
    fill(
      body,
      shown.map((row) => tableRow(columns, row)),
    );
    for (const [index, head] of heads.entries())
      head.setAttribute(
        'aria-sort',
        memory.sortedBy !== index ? 'none' : memory.isDescending ? 'descending' : 'ascending',
      );
    status.textContent = statusText(shown.length, found.length, rows.length);
    fill(more, moreButtons(found.length - shown.length));
    remember();
  };

  const sortBy = (index: number): void => {
    memory.isDescending = memory.sortedBy === index && !memory.isDescending;
    memory.sortedBy = index;
    update();
  };

  const moreButtons = (left: number): Content => {
    if (left <= 0) return null;
    const show = (count: number) => () => {
      const first = memory.shown;
      memory.shown += count;
      update();
      const cell = body.rows[first]?.cells[0];
      cell?.setAttribute('tabindex', '-1');
      cell?.focus();
    };
    return [
      left > PAGE && button(`Show ${PAGE} more rows`, show(PAGE)),
      button(`Show all ${left.toLocaleString('en')} remaining rows`, show(left)),
    ];
  };

  update();
  const tools = rows.length > SMALL ? filters(options, update) : null;
  return element(
    'div',
    { class: 'data-table' },
    tools,
    status,
    element('div', { class: 'table-scroll' }, table),
    more,
  );
}

function headCell<R>(id: string, column: Column<R>, sort: () => void): HTMLTableCellElement {
  const made = element(
    'button',
    { type: 'button', class: 'sort', 'data-focus': `${id}:${column.title}` },
    column.title,
  );
  made.addEventListener('click', sort);
  return element('th', { scope: 'col' }, made);
}

function tableRow<R>(columns: readonly Column<R>[], row: R): HTMLTableRowElement {
  const cells = columns.map((column) => {
    const content = column.cell ? column.cell(row) : column.text(row);
    if (column.isHeader) return element('th', { scope: 'row' }, content);
    return element('td', { class: column.isChoice ? 'short' : null }, content);
  });
  return element('tr', {}, cells);
}

function filters<R>(
  { id, caption, columns, rows, memory }: TableOptions<R>,
  update: () => void,
): HTMLElement {
  const field = textField(`Filter: ${caption}`, memory.filter, (text) => {
    memory.filter = text;
    memory.shown = PAGE;
    update();
  });
  field.setAttribute('data-focus', `${id}:filter`);
  const choices = columns
    .filter(({ isChoice }) => isChoice)
    .map((column) => {
      const values = [...new Set(rows.map((row) => column.text(row)))].filter((value) => value !== '').sort();
      if (values.length < 2) return null;
      const chosen = memory.choices[column.title] ?? '';
      const select = element(
        'select',
        { 'data-focus': `${id}:choice:${column.title}` },
        element('option', { value: '' }, 'all'),
        values.map((value) => element('option', { value, selected: value === chosen }, value)),
      );
      select.addEventListener('change', () => {
        memory.choices[column.title] = select.value;
        memory.shown = PAGE;
        update();
      });
      return element('label', { class: 'choice' }, element('span', {}, column.title), select);
    });
  return element('div', { class: 'table-tools', role: 'search', 'aria-label': caption }, field, choices);
}

function isWanted<R>({ columns, memory }: TableOptions<R>, row: R): boolean {
  const words = memory.filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const text = columns
    .map((column) => column.text(row))
    .join('\n')
    .toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    columns.every(({ title, isChoice, text: read }) => {
      const choice = isChoice ? (memory.choices[title] ?? '') : '';
      return choice === '' || read(row) === choice;
    })
  );
}

const byText = new Intl.Collator('en', { numeric: true });

function sorted<R>({ columns, memory }: TableOptions<R>, rows: readonly R[]): readonly R[] {
  const column = memory.sortedBy === null ? undefined : columns[memory.sortedBy];
  if (!column) return rows;
  const { order } = column;
  const compare = order
    ? (a: R, b: R) => order(a) - order(b)
    : (a: R, b: R) => byText.compare(column.text(a), column.text(b));
  return [...rows].sort(memory.isDescending ? (a, b) => compare(b, a) : compare);
}

function statusText(shown: number, found: number, all: number): string {
  const number = (value: number) => value.toLocaleString('en');
  const ofAll = found === all ? '' : ` (of ${number(all)})`;
  if (found === 0) return `No row fits the filter${ofAll}.`;
  return shown === found
    ? `${number(found)} ${found === 1 ? 'row' : 'rows'}${ofAll}`
    : `The first ${number(shown)} of ${number(found)} rows${ofAll}`;
}
