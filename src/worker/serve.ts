import { viewReport } from '../core/report/reportView';
import { UserError } from '../project/userError';
import type { AnalysisApi, AnalysisChanges, Overview, Pause } from './api';
import { summariseOverview } from './overviewSummary';
import type { Change, FromWorker, Method, ReportFormat, Request } from './protocol';
import { readToWorker } from './protocol';

/**
 * What somebody waits for at the keyboard comes before what fills a view. What rests on the overview is alike: in a pause of
 * the one that makes it, another would wait for it for ever.
 */
const URGENCY: Readonly<Record<Method, number>> = {
  findings: 0,
  fixAll: 1,
  runs: 1,
  lint: 1,
  environments: 2,
  overview: 3,
  table: 3,
  report: 3,
  exportReport: 4,
  unopened: 5,
};

/** Ends work whose answer nobody wants any more, or that rests on what has changed since. */
class Outdated extends Error {}

/**
 * Answers questions one after the other, the most urgent first. Long work pauses between its pieces: a more urgent question
 * is answered there; a change, for which nobody is to wait, ends it, and it begins anew behind what is more urgent. Changes
 * count before the next question: an answer never rests on half of an edit. Returns the function that takes messages.
 */
export function serve(
  analysis: AnalysisApi & AnalysisChanges,
  post: (message: FromWorker) => void,
): (message: unknown) => void {
  const waiting = new Map<number, Request>();
  const withdrawn = new Set<number>();
  let changes: Change[] = [];
  let busy = false;

  const next = (below = Number.POSITIVE_INFINITY): Request | undefined => {
    let chosen: Request | undefined;
    for (const request of waiting.values())
      if (URGENCY[request.method] < (chosen ? URGENCY[chosen.method] : below)) chosen = request;
    return chosen;
  };

  const handle = async (request: Request): Promise<void> => {
    waiting.delete(request.id);
    const urgency = URGENCY[request.method];
    const pause = async (): Promise<void> => {
      await turn();
      for (;;) {
        if (changes.length > 0 || withdrawn.has(request.id)) throw new Outdated();
        const other = next(urgency);
        if (!other) return;
        await handle(other);
      }
    };
    const said = await answer(analysis, request, pause);
    if (said) post(said);
    else if (!withdrawn.has(request.id)) waiting.set(request.id, request);
    withdrawn.delete(request.id);
  };

  const work = async (): Promise<void> => {
    busy = true;
    try {
      // One turn of the loop first, so that everything already sent is here: a newer edit, a cancelled question.
      await turn();
      for (let request = next(); request; request = next()) {
        const due = changes;
        changes = [];
        for (const change of due) applySafely(analysis, change, post);
        await handle(request);
        await turn();
      }
    } finally {
      busy = false;
      withdrawn.clear();
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
        if (!waiting.delete(message.id)) withdrawn.add(message.id);
        return;
      default:
        changes.push(message);
    }
  };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

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

/** null: the work was left, since it is outdated. */
async function answer(analysis: AnalysisApi, request: Request, pause: Pause): Promise<FromWorker | null> {
  try {
    return {
      kind: 'answer',
      id: request.id,
      value: await ASK[request.method](analysis, pause, ...request.params),
    };
  } catch (error) {
    if (error instanceof Outdated) return null;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const hint = error instanceof UserError ? ` ${error.hint}` : '';
    return { kind: 'failure', id: request.id, message: message + hint, stack: stack ?? message };
  }
}

type Asking = (analysis: AnalysisApi, pause: Pause, ...params: readonly string[]) => Promise<unknown>;

/** How each question is asked; a method without a line here is an error of the types. */
const ASK: { readonly [M in Method]: Asking } = {
  environments: (analysis) => analysis.environments(),
  overview: async (analysis, pause) => summariseOverview(await analysis.overview(pause)),
  table: async (analysis, pause, name) =>
    (await analysis.overview(pause)).tables.find((table) => table.name === name) ?? null,
  report: async (analysis, pause) => report(await analysis.overview(pause)),
  findings: (analysis, pause, file) => analysis.findings(file!, pause),
  unopened: (analysis, pause, file) => analysis.findings(file!, pause),
  lint: (analysis, pause, file) => analysis.lint(file!, pause),
  runs: (analysis, _, file) => analysis.runs(file!),
  fixAll: (analysis, pause, file) => analysis.fixAll(file!, pause),
  exportReport: (analysis, _, format) => analysis.exportReport(format as ReportFormat),
};

const report = (overview: Overview): unknown =>
  overview.report && viewReport(overview.report, overview.problems);
