// node --expose-gc test/bench/inProcess.mjs BUNDLE FOLDER replay|edits [COUNT]: measures one application in a process of
// its own and prints the figures as JSON. BUNDLE: what `bundled` of support.mjs made.
import { pathToFileURL } from 'node:url';

const [bundle, folder, what, count] = process.argv.slice(2);
const { createAnalysis, DEFAULT_SETTINGS } = await import(pathToFileURL(bundle).href);
const analysis = createAnalysis(folder, { ...DEFAULT_SETTINGS, actual: 'migrations' });
const timed = async (action) => {
  const start = performance.now();
  await action();
  return performance.now() - start;
};

if (what === 'replay') {
  await analysis.schema('migrations', false);
  globalThis.gc();
  const { heapUsed } = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ heap: heapUsed / 1e6, peak: peak / 1e6 }));
} else {
  await analysis.overview();
  const files = analysis.migrationFiles();
  const wanted = Math.min(Number(count ?? files.length), files.length);
  const edits = [];
  for (let i = 0; i < wanted; i++) {
    const file = files[Math.floor((i * files.length) / wanted)];
    const text = analysis.textOf(file);
    // The first column that the file names gets another name; where there is none, a line is added.
    const renamed = text.replace(/(\$table->(?!id\b|timestamps|rememberToken|index|drop)\w+\('\w+)/, '$1_x');
    const edited = renamed === text ? text.replace('<?php', '<?php\n') : renamed;
    const ms = await timed(async () => {
      analysis.setText(file, edited);
      await analysis.overview();
    });
    edits.push({ file, ms });
    analysis.setText(file, text);
    await analysis.overview();
  }
  console.log(JSON.stringify(edits));
}
process.exit(0);
