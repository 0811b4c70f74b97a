import { atLeast } from '../../laravel/version';
import { sameSchema } from '../../schema/diff';
import { putTable } from '../../schema/lookup';
import type { Index } from '../../schema/model';
import type { TraceEntry } from '../../session/trace';
import { tableIn } from '../altered';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { besideStatement, callNamed, chainWithin, codeOf, literal } from './code';
import { phpString } from './writeBlueprint';

/** The edit that drops the index behind its foreign key, under a guard where this Laravel can ask for indexes. */
export function dropIndexToo(
  study: Study,
  entry: TraceEntry,
  table: string,
  index: Index,
): readonly FixDraft[] {
  const code = codeOf(study);
  const range = entry.statement.origin?.range ?? null;
  const chain = chainWithin(code, range, (one) => {
    const argument = callNamed(one, 'dropForeign')?.arguments[0];
    const item = argument?.kind === 'array' ? argument.items[0] : argument;
    return item !== undefined && (item.kind === 'entry' ? literal(item.value) : literal(item)) !== null;
  });
  const database = study.first.world.connections.get(entry.connection);
  const end = tableIn(study.first.world, entry.connection, table);
  if (!chain || !database || !end) return [];
  const root = code.text.slice(chain.from, chain.calls[0]!.from);
  const drop = `${root}->dropIndex(${phpString(index.name)});`;
  const newLine = code.text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = code.text.lastIndexOf('\n', chain.from - 1) + 1;
  const indent = code.text.slice(lineStart, chain.from);
  const unit = indent.includes('\t') ? '\t' : '    ';
  const imported = /^use\s+Illuminate\\Support\\Facades\\Schema\s*;/m.test(code.text);
  const schema = imported ? 'Schema' : '\\Illuminate\\Support\\Facades\\Schema';
  const guarded = atLeast(study.app.laravel, '10.43')
    ? [
        `if (${schema}::hasIndex(${root}->getTable(), ${phpString(index.name)})) {`,
        `${indent}${unit}${drop}`,
        `${indent}}`,
      ].join(newLine)
    : drop;
  const edit = besideStatement(code, chain, 'behind', guarded);
  if (!edit) return [];
  const wanted = putTable(database.schema, database.server, {
    ...end,
    indexes: end.indexes.filter((one) => one !== index),
  });
  return [
    {
      title: say('Drop the index {0}, too', index.name),
      edits: [edit],
      leaves: (edited) => {
        const left = edited.first.world.connections.get(entry.connection)?.schema;
        return left !== undefined && sameSchema(wanted, left);
      },
    },
  ];
}
