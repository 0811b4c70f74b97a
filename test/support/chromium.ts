import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { aptInstall } from './apt';
import { childEnv, onPath } from './processes';
import { firstOf, have, lack, once, type Real } from './real';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium: the machine's own, one that playwright keeps, or Debian's. */
export const findChromium = once(() => firstOf([fromMachine, fromPlaywright, fromDebian]));

async function fromMachine(): Promise<Real<string>> {
  const path = onPath(...names) ?? applications.find((application) => existsSync(application));
  return path ? have(path) : lack('no Chromium on this machine');
}

async function fromPlaywright(): Promise<Real<string>> {
  const path = chromium.executablePath();
  return existsSync(path) ? have(path) : lack('none of playwright');
}

async function fromDebian(): Promise<Real<string>> {
  const installed = await aptInstall('chromium');
  return installed.ok ? fromMachine() : installed;
}

/** Quiet, and working as root. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium of our own. */
export async function launchChromium(): Promise<Real<Browser>> {
  const path = await findChromium();
  if (!path.ok) return path;
  const env = Object.fromEntries(Object.entries(childEnv()).map(([name, value]) => [name, value ?? '']));
  return have(await chromium.launch({ executablePath: path.value, args: flags, env }));
}
