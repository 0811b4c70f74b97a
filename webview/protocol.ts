import type { ReportView } from '../src/core/report/reportView';

/**
 * What the report page and the extension say to each other. The page says `ready` first; before that nothing is posted
 * to it. Both sides check what they are told.
 */
export type ToPage =
  | { readonly kind: 'report'; readonly view: ReportView }
  /** There is nothing to show, and what to do about it. */
  | { readonly kind: 'empty'; readonly title: string; readonly text: string }
  /** What is shown is being made anew. */
  | { readonly kind: 'busy' };

export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly file: string; readonly line: number }
  | { readonly kind: 'export'; readonly format: 'html' | 'markdown' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'refresh' };

/** What the page keeps, so that the report comes back after the window is reloaded. */
export interface PageState {
  /** The application's root, as a URI. */
  readonly root: string;
}

/** Reads a message from the page; null if it is none of ours. */
export function readFromPage(message: unknown): FromPage | null {
  if (!isRecord(message)) return null;
  switch (message.kind) {
    case 'ready':
    case 'compare':
    case 'refresh':
      return { kind: message.kind };
    case 'open':
      return typeof message.file === 'string' && Number.isSafeInteger(message.line)
        ? { kind: 'open', file: message.file, line: message.line as number }
        : null;
    case 'export':
      return message.format === 'html' || message.format === 'markdown'
        ? { kind: 'export', format: message.format }
        : null;
    default:
      return null;
  }
}

const LISTS = [
  'collisions',
  'maskedDrift',
  'critical',
  'families',
  'features',
  'missing',
  'extra',
  'differences',
];

/** Reads a message in the page; null if it is none of ours. */
export function readToPage(message: unknown): ToPage | null {
  if (!isRecord(message)) return null;
  switch (message.kind) {
    case 'busy':
      return { kind: 'busy' };
    case 'empty':
      return typeof message.title === 'string' && typeof message.text === 'string'
        ? { kind: 'empty', title: message.title, text: message.text }
        : null;
    case 'report': {
      const view = message.view;
      return isRecord(view) &&
        isSide(view.expected) &&
        isSide(view.actual) &&
        LISTS.every((key) => Array.isArray(view[key]))
        ? { kind: 'report', view: view as unknown as ReportView }
        : null;
    }
    default:
      return null;
  }
}

/** Reads what a page kept; null if it is none of ours. */
export const readPageState = (state: unknown): PageState | null =>
  isRecord(state) && typeof state.root === 'string' ? { root: state.root } : null;

const isSide = (value: unknown): boolean =>
  isRecord(value) && typeof value.source === 'string' && typeof value.tables === 'number';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
