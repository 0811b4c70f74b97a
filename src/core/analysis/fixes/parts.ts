import { evaluate } from '../../laravel/evaluate';
import type { MigrationFile } from '../../laravel/migrations';
import type { ReadStep } from '../replay';
import { type Study, studyOf } from '../study';

/** One of the migrations that take the place of one. */
export interface Part {
  readonly migration: MigrationFile;
  readonly text: string;
}

/** Studies of migrations that run one after the other in the place of one. */
export function studiesOf({ app, step, around }: Study, parts: readonly Part[]): readonly Study[] {
  const steps: ReadStep[] = [];
  let before = step.before;
  for (const { migration, text } of parts) {
    const trace = evaluate(app, { ...migration, text }, 'up', before);
    steps.push({ migration, text, before, trace });
    before = trace.world;
  }
  const all = around.steps.flatMap((other) =>
    other.migration.file === step.migration.file ? steps : [other],
  );
  return steps.map((own) => studyOf(app, own, { ...around, steps: all }));
}
