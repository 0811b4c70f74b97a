import { canonicalCharset, canonicalCollation, charsetOfCollation, knowsCharset } from './charsets';
import { type Run, refuse } from './run';
import type { AlterAction, CharsetClause, ColumnSpec, CreateTable, TableOptions } from './statement';

/** MySQL reads the names of character sets in the whole statement before it looks at any column: 1115, 1273. */
export function checkCharsetsOfCreate(run: Run, { columns, options }: CreateTable): void {
  if (run.server.vendor === 'mariadb') return;
  for (const spec of columns) checkNames(run, spec);
  for (const clause of clausesOf(options)) checkNames(run, clause);
}

/** Likewise of an ALTER TABLE. */
export function checkCharsetsOfAlter(run: Run, actions: readonly AlterAction[]): void {
  if (run.server.vendor === 'mariadb') return;
  for (const action of actions) {
    if (action.kind === 'setOptions') for (const clause of clausesOf(action.options)) checkNames(run, clause);
    else if (action.kind === 'addColumn' || action.kind === 'changeColumn') checkNames(run, action.column);
    else if (action.kind === 'convertCharset' && !/^default$/i.test(action.charset)) checkNames(run, action);
  }
}

type Names = Pick<ColumnSpec, 'charset' | 'collation'>;

const clausesOf = (options: TableOptions): readonly Names[] =>
  options.clauses?.map(({ kind, name }) => ({ charset: null, collation: null, [kind]: name })) ?? [options];

function checkNames(run: Run, { charset, collation }: Names): void {
  if (charset !== null && !knowsCharset(run.server, charset)) refuse(run, 'unknownCharset', [charset]);
  if (collation === null || /^_bin$|^uca1400_/.test(canonicalCollation(collation))) return;
  if (charsetOfCollation(run.server, canonicalCollation(collation)) === null)
    refuse(run, 'unknownCollation', [collation]);
}

/** Several CHARACTER SET and COLLATE for one table must agree: 1302, 1253. */
export function checkClauses(run: Run, clauses: readonly CharsetClause[] = []): void {
  const { server } = run;
  const mysql = server.vendor === 'mysql';
  let charset: string | null = null;
  let collation: string | null = null;
  for (const { kind, name } of clauses) {
    if (kind === 'charset') {
      checkNames(run, { charset: name, collation: null });
      const known = canonicalCharset(name);
      if (charset !== null && charset !== known && (mysql || collation === null))
        refuse(run, 'conflictingDeclarations', ['CHARACTER SET', charset, 'CHARACTER SET', known]);
      charset = known;
    } else {
      checkNames(run, { charset: null, collation: name });
      const known = canonicalCollation(name);
      const own = charsetOfCollation(server, known);
      if (!mysql && collation !== null && collation !== known)
        refuse(run, 'conflictingDeclarations', ['COLLATE', collation, 'COLLATE', known]);
      if (charset !== null && own !== null && own !== charset)
        refuse(run, 'collationMismatch', [known, charset]);
      collation = known;
      if (mysql) charset = own;
    }
  }
}
