import { readdirSync } from 'node:fs';
import { baseTables } from '../core/analysis/shapes';
import { count } from '../core/report/describe';
import { findDumps } from '../project/dumps';
import type { EnvironmentInfo } from './api';
import { problemOf } from './problems';
import type { Replays } from './replays';
import type { LoadedSource } from './sources';

/** What there is to compare. Dumps are read to tell what is in them; a live environment is only named, never connected to. */
export async function listEnvironments(
  root: string,
  replays: Replays,
  load: (source: string) => Promise<LoadedSource>,
): Promise<readonly EnvironmentInfo[]> {
  const files = replays.migrations().length;
  const dumps = await Promise.all(findDumps(root).map(({ path }) => describeDump(path, load)));
  return [
    {
      id: 'migrations',
      kind: 'migrations',
      label: 'the migrations',
      detail: count(files, 'file'),
      problem: null,
    },
    ...dumps,
    ...environmentFiles(root).map(
      (name): EnvironmentInfo => ({
        id: `env:${name.replace(/^\.env\.?/, '')}`,
        kind: 'env',
        label: name,
        detail: 'a live server',
        problem: null,
      }),
    ),
  ];
}

async function describeDump(
  path: string,
  load: (source: string) => Promise<LoadedSource>,
): Promise<EnvironmentInfo> {
  const base = { id: path, kind: 'dump', label: path } as const;
  try {
    const loaded = await load(path);
    const recorded = loaded.ran ? `, ${count(loaded.ran.length, 'migration')} recorded` : '';
    const detail = `${count(baseTables(loaded.schema).length, 'table')}${recorded}`;
    return { ...base, detail, problem: loaded.problems[0] ?? null };
  } catch (error) {
    const problem = problemOf(error, path);
    return { ...base, detail: problem.message, problem };
  }
}

function environmentFiles(root: string): string[] {
  try {
    return readdirSync(root)
      .filter((name) => /^\.env(\.[\w-]+)?$/.test(name) && !/\.(example|dist|sample|template)$/.test(name))
      .sort();
  } catch {
    return [];
  }
}
