import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { isArray, isUnknown, type Value } from '../../php/values';
import type { Config } from '../config';
import { configValue } from './helpers';

/** Features without options, by their methods. (Laravel\Fortify\Features) */
const FEATURES: Readonly<Record<string, string>> = {
  registration: 'registration',
  resetPasswords: 'reset-passwords',
  emailVerification: 'email-verification',
  updateProfileInformation: 'update-profile-information',
  updatePasswords: 'update-passwords',
};

const TWO_FACTOR = 'two-factor-authentication';

/** What `Features::twoFactorAuthentication([...])` in a configuration file has set: `fortify-options`. */
const options = new WeakMap<Config['reads'], Value>();

/** What an application's configuration is known by, whatever is set over it. */
const configOf = (call: NativeCall) => (call.php.context.get('config') as Config | undefined)?.reads;

function twoFactor(call: NativeCall): Value {
  const given = call.args[0] ?? null;
  const config = configOf(call);
  if (config && given !== null && !(isArray(given) && given.entries.size === 0)) options.set(config, given);
  return TWO_FACTOR;
}

function enabled(call: NativeCall, feature: Value): boolean | Value {
  const features = configValue(call, 'fortify.features', null);
  if (isUnknown(features) || features === null || !isArray(features)) return features ?? false;
  const all = [...features.entries.values()];
  return all.includes(feature) || (all.find(isUnknown) ?? false);
}

function optionEnabled(call: NativeCall, feature: Value, option: Value): Value {
  const is = enabled(call, feature);
  if (is !== true) return is;
  const config = configOf(call);
  const given = (config && options.get(config)) ?? null;
  if (given !== null && isUnknown(given)) return given;
  const value = given !== null && isArray(given) ? given.entries.get(String(option)) : undefined;
  return value !== undefined && value !== null && isUnknown(value) ? value : value === true;
}

const unfollowed = (call: NativeCall, method: string): Value =>
  call.php.unknown(`what Fortify says to ${method}()`, call.range);

/** Fortify's own migration asks whether two factors are confirmed, which its configuration decides. */
export const fortifyClasses: readonly NativeClass[] = [
  {
    name: 'Laravel\\Fortify\\Features',
    statics: {
      ...Object.fromEntries(
        Object.entries(FEATURES).map(([method, name]): [string, NativeMethod] => [method, () => name]),
      ),
      twoFactorAuthentication: twoFactor,
      canManageTwoFactorAuthentication: (call) => enabled(call, TWO_FACTOR),
      enabled: (call) => enabled(call, call.args[0] ?? null),
      optionEnabled: (call) => optionEnabled(call, call.args[0] ?? null, call.args[1] ?? null),
    },
    callStatic: unfollowed,
  },
  {
    name: 'Laravel\\Fortify\\Fortify',
    statics: {
      confirmsTwoFactorAuthentication: (call) => optionEnabled(call, TWO_FACTOR, 'confirm'),
    },
    callStatic: unfollowed,
  },
];
