/*
 * How the tests get real things
 *
 * Nothing real is mocked: the server tests speak to MySQL and MariaDB, the laravel tests run artisan, the host
 * tests run inside VS Code's extension host, the browser tests use the packaged .vsix. Each real thing has a
 * function here that finds or makes it and returns either a handle or the reason why it cannot be had:
 *
 *   testServer('mysql' | 'mariadb' | 'mariadb-11.8')  servers.ts  a private server, shared by all suites of a run
 *   findPhp('8.2')                    php.ts         a PHP with pdo_mysql
 *   laravel('11')                     laravel.ts     an installed Laravel, to copy applications from
 *   codeServer()                      codeServer.ts  Node 24 and VS Code's browser build
 *   findChromium()                    chromium.ts    a Chromium for playwright-core
 *   runHostTests(files, greps)        hostRunner.ts  VS Code's extension host, whichever way there is
 *   openWorkbench(options)            browser.ts     a workbench with the .vsix installed, and its page
 *
 * They try the ways in a fixed order, cheapest first: what the environment names, what is on PATH, what an earlier
 * run left in the cache folder, Debian packages where we are root, a download. A probe of at most three seconds
 * decides whether a network way is open. What is downloaded stays in the cache folder ($SCHEMA_GAP_CACHE, or
 * schema-gap in the user's cache folder), so only the first run is slow.
 *
 * A test that cannot have what it needs says `needs(this, await testServer('mysql'))` and is skipped with the
 * reason; `npm test` prints every such skip, and fails on any when CI=true.
 *
 * Every process started here ends with the run, however the run ends (processes.ts). Runs may overlap: ports,
 * folders and databases are each run's own, and the cache is filled by one run at a time (cache.ts).
 *
 * Environment: SCHEMA_GAP_TEST_MYSQL, SCHEMA_GAP_TEST_MARIADB and SCHEMA_GAP_TEST_MARIADB_11_8 name a server to use, as
 * mysql://user:password@host:port (its user may create and drop databases; none but ours are touched).
 * SCHEMA_GAP_TEST_HOST=browser leaves out the try of desktop VS Code.
 */

/** A real thing, or why there is none. */
export type Real<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export const have = <T>(value: T): Real<T> => ({ ok: true, value });
export const lack = (why: string): { readonly ok: false; readonly why: string } => ({ ok: false, why });

/** Takes the first way that yields the thing; where none does, the reasons of all. */
export async function firstOf<T>(ways: readonly (() => Promise<Real<T>>)[]): Promise<Real<T>> {
  const reasons: string[] = [];
  for (const way of ways) {
    const got = await way();
    if (got.ok) return got;
    reasons.push(got.why);
  }
  return lack(reasons.join('; '));
}

/** The same thing for every caller of this run: the first call makes it. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The handle, or the running test (in `before`, its whole suite) is skipped with the reason. */
export function needs<T>(context: Mocha.Context, real: Real<T>): T {
  if (real.ok) return real.value;
  const runnable = context.test as (Mocha.Test | Mocha.Hook) & { readonly type: string };
  const skipped = runnable.type === 'hook' ? runnable.parent : runnable;
  if (skipped) Object.assign(skipped, { skipReason: real.why });
  return context.skip();
}
