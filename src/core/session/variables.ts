import type { ServerProfile } from '../schema/server';

/** What `SET name = value` makes of the server's profile; variables that don't matter to DDL are passed over. */
export function applyVariables(
  server: ServerProfile,
  variables: readonly { readonly name: string; readonly value: string | null }[],
): ServerProfile {
  let profile = server;
  for (const { name, value } of variables) if (value !== null) profile = applyVariable(profile, name, value);
  return profile;
}

function applyVariable(profile: ServerProfile, name: string, value: string): ServerProfile {
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
