import type { ServerProfile } from '../schema/server';

/** What `SET name = value` makes of the server's profile; variables that don't matter to DDL are passed over. */
export function applyVariables(
  server: ServerProfile,
  variables: readonly { readonly name: string; readonly value: string | null }[],
): ServerProfile {
  return variables.reduce((profile, { name, value }) => {
    if (value === null) return profile;
    switch (name.replace(/^(@@)?((session|local)\.)?/, '')) {
      case 'foreign_key_checks':
        return { ...profile, foreignKeyChecks: isOn(value) };
      case 'sql_mode':
        return withSqlMode(profile, value);
      case 'explicit_defaults_for_timestamp':
        return { ...profile, explicitDefaultsForTimestamp: isOn(value) };
      default:
        return profile;
    }
  }, server);
}

export function withSqlMode(server: ServerProfile, value: string): ServerProfile {
  const sqlMode = value
    .toUpperCase()
    .split(',')
    .map((mode) => mode.trim())
    .filter((mode) => mode !== '');
  const strict = sqlMode.some(
    (mode) => mode === 'STRICT_TRANS_TABLES' || mode === 'STRICT_ALL_TABLES' || mode === 'TRADITIONAL',
  );
  return { ...server, sqlMode, strict };
}

function isOn(value: string): boolean {
  return /^(1|on|true)$/i.test(value.trim());
}
