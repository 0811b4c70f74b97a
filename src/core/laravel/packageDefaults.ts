import { arrayOf, type PhpArray, type Value } from '../php/values';

/** The settings of packages that migrations ask for, where the package itself is not there to be read. */
const SETTINGS: Readonly<Record<string, { readonly package: string; readonly settings: PhpArray }>> = {
  // Its config/permission.php, merged under the application's by PermissionServiceProvider.
  permission: {
    package: 'spatie/laravel-permission',
    settings: arrayOf([
      [
        'table_names',
        table({
          roles: 'roles',
          permissions: 'permissions',
          model_has_permissions: 'model_has_permissions',
          model_has_roles: 'model_has_roles',
          role_has_permissions: 'role_has_permissions',
        }),
      ],
      [
        'column_names',
        table({
          role_pivot_key: null,
          permission_pivot_key: null,
          model_morph_key: 'model_id',
          team_foreign_key: 'team_id',
        }),
      ],
      ['teams', false],
      ['cache', table({ key: 'spatie.permission.cache', store: 'default' })],
    ]),
  },
};

function table(entries: Readonly<Record<string, Value>>): PhpArray {
  return arrayOf(Object.entries(entries));
}

/** What a package that is locked says in the configuration of the name; null where that is not known here. */
export function packageDefaults(name: string, packages: readonly string[]): PhpArray | null {
  const known = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  return known && packages.includes(known.package) ? known.settings : null;
}
