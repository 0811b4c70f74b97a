import { viewReport } from '../core/report/reportView';
import { UserError } from '../project/userError';
import type { AnalysisApi, AnalysisChanges, Overview } from './api';
import { summariseOverview } from './overviewSummary';
import type { Change, FromWorker, Method, ReportFormat, Request } from './protocol';
import { readToWorker } from './protocol';

/** What somebody waits for at the keyboard comes before what fills a view. */
const URGENCY: Readonly<Record<Method, number>> = {
  findings: 0,
  fixAll: 1,
  runs: 1,
  lint: 1,
  environments: 2,
  overview: 3,
  table: 3,
  report: 4,
  exportReport: 4,
};

/**
 * Answers questions one after the other, the most urgent first. Changes wait for the question that is being answered,
 * and all count before the next: an answer never rests on half of an edit. Returns the function that takes messages.
 */
export function serve(
  analysis: AnalysisApi & AnalysisChanges,
  post: (message: FromWorker) => void,
): (message: unknown) => void {
  const waiting = new Map<number, Request>();
  let changes: Change[] = [];
  let busy = false;

  const next = (): Request | undefined => {
    let chosen: Request | undefined;
    for (const request of waiting.values())
      if (!chosen || URGENCY[request.method] < URGENCY[chosen.method]) chosen = request;
    return chosen;
  };

  const work = async (): Promise<void> => {
    busy = true;
    try {
      // One turn of the loop first, so that everything already sent is here: a newer edit, a cancelled question.
      await new Promise((resolve) => setImmediate(resolve));
      for (let request = next(); request; request = next()) {
        waiting.delete(request.id);
        const due = changes;
        changes = [];
        for (const change of due) applySafely(analysis, change, post);
        post(await answer(analysis, request));
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      busy = false;
    }
  };

  return (raw) => {
    const message = readToWorker(raw);
    if (!message) return post({ kind: 'refused', reason: 'a message that is not in the protocol' });
    switch (message.kind) {
      case 'request':
        waiting.set(message.id, message);
        if (!busy) void work();
        return;
      case 'cancel':
        waiting.delete(message.id);
        return;
      default:
        changes.push(message);
    }
  };
}

/** A change that can't be taken is reported; the questions go on. */
function applySafely(analysis: AnalysisChanges, change: Change, post: (message: FromWorker) => void): void {
  try {
    applyChange(analysis, change);
  } catch (error) {
    post({ kind: 'refused', reason: error instanceof Error ? error.message : String(error) });
  }
}

function applyChange(analysis: AnalysisChanges, change: Change): void {
  switch (change.kind) {
    case 'setText':
      analysis.setText(change.file, change.text);
      break;
    case 'changed':
      analysis.changed(change.files);
      break;
    case 'setSettings':
      analysis.setSettings(change.settings);
      break;
  }
}

async function answer(analysis: AnalysisApi, request: Request): Promise<FromWorker> {
  try {
    return { kind: 'answer', id: request.id, value: await ASK[request.method](analysis, ...request.params) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const hint = error instanceof UserError ? ` ${error.hint}` : '';
    return { kind: 'failure', id: request.id, message: message + hint, stack: stack ?? message };
  }
}

/** How each question is asked; a method without a line here is an error of the types. */
const ASK: {
  readonly [M in Method]: (analysis: AnalysisApi, ...params: readonly string[]) => Promise<unknown>;
} = {
  environments: (analysis) => analysis.environments(),
  overview: async (analysis) => summariseOverview(await analysis.overview()),
  table: async (analysis, name) =>
    (await analysis.overview()).tables.find((table) => table.name === name) ?? null,
  report: async (analysis) => report(await analysis.overview()),
  findings: (analysis, file) => analysis.findings(file!),
  lint: (analysis, file) => analysis.lint(file!),
  runs: (analysis, file) => analysis.runs(file!),
  fixAll: (analysis, file) => analysis.fixAll(file!),
  exportReport: (analysis, format) => analysis.exportReport(format as ReportFormat),
};

const report = (overview: Overview): unknown =>
  overview.report && viewReport(overview.report, overview.problems);
