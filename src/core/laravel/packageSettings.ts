/**
 * The settings that packages bring in their own configuration file, in any of their versions, for the packages whose
 * migrations ask for others: those are nowhere but where the application writes them.
 */
const SETTINGS: Readonly<Record<string, ReadonlySet<string>>> = {
  // `permission.testing` is only ever set by the package's own tests.
  'spatie/laravel-permission': new Set(
    `models table_names column_names teams team_resolver cache cache_expiration_time permission
    register_permission_check_method register_octane_reset_listener events_enabled log_registration_exception
    use_passport_client_credentials display_permission_in_exception display_role_in_exception
    enable_wildcard_permission`.split(/\s+/),
  ),
};

/** May the package's own configuration have a setting of this name? */
export function mayHaveSetting(name: string, setting: string): boolean {
  return !Object.hasOwn(SETTINGS, name) || SETTINGS[name]!.has(setting);
}
