import type { ColumnEffects } from './alterColumns';
import { supports } from './flavour';
import type { Column } from './model';
import { type Run, refuse } from './run';
import { familyOf } from './types';

/** What MariaDB casts among: a kind of values is cast to itself and to texts, texts to all. */
function kindOf({ type }: Column): string {
  const family = familyOf(type);
  if (/^(?:char|binary|text|blob|json|enum|set|other|vector)$/.test(family)) return 'text';
  return /^(?:spatial|uuid|inet)$/.test(family) ? family : 'number';
}

/** 4078: MariaDB copies no values between types that it can't cast, whether there are rows or not. */
export function checkCasts(run: Run, table: string, { changed }: ColumnEffects): void {
  if (!supports.assignmentCasts(run.server)) return;
  for (const { before, after } of changed) {
    if (after.generated) continue;
    const kinds = [kindOf(before), kindOf(after)];
    if (kinds.includes('text') || kinds[0] === kinds[1]) continue;
    refuse(run, 'cannotCast', [named(before), named(after), after.name], table);
  }
}

const named = ({ type }: Column) =>
  `${type.base === 'geomcollection' ? 'geometrycollection' : type.base}${type.unsigned ? ' unsigned' : ''}`;
