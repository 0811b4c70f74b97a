import assert from 'node:assert/strict';
import type { ReportDocument } from '../../../src/core/analysis/results';
import { reportHtml } from '../../../src/core/report/html';
import { reportMarkdown } from '../../../src/core/report/markdown';
import { viewReport } from '../../../src/core/report/reportView';
import { reportText } from '../../../src/core/report/text';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith, create, createTable, dump } from '../../support/tempApp';

const ONE = '2026_01_01_000000_one';
const CALLS = '2026_01_02_000000_calls';

/** The dump is cut off behind its first table, so nobody knows whether `calls` is in the database. */
const cutOff = async () => {
  const whole = dump([createTable('lamps'), createTable('zebras')], null);
  const text = whole.slice(0, whole.indexOf('CREATE TABLE `zebras`') + 20);
  const app = appWith({ [ONE]: create('lamps'), [CALLS]: create('calls') }, { 'staging.sql': text });
  const policy = {
    ...DEFAULT_SETTINGS.policy,
    criticalTables: { calls: 'cannot track calls' },
    features: [{ name: 'View calls', needs: ['calls'] }],
  };
  const analysis = createAnalysis(app.root, { ...DEFAULT_SETTINGS, actual: 'staging.sql', policy });
  return { report: (await analysis.report()).report, tables: (await analysis.overview()).tables };
};

const FORMS: readonly [title: string, write: (report: ReportDocument) => string][] = [
  ['terminal', (report) => reportText(report, { paint: (_style, text) => text, limit: 25 })],
  ['HTML', (report) => reportHtml(report).replace(/<[^>]*>/g, ' ')],
  ['Markdown', reportMarkdown],
];

describe('a table that a cut-off dump may have', () => {
  for (const [title, write] of FORMS)
    it(`${title}: is not known to be missing, and neither is what rests on it`, async () => {
      const text = write((await cutOff()).report);
      for (const line of [/calls[\s`|*]+not known/, /View calls[\s|]+not known/, /of them not known/])
        assert.match(text, line);
      assert.doesNotMatch(text, /calls.*(pending|never attempted)/);
    });

  it('in the documents carries that it is not certain, with the reason', async () => {
    const { report, tables } = await cutOff();
    const calls = report.missingTables.find(({ name }) => name === 'calls');
    assert.deepEqual([calls?.certain, calls?.why], [false, 'not-known']);
    assert.ok(calls?.reason);
    assert.deepEqual(
      [report.features[0]?.now, report.features[0]?.certain, report.criticalTables[0]?.certain],
      ['no', false, false],
    );
    const view = viewReport(report, []);
    assert.equal(view.missing.find(({ name }) => name === 'calls')?.certain, false);
    assert.equal(tables.find(({ name }) => name === 'calls')?.state, 'unknown');
  });
});
