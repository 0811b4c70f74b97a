// Adds to package-lock.json what `npm install` leaves out of it where the registry at hand has not all platforms'
// builds of a package (such as Biome's): without them `npm ci` refuses the file, on every machine. The entries have
// no checksum; npm never fetches those of other platforms.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));

const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {}, dev }) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !(`node_modules/${name}` in lock.packages))
    .map(([name, version]) => [`node_modules/${name}`, entry(name, version, dev)]),
);

/** The platform stands in the name: …-linux-x64-musl. */
function entry(name, version, dev) {
  const [, os, cpu, libc] = /-(\w+)-(\w+)(?:-(\w+))?$/.exec(name) ?? [];
  if (!/^\d/.test(version) || !cpu) throw new Error(`cannot tell what ${name}@${version} is built for`);
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev: true } : {}),
    ...(libc ? { libc: [libc] } : {}),
    optional: true,
    os: [os],
  };
}

const sorted = Object.entries(lock.packages)
  .concat(missing)
  .sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(sorted);
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(missing.length > 0 ? missing.map(([path]) => `added ${path}`).join('\n') : 'nothing is missing');
