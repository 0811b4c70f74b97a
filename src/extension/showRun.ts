import {
  EventEmitter,
  l10n,
  type TextDocumentContentProvider,
  Uri,
  commands as workbench,
  workspace,
} from 'vscode';
import { type RunName, runText } from '../core/report/runText';
import type { Bag } from './events';
import { pathIn } from './project';
import type { Projects } from './projects';

/** The scheme of the texts that show a run: they are made when they are asked for, and nobody can edit them. */
const SCHEME = 'schema-gap-run';

/**
 * Shows the runs of a migration as two texts in the editor's own comparison, statement by statement: so they have its
 * keys, its themes and its screen-reader support. They are made anew whenever the migration changes.
 */
export function showRuns(projects: Projects, bag: Bag): void {
  const changed = bag.add(new EventEmitter<Uri>());
  const shown = new Set<string>();
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      shown.add(uri.toString());
      const { file, run } = readUri(uri);
      const project = projects.of(file);
      const path = project && pathIn(project, file);
      const runs = project && path !== null && path !== undefined ? await project.runs(path) : null;
      return runs ? runText(runs, run) : `-- ${l10n.t('This is no migration that artisan would run.')}\n`;
    },
  };
  bag.add(workspace.registerTextDocumentContentProvider(SCHEME, provider));
  bag.add(
    workspace.onDidCloseTextDocument((document) => {
      shown.delete(document.uri.toString());
    }),
  );
  const refresh = () => {
    for (const uri of shown) changed.fire(Uri.parse(uri));
  };
  bag.add(projects.onDidChange(refresh));
  bag.add(projects.onDidOverview(refresh));
}

/** Opens the first run beside the second one, or the first beside the rollback. */
export async function showRun(file: Uri, against: Exclude<RunName, 'first'> = 'second'): Promise<void> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.php$/, '');
  const title =
    against === 'second' ? l10n.t('{0}: first run ↔ second run', name) : l10n.t('{0}: up() ↔ down()', name);
  await workbench.executeCommand('vscode.diff', runUri(file, 'first'), runUri(file, against), title, {
    preview: true,
  });
}

/** The name ends with `.sql`, so that the editor colours it. */
const runUri = (file: Uri, run: RunName): Uri =>
  Uri.from({
    scheme: SCHEME,
    path: `${file.path}.${run}.sql`,
    query: JSON.stringify([file.toString(), run]),
  });

function readUri(uri: Uri): { readonly file: Uri; readonly run: RunName } {
  const [file, run] = JSON.parse(uri.query) as [string, RunName];
  return { file: Uri.parse(file), run };
}
