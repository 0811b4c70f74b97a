import type { Chain, ChainCall } from '../../php/chains';
import type { Column, Table } from '../../schema/model';
import type { ForeignKeySpec } from '../../schema/statement';
import type { TraceEntry } from '../../session/trace';
import { alteredTable, tableIn } from '../altered';
import type { FixDraft } from '../draft';
import type { Edit } from '../results';
import { say } from '../said';
import type { Study } from '../study';
import { type Code, callNamed, codeOf, columnChain, isNamed } from './code';
import { INTEGERS, phpString } from './writeBlueprint';

/**
 * The edit that gives a foreign key's column the type of the column that it refers to, where this migration makes it:
 * another method in the chain; where only foreignId() and its like know `constrained()`, a `foreign()` of its own.
 */
export function matchParentType(
  study: Study,
  entry: TraceEntry,
  key: ForeignKeySpec,
  column: Column,
  parent: Column,
): readonly FixDraft[] {
  const table = alteredTable(study, entry);
  if (!table || column.origin?.migration !== study.step.migration.name || column.autoIncrement) return [];
  const code = codeOf(study);
  const chain = columnChain(code, column.origin.range, column.name);
  const [first] = chain?.calls ?? [];
  if (!chain || !first || /morphs$/i.test(first.name)) return [];
  const call = typeCall(code, first, column, parent, table);
  if (!call) return [];
  const edits = editsOf(study, code, chain, key, column, parent, call);
  if (!edits) return [];
  return [
    {
      title: say(
        'Make {0} {1}, as {2} is',
        `'${column.name}'`,
        call.method,
        `${key.referenced.name}.${parent.name}`,
      ),
      edits,
      leaves: (edited) => {
        const after = tableIn(edited.first.world, entry.connection, table.name);
        return after?.foreignKeys.some(({ columns }) => columns.join() === key.columns.join()) ?? false;
      },
    },
  ];
}

interface TypeCall {
  readonly method: string;
  /** The method that makes the same type and knows `constrained()`; null where there is none. */
  readonly foreign: string | null;
  readonly arguments: string;
  /** `->charset(…)->collation(…)` where the table's own do not do. */
  readonly more: string;
}

function typeCall(
  code: Code,
  first: ChainCall,
  column: Column,
  parent: Column,
  table: Table,
): TypeCall | null {
  const written = first.arguments[0];
  const byModel = /for$/i.test(first.name);
  const name =
    written?.loc && !byModel
      ? code.text.slice(written.loc.start.offset, written.loc.end.offset)
      : phpString(column.name);
  const { base, unsigned, length } = parent.type;
  const integer = INTEGERS[base];
  if (integer) {
    const method = unsigned ? `unsigned${integer.charAt(0).toUpperCase()}${integer.slice(1)}` : integer;
    const known = base === 'bigint' && unsigned ? 'foreignId' : null;
    return { method, foreign: known, arguments: name, more: '' };
  }
  if (base === 'uuid') return { method: 'uuid', foreign: 'foreignUuid', arguments: name, more: '' };
  if (base !== 'char' && base !== 'varchar') return null;
  const own = parent.collation !== table.collation && parent.collation !== null;
  const more = own
    ? `->charset(${phpString(parent.charset ?? '')})->collation(${phpString(parent.collation ?? '')})`
    : '';
  if (base === 'varchar') return { method: 'string', foreign: null, arguments: `${name}, ${length}`, more };
  if (length === 36) return { method: 'uuid', foreign: 'foreignUuid', arguments: name, more };
  if (length === 26) return { method: 'ulid', foreign: 'foreignUlid', arguments: name, more };
  return { method: 'char', foreign: null, arguments: `${name}, ${length}`, more };
}

/** Modifiers that belong to the type that goes. */
const OF_THE_TYPE = ['unsigned', 'charset', 'collation'];

function editsOf(
  study: Study,
  code: Code,
  chain: Chain,
  key: ForeignKeySpec,
  column: Column,
  parent: Column,
  call: TypeCall,
): readonly Edit[] | null {
  const first = chain.calls[0]!;
  const constrained = callNamed(chain, 'constrained', 'references');
  const modifiers = chain.calls.filter((one) => OF_THE_TYPE.some((name) => isNamed(one, name)));
  const gone = modifiers.map(({ from, to }) => code.edit(from, to, ''));
  const method = constrained ? (call.foreign ?? call.method) : call.method;
  const type = code.edit(first.from, first.to, `->${method}(${call.arguments})${call.more}`);
  if (!constrained || call.foreign) return [type, ...gone];
  const own = foreignStatement(study, code, chain, constrained, key, column, parent);
  return own && [type, ...gone, own];
}

/** `->constrained('users')` made `; $table->foreign('user_id')->references('id')->on('users')`, what follows it staying behind it. */
function foreignStatement(
  study: Study,
  code: Code,
  chain: Chain,
  constrained: ChainCall,
  key: ForeignKeySpec,
  column: Column,
  parent: Column,
): Edit | null {
  const { text } = code;
  const lineStart = text.lastIndexOf('\n', chain.from - 1) + 1;
  const indent = text.slice(lineStart, chain.from);
  const named =
    constrained.arguments.length > 2 || constrained.arguments.some(({ kind }) => kind === 'namedargument');
  if (
    indent.trim() !== '' ||
    !/^\s*;/.test(text.slice(chain.to)) ||
    named ||
    !isNamed(constrained, 'constrained')
  )
    return null;
  const { prefix } = study.app;
  const on = key.referenced.name.startsWith(prefix)
    ? key.referenced.name.slice(prefix.length)
    : key.referenced.name;
  const root = text.slice(chain.from, chain.calls[0]!.from);
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const foreign = `foreign(${phpString(column.name)})->references(${phpString(parent.name)})->on(${phpString(on)})`;
  return code.edit(constrained.from, constrained.to, `;${newLine}${indent}${root}->${foreign}`);
}
