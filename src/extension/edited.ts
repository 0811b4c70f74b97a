import { type Event, extensions, type Uri, workspace } from 'vscode';
import { type Bag, createBag, createSignal } from './events';
import type { Projects } from './projects';

/** The files that somebody is at work on: edited in this session, unsaved, or changed since git's last commit. */
export interface Edited {
  has(file: Uri): boolean;
  readonly onDidChange: Event<void>;
}

/** What is used of the interface that VS Code's own git extension has for others. */
interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): Git;
}

interface Git {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  readonly onDidCloseRepository: Event<Repository>;
}

interface Repository {
  readonly state: Readonly<Record<Changes, readonly { readonly uri: Uri }[] | undefined>> & {
    readonly onDidChange: Event<void>;
  };
}

const CHANGES = ['mergeChanges', 'indexChanges', 'workingTreeChanges', 'untrackedChanges'] as const;
type Changes = (typeof CHANGES)[number];

export function watchEdited(projects: Projects, bag: Bag): Edited {
  const onDidChange = bag.add(createSignal<void>());
  const touched = new Set<string>();
  let changed: ReadonlySet<string> = new Set();

  bag.add(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || document.uri.scheme !== 'file') return;
      const key = document.uri.toString();
      if (touched.has(key)) return;
      touched.add(key);
      onDidChange.fire();
    }),
  );
  void projects.found.then(() =>
    followGit(bag, (files) => {
      if (files.size === changed.size && [...files].every((file) => changed.has(file))) return;
      changed = files;
      onDidChange.fire();
    }),
  );
  return {
    has: (file) => touched.has(file.toString()) || changed.has(file.toString()),
    onDidChange: onDidChange.event,
  };
}

/** Tells which files differ from the last commit, now and whenever that changes. Without git there are none. */
async function followGit(bag: Bag, tell: (files: ReadonlySet<string>) => void): Promise<void> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  // A git extension that cannot start says so itself.
  const exported = await extension?.activate().then(
    (value) => value,
    () => undefined,
  );
  if (!exported) return;
  let current = bag.add(createBag());
  const follow = (): void => {
    current.dispose();
    current = bag.add(createBag());
    if (!exported.enabled) {
      tell(new Set());
      return;
    }
    const git = exported.getAPI(1);
    const read = (): void => tell(changedFiles(git));
    const watch = ({ state }: Repository): void => void current.add(state.onDidChange(read));
    for (const repository of git.repositories) watch(repository);
    current.add(
      git.onDidOpenRepository((repository) => {
        watch(repository);
        read();
      }),
    );
    current.add(git.onDidCloseRepository(read));
    read();
  };
  bag.add(exported.onDidChangeEnablement(follow));
  follow();
}

const changedFiles = ({ repositories }: Git): ReadonlySet<string> =>
  new Set(
    repositories.flatMap(({ state }) =>
      CHANGES.flatMap((kind) => (state[kind] ?? []).map(({ uri }) => uri.toString())),
    ),
  );
