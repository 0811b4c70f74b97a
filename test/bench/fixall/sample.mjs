// A sample of findings over all rules, held against what a real server said to the untouched migrations: `real` is a row
// of the oracle's stops.json, made with --pass-over, with the `definitions` before and after it.
import { columnOf, indexesOf } from './definitions.mjs';

/** So many of each rule at random, until there are so many in all: the rarest rules are asked in full. */
export function sampleOf(findings, seed, most) {
  const random = randomFrom(seed);
  const byRule = new Map();
  for (const each of shuffled(findings, random)) {
    const { rule } = each.finding;
    byRule.set(rule, [...(byRule.get(rule) ?? []), each]);
  }
  const sample = [];
  for (let i = 0; sample.length < Math.min(most, findings.length); i++)
    for (const list of byRule.values()) if (list[i] && sample.length < most) sample.push(list[i]);
  return sample;
}

export function checkSample(sample) {
  return sample.map(({ finding, real }) => ({ finding, ...judge(finding, real) }));
}

const RIGHT = { verdict: 'right' };
const NOT_ASKED = { verdict: 'not asked' };
const wrong = (why) => ({ verdict: 'wrong', why });

/** What the claims of each rule are held against. */
function judge(finding, real) {
  if (!real) return NOT_ASKED;
  const { rule, method, serverError } = finding;
  // What a second run would do of a migration whose first one fails is not asked.
  if (real.first.outcome !== 'none') return serverError ? isRefused(real.first, finding) : NOT_ASKED;
  if (rule === 'resume-stops') return afterStop(finding, real);
  if (rule === 'resume-differs') {
    if (real.stops.some(({ differs }) => differs.length > 0)) return RIGHT;
    // A long migration is stopped at some of its statements only.
    const isStoppedAtAll = real.stops.length === real.first.sent - 1;
    return isStoppedAtAll ? wrong('no stop leaves another schema') : NOT_ASKED;
  }
  if (rule === 'down-fails') {
    if (serverError) return isRefused(real.down, finding);
    return real.down.outcome === 'none' ? wrong('down() ends') : RIGHT;
  }
  if (rule === 'down-missing') return real.down.sent === 0 ? RIGHT : wrong(`down() sends ${real.down.sent}`);
  const judgeOf = BY_DEFINITION[rule];
  if (judgeOf) return judgeOf(finding.message, real.definitions) ? RIGHT : wrong('the definitions say no');
  if (/^down-/.test(rule)) return namesAreIn(finding, real.down.differs);
  if (method === 'up' && (serverError || rule === 'second-run-fails')) return isRefused(real.second, finding);
  return NOT_ASKED;
}

/** Rules that no error stands for: does the message say how the tables are? */
const BY_DEFINITION = {
  'redundant-index': isBeginning,
  'duplicate-index': isBeginning,
  'too-many-indexes'(message, { after }) {
    const [, table, count] = /^(\S+) has (\d+) indexes/.exec(message);
    return indexesOf(after.get(table)).size === Number(count);
  },
  'change-drops-attributes'(message, { before, after }) {
    const [, table, column, lost] = /: (\w+)\.(\w+) loses (.+)$/.exec(message);
    const [old, now] = [before, after].map((tables) => columnOf(tables.get(table), column));
    const has = (line, word) =>
      word === 'NULL' ? !/ NOT NULL/.test(line) : new RegExp(` ${word}\\b`, 'i').test(line);
    const words = lost.split(', ').map((attribute) => attribute.split(' ')[0]);
    return old && now && words.every((word) => has(old, word) && !has(now, word));
  },
};

/** InnoDB puts the primary key behind every other one's columns. */
function isBeginning(message, { after }) {
  const [, name, table, other] =
    /^(\S+) \(.*?\) of (\S+) is the (?:beginning of|same as) ([^\s:]+)/.exec(message) ?? [];
  const indexes = indexesOf(after.get(table));
  const [columns, longer] = [indexes.get(name), indexes.get(other)];
  if (!columns || !longer) return false;
  const whole = [...new Set([...longer, ...(indexes.get('PRIMARY') ?? [])])];
  return columns.every((column, i) => column === whole[i]) || isBegun(columns, longer, indexes);
}

/** The primary key at the end of the shorter one is there anyway. */
function isBegun(columns, longer, indexes) {
  const primary = indexes.get('PRIMARY') ?? [];
  const end = columns.findIndex((_, i) => columns.slice(i).every((column) => primary.includes(column)));
  return end > 0 && columns.slice(0, end).every((column, i) => column === longer[i]);
}

/** `'table.column'` and `'table'` of the message, each in what differs. */
function namesAreIn({ message }, differs) {
  const names = [...message.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const missing = names.filter((name) => {
    const [table, part] = name.split('.');
    return !differs.some((each) => {
      const [where, line = ''] = each.split(/: (.*)/s);
      return where.toLowerCase() === table.toLowerCase() && (!part || mentions(line, part));
    });
  });
  return missing.length === 0 ? RIGHT : wrong(`not different: ${missing.join(', ')}; ${differs.join('; ')}`);
}

const mentions = (line, part) =>
  line === 'order of columns' ||
  line.includes(`\`${part}\``) ||
  (/^primary$/i.test(part) && line.includes('PRIMARY KEY')) ||
  /^[+-] \)/.test(line);

/** `After a run that stopped behind statement 2 of 5`: at that very place, where both count alike. */
function afterStop(finding, real) {
  const [, done, of] = /statement (\d+) of (\d+)/.exec(finding.message) ?? [];
  const counted = real.stops.some((stop) => stop.of === Number(of));
  const places = counted ? real.stops.filter((stop) => stop.done === Number(done)) : real.stops;
  const answers = places.map((stop) => isRefused(stop, finding));
  return answers.find(({ verdict }) => verdict === 'right') ?? answers[0] ?? NOT_ASKED;
}

/** Without the names of databases and quotes. */
const plain = (message) =>
  String(message)
    .replace(/`[^`]+`\.(?=`)/g, '')
    .replace(/(?<=')[\w-]+[./](?=\w+')/g, '')
    .replace(/[`'"]/g, '')
    .trim();

/** Did the server refuse that in a run? What comes behind an error that nothing passes over was not asked. */
function isRefused(run, { serverError, message: told }) {
  if (!serverError) return isThrown(run, told);
  const { refused, outcome, error } = run;
  const { code, message } = serverError;
  const same = refused.filter((each) => Number(each.code) === code);
  if (same.some((each) => plain(each.message).includes(plain(message)))) return RIGHT;
  const said = refused.map((each) => `${each.code} ${each.message}`).join('; ');
  return outcome === 'none' ? wrong(`the server refuses ${said || `nothing`}`) : { ...NOT_ASKED, why: error };
}

/** Did the code's own exception stop a run? */
function isThrown({ outcome, error }, message) {
  const words = /(?:Error|Exception): (?:\S+\(\): )?(.*)$/.exec(message)?.[1];
  if (outcome === 'exception' && words && String(error).includes(words)) return RIGHT;
  return outcome === 'none' ? wrong('nothing is thrown') : { ...NOT_ASKED, why: error };
}

function shuffled(list, random) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** mulberry32 */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
