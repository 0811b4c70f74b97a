import type { FixedText } from '../core/analysis/fixAll';
import type { RunDocument, TableStatus } from '../core/analysis/results';
import type { ReportView } from '../core/report/reportView';
import type { AnalysisSettings } from '../project/settings';
import type { EnvironmentInfo, FileFindings } from './api';
import type { OverviewSummary } from './overviewSummary';

/**
 * What the editor and the analysis thread say to each other. Both sides check what they are told: an unknown message is
 * dropped and named in the log, never half understood.
 */
export interface Questions {
  readonly environments: { readonly params: readonly []; readonly answer: readonly EnvironmentInfo[] };
  readonly overview: { readonly params: readonly []; readonly answer: OverviewSummary };
  /** One table with its shapes and differences; null if there is none of that name. */
  readonly table: { readonly params: readonly [name: string]; readonly answer: TableStatus | null };
  /** null where there is nothing to compare with. */
  readonly report: { readonly params: readonly []; readonly answer: ReportView | null };
  readonly findings: { readonly params: readonly [file: string]; readonly answer: FileFindings | null };
  /** The same of a migration that no editor shows: behind all that somebody waits for. */
  readonly unopened: { readonly params: readonly [file: string]; readonly answer: FileFindings | null };
  readonly runs: { readonly params: readonly [file: string]; readonly answer: RunDocument | null };
  readonly fixAll: { readonly params: readonly [file: string]; readonly answer: FixedText | null };
  readonly lint: { readonly params: readonly [file: string]; readonly answer: FileFindings | null };
  readonly exportReport: { readonly params: readonly [format: ReportFormat]; readonly answer: string };
}

export type ReportFormat = 'html' | 'markdown';
export type Method = keyof Questions;

export interface Request {
  readonly kind: 'request';
  readonly id: number;
  readonly method: Method;
  readonly params: readonly string[];
}

export type Change =
  | { readonly kind: 'setText'; readonly file: string; readonly text: string | null }
  | { readonly kind: 'changed'; readonly files: readonly string[] | null }
  | { readonly kind: 'setSettings'; readonly settings: AnalysisSettings };

export type ToWorker = Request | { readonly kind: 'cancel'; readonly id: number } | Change;

/** How often the thread says that it is not caught in anything. */
export const ALIVE_EVERY_MS = 5000;

export type FromWorker =
  /** At the start, and as a sign of life. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string; readonly stack: string }
  /** A message that the worker did not understand. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What the thread is started with. */
export interface WorkerStart {
  readonly root: string;
  readonly settings: AnalysisSettings;
}

/** How many parameters, all of them texts, each method takes. */
const METHODS: Readonly<Record<Method, number>> = {
  environments: 0,
  overview: 0,
  table: 1,
  report: 0,
  findings: 1,
  unopened: 1,
  fixAll: 1,
  runs: 1,
  lint: 1,
  exportReport: 1,
};

/** Reads a message in the worker; null if it is none of ours. */
export function readToWorker(message: unknown): ToWorker | null {
  if (!isRecord(message)) return null;
  switch (message.kind) {
    case 'request':
      return isId(message.id) && isMethod(message.method) && fits(message.method, message.params)
        ? { kind: 'request', id: message.id, method: message.method, params: message.params as string[] }
        : null;
    case 'cancel':
      return isId(message.id) ? { kind: 'cancel', id: message.id } : null;
    case 'setText':
      return isText(message.file) && (message.text === null || isText(message.text))
        ? { kind: 'setText', file: message.file, text: message.text }
        : null;
    case 'changed':
      return message.files === null || isTexts(message.files)
        ? { kind: 'changed', files: message.files }
        : null;
    case 'setSettings':
      return isSettings(message.settings) ? { kind: 'setSettings', settings: message.settings } : null;
    default:
      return null;
  }
}

/** Reads a message in the editor; null if it is none of ours. The value of an answer is checked by `isAnswer`. */
export function readFromWorker(message: unknown): FromWorker | null {
  if (!isRecord(message)) return null;
  switch (message.kind) {
    case 'ready':
      return { kind: 'ready' };
    case 'answer':
      return isId(message.id) ? { kind: 'answer', id: message.id, value: message.value } : null;
    case 'failure':
      return isId(message.id) && isText(message.message) && isText(message.stack)
        ? { kind: 'failure', id: message.id, message: message.message, stack: message.stack }
        : null;
    case 'refused':
      return isText(message.reason) ? { kind: 'refused', reason: message.reason } : null;
    default:
      return null;
  }
}

/** Does a value have the form of this method's answer? Checks the form, not each entry. */
export function isAnswer<M extends Method>(method: M, value: unknown): value is Questions[M]['answer'] {
  return ANSWERS[method](value);
}

const isFileFindings = (value: unknown): boolean =>
  value === null || (hasTexts(value, ['file', 'migration']) && hasLists(value, ['findings', 'unknown']));

const ANSWERS: Readonly<Record<Method, (value: unknown) => boolean>> = {
  environments: (value) => Array.isArray(value) && value.every((entry) => hasTexts(entry, ['id', 'label'])),
  overview: (value) =>
    hasTexts(value, ['state', 'expected']) &&
    hasLists(value, ['migrations', 'tables', 'problems', 'unknown']),
  table: (value) =>
    value === null || (hasTexts(value, ['name', 'state']) && hasLists(value, ['differences'])),
  report: (value) =>
    value === null ||
    (hasTexts(value, ['project']) && hasLists(value, ['missing', 'differences', 'families', 'unknown'])),
  findings: isFileFindings,
  unopened: isFileFindings,
  lint: isFileFindings,
  runs: (value) =>
    value === null ||
    (isRecord(value) && [value.first, value.second, value.down].every((run) => hasLists(run, ['steps']))),
  fixAll: (value) => value === null || (hasTexts(value, ['text']) && hasLists(value, ['applied'])),
  exportReport: isText,
};

/** The start data of a worker; null if it was not started by us. */
export function readStart(data: unknown): WorkerStart | null {
  return isRecord(data) && isText(data.root) && isSettings(data.settings)
    ? { root: data.root, settings: data.settings }
    : null;
}

function isSettings(value: unknown): value is AnalysisSettings {
  return (
    isRecord(value) &&
    isText(value.expected) &&
    [value.actual, value.server, value.laravel].every((entry) => entry === null || isText(entry)) &&
    isTexts(value.migrationPaths) &&
    typeof value.useSchemaDump === 'boolean' &&
    isRecord(value.policy)
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is number => Number.isSafeInteger(value);
const isMethod = (value: unknown): value is Method => isText(value) && Object.hasOwn(METHODS, value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const fits = (method: Method, params: unknown): boolean =>
  isTexts(params) && params.length === METHODS[method];
const hasTexts = (value: unknown, keys: readonly string[]): boolean =>
  isRecord(value) && keys.every((key) => isText(value[key]));
const hasLists = (value: unknown, keys: readonly string[]): boolean =>
  isRecord(value) && keys.every((key) => Array.isArray(value[key]));

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
