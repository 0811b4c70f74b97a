// What a mended migration promises, held against what real Laravel and a real server did with it.
import { ourTables, realTables } from '../oracle/forms.mjs';

/** A sentence for each promise that was not kept. */
export function checkFixed({ truth, result, unfixed, wanted, left, titles, doubtful, again }) {
  const announced = announcedBy(left);
  // Of the finished database lint says nothing: what later migrations took away is told by the command `rerun --on final`.
  const final = new Map(again.migrations.map((each) => [each.name, each]));
  return [
    ...checkSchema(truth.schema, result.schema, unfixed, wanted),
    ...checkFirstRuns(truth.run, result.run, titles),
    ...result.rerun.migrations.flatMap(({ name, error_code, error }) => {
      const { outcome, serverError } = final.get(name) ?? {};
      const isTold =
        error_code === 'none' ||
        outcome === 'unknown' ||
        (outcome === 'error' && codeOf(serverError) === error_code);
      return isTold ? [] : [`${name} again on the finished database: ${error}`];
    }),
    ...result.stops.migrations.flatMap((row) => checkStops(row, announced, doubtful)),
  ];
}

/** The server's code as the truth has it; `exception` for one of the code's own. */
const codeOf = (serverError) => String(serverError?.code ?? 'exception');

/** What the findings left in the mended texts announce about each migration. */
function announcedBy(left) {
  const stops = ({ rule, serverError }) =>
    serverError || /^(?:first-run|second-run)-fails$|^resume-stops$/.test(rule);
  const of = (migration, rules) =>
    left.filter((each) => each.migration === migration && each.method === 'up' && rules(each));
  return {
    codes: (migration) => new Set(of(migration, stops).map(({ serverError }) => codeOf(serverError))),
    differs: (migration) => of(migration, ({ rule }) => rule === 'resume-differs').length > 0,
  };
}

/** Only what the engine says that the fixes change may differ from the untouched migrations' schema. */
function checkSchema(before, after, unfixed, wanted) {
  const real = differences(realTables(before), realTables(after));
  const ours = new Set(differences(ourTables(unfixed), ourTables(wanted)));
  return real.filter((each) => !ours.has(each)).map((each) => `the finished schema differs: ${each}`);
}

/** `kind table.name property`: what is not alike in two schemas. */
function differences(before, after) {
  const found = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(name), after.get(name)];
    if (!a || !b) {
      found.push(`table ${name} ${a ? 'missing' : 'extra'}`);
      continue;
    }
    for (const kind of ['columns', 'indexes', 'foreignKeys', 'checks']) {
      const [left, right] = [a, b].map(
        (table) => new Map(table[kind].map((each) => [each.name, each.about])),
      );
      for (const key of new Set([...left.keys(), ...right.keys()])) {
        const [one, other] = [left.get(key), right.get(key)];
        if (!one || !other) found.push(`${kind} ${name}.${key} ${one ? 'missing' : 'extra'}`);
        else
          for (const property of Object.keys(one))
            if (String(one[property]) !== String(other[property]))
              found.push(`${kind} ${name}.${key} ${property}`);
      }
    }
    const order = (table) => table.columns.map((column) => column.name).join();
    if (a.columns.length === b.columns.length && order(a) !== order(b))
      found.push(`order of columns ${name}`);
  }
  return found;
}

function checkFirstRuns(before, after, titles) {
  const was = new Map(before.migrations.map((each) => [each.name, each]));
  return after.migrations.flatMap(({ name, ok, error }) =>
    ok || !was.get(name)?.ok ? [] : [`${name} fails after ${titles.get(name)?.length ?? 0} fixes: ${error}`],
  );
}

/** Second runs straight after the first and after each stop. */
function checkStops({ name, first, second, stops }, announced, doubtful) {
  if (first.outcome !== 'none' || doubtful.has(name)) return [];
  const isTold = (outcome) => outcome === 'none' || announced.codes(name).has(String(outcome));
  const problems = [];
  if (!isTold(second.outcome)) problems.push(`${name} again straight after its first run: ${second.error}`);
  else if (second.outcome === 'none' && second.differs.length > 0)
    problems.push(`${name} again straight after its first run changes: ${second.differs.join('; ')}`);
  for (const { done, of, outcome, error, differs } of stops) {
    const where = `${name} after a stop behind statement ${done} of ${of}`;
    if (!isTold(outcome)) problems.push(`${where}: ${error}`);
    else if (outcome === 'none' && differs.length > 0 && !announced.differs(name))
      problems.push(`${where} ends with another schema: ${differs.join('; ')}`);
  }
  return problems;
}

/** What still stops on the finished database, by error: before and after. */
export function stopsOnFinished({ rerun }) {
  const codes = rerun.migrations.map(({ error_code }) => error_code).filter((code) => code !== 'none');
  const count = (code) => `${code} × ${codes.filter((each) => each === code).length}`;
  return [...new Set(codes)].sort().map(count).join(', ') || 'none';
}
