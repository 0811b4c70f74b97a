import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import {
  type Feature,
  type GuardStyle,
  NO_POLICY,
  type Policy,
  type RuleLevel,
  type TenantPolicy,
} from '../core/policy/policy';

/** What to compare, and how; from the workspace's settings or the command line. */
export interface AnalysisSettings {
  /** SOURCE as on the command line: `migrations`, a dump's path, `env:NAME`. */
  readonly expected: string;
  /** null: the first dump found, else nothing to compare with. */
  readonly actual: string | null;
  /** `mysql-8.4`, `mariadb-10.11`: the server where a dump or environment does not say; null: the newest MySQL LTS. */
  readonly server: string | null;
  /** The same, but stronger than what a dump says. */
  readonly serverOverride?: string | null;
  /** `11.57`; null: from composer.lock. */
  readonly laravel: string | null;
  /** Further folders with migrations. */
  readonly migrationPaths: readonly string[];
  readonly useSchemaDump: boolean;
  readonly policy: Policy;
}

export const DEFAULT_SETTINGS: AnalysisSettings = {
  expected: 'migrations',
  actual: null,
  server: null,
  laravel: null,
  migrationPaths: [],
  useSchemaDump: true,
  policy: NO_POLICY,
};

export interface ReadSettings {
  readonly settings: AnalysisSettings;
  /** What was wrong with the settings file, for people; the rest of it still counts. */
  readonly problems: readonly string[];
}

/**
 * The `schemaGap.*` settings of the nearest `.vscode/settings.json` at or above a folder that has any: what the editor
 * would use. The search ends with the repository: what lies above it belongs to others.
 */
export function readWorkspaceSettings(root: string): ReadSettings {
  const broken: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    const file = join(folder, '.vscode/settings.json');
    const text = readIfThere(file);
    if (text !== null) {
      const errors: ParseError[] = [];
      const parsed: unknown = parse(text, errors, { allowTrailingComma: true });
      if (errors.length > 0)
        broken.push(`${file} is not valid JSON with comments; parts of it were not read.`);
      if (isRecord(parsed) && Object.keys(parsed).some((key) => key.startsWith('schemaGap.'))) {
        const { settings, problems } = settingsFrom((key) => parsed[`schemaGap.${key}`]);
        return { settings, problems: [...broken, ...problems] };
      }
    }
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder)
      return { settings: DEFAULT_SETTINGS, problems: broken };
  }
}

/**
 * Makes settings of raw configuration values. `get` gives the value of `schemaGap.<key>`, or undefined.
 * A value of the wrong kind is left out and named in `problems`.
 */
export function settingsFrom(get: (key: string) => unknown): ReadSettings {
  const problems: string[] = [];
  const read = <T>(key: string, fits: (value: unknown) => value is T, fallback: T, wanted: string): T => {
    const value = get(key);
    if (value === undefined || value === null || value === '') return fallback;
    if (fits(value)) return value;
    problems.push(`schemaGap.${key} should be ${wanted}; it is left out.`);
    return fallback;
  };
  const defaults = DEFAULT_SETTINGS;
  const policy: Policy = {
    criticalTables: read('criticalTables', isTextRecord, {}, 'an object of table names and texts'),
    features: read('features', isFeatures, [], 'a list of { "name", "needs": [tables] }'),
    families: read('families', isFamilyRecord, {}, 'an object of table-name prefixes and texts'),
    rules: read(
      'rules',
      isRuleRecord,
      {},
      'an object of rules and "error", "warning", "info", "hint" or "off"',
    ),
    tenant: read<TenantPolicy | null>(
      'tenant',
      isTenant,
      null,
      'an object { "column", "parent", "exempt": [tables] }',
    ),
    mostIndexes: read('mostIndexes', isCount, NO_POLICY.mostIndexes, 'a whole number'),
    baseline: read('baseline', isText, NO_POLICY.baseline, 'a path'),
    guardStyle: read('guardStyle', isGuardStyle, NO_POLICY.guardStyle, '"if" or "whenTable"'),
  };
  return {
    settings: {
      expected: read('expected', isText, defaults.expected, 'a text'),
      actual: read<string | null>('actual', isText, defaults.actual, 'a text'),
      server: read<string | null>('server', isText, defaults.server, 'a text such as "mysql-8.4"'),
      laravel: read<string | null>('laravel', isText, defaults.laravel, 'a text such as "11.57"'),
      migrationPaths: read('migrationPaths', isTextList, defaults.migrationPaths, 'a list of folders'),
      useSchemaDump: read('useSchemaDump', isBoolean, defaults.useSchemaDump, 'true or false'),
      policy,
    },
    problems,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isText);
const isTextRecord = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every(isText);
const isFamilyRecord = (value: unknown): value is Record<string, string | null> =>
  isRecord(value) && Object.values(value).every((text) => text === null || isText(text));
const LEVELS: readonly unknown[] = ['error', 'warning', 'info', 'hint', 'off'] satisfies RuleLevel[];
const isRuleRecord = (value: unknown): value is Record<string, RuleLevel> =>
  isRecord(value) && Object.values(value).every((level) => LEVELS.includes(level));
const isTenant = (value: unknown): value is TenantPolicy =>
  isRecord(value) && isText(value.column) && isText(value.parent) && isTextList(value.exempt);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isGuardStyle = (value: unknown): value is GuardStyle => value === 'if' || value === 'whenTable';
const isFeatures = (value: unknown): value is readonly Feature[] =>
  Array.isArray(value) &&
  value.every((feature) => isRecord(feature) && isText(feature.name) && isTextList(feature.needs));

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
