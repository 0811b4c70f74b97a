import { childEnv, lastWords, onPath, run } from './processes';
import { have, lack, once, type Real } from './real';

const updated = once(async () => run('apt-get', ['update', '-qq'], { env: quiet() }));

/** Another apt-get, of ours or not, may be at work. */
const waiting = ['-o', 'DPkg::Lock::Timeout=600'];

const quiet = () => childEnv({ DEBIAN_FRONTEND: 'noninteractive' });

let last: Promise<unknown> = Promise.resolve();

/** Installs Debian packages where we are root on Debian, one call after another; returns at once why not elsewhere. */
export async function aptInstall(...packages: readonly string[]): Promise<Real<true>> {
  if (process.getuid?.() !== 0) return lack(`apt-get install ${packages.join(' ')} needs root`);
  if (!onPath('apt-get')) return lack('there is no apt-get');
  const installed = last.then(() => install(packages));
  last = installed;
  return installed;
}

async function install(packages: readonly string[]): Promise<Real<true>> {
  await updated();
  console.log(`Installing ${packages.join(' ')} with apt-get…`);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...waiting, ...packages];
  const ran = await run('apt-get', args, { env: quiet() });
  return ran.code === 0 ? have(true) : lack(`apt-get install ${packages.join(' ')}: ${lastWords(ran)}`);
}
