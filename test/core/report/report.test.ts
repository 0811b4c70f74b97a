import assert from 'node:assert/strict';
import type { ReportDocument } from '../../../src/core/analysis/results';
import { reportHtml } from '../../../src/core/report/html';
import { reportMarkdown } from '../../../src/core/report/markdown';
import { viewReport } from '../../../src/core/report/reportView';
import { reportText } from '../../../src/core/report/text';

const HOSTILE = '<script>alert(1)</script>';
const INJECTION = 'a`b; drop table users';

const report: ReportDocument = {
  format: 1,
  fromTheManual: [],
  project: '/app',
  expected: { source: 'migrations', tables: 3 },
  actual: { source: 'staging.sql', tables: 1 },
  completePercent: 33.3,
  missingTables: [HOSTILE, INJECTION].map((name) => ({
    name,
    family: null,
    critical: false,
    impact: null,
    createdBy: {
      migration: '2026_01_01_000000_make',
      file: 'database/migrations/2026_01_01_000000_make.php',
      line: 12,
    },
    why: 'never-attempted',
    certain: true,
  })),
  extraTables: [],
  uncertainExtras: [],
  differences: [
    {
      table: 'services',
      kind: 'column',
      name: 'priority',
      expected: {
        type: 'int',
        nullable: false,
        default: { kind: 'literal', value: '999' },
        comment: HOSTILE,
      },
      actual: { type: 'int', nullable: true, default: { kind: 'literal', value: '0' } },
      properties: ['nullable', 'default'],
      createdBy: null,
      why: null,
      certain: true,
      reason: null,
    },
  ],
  families: [],
  criticalTables: [{ name: 'calls', present: false, impact: 'cannot track calls' }],
  features: [{ name: 'View calls', now: 'partly', after: 'yes', needs: ['calls'] }],
  rootCause: {
    migration: '2026_01_01_000000_make',
    file: 'database/migrations/2026_01_01_000000_make.php',
    line: 9,
    statement: 'alter table `services` add `priority` int',
    serverError: { code: 1060, sqlState: '42S21', message: "Duplicate column name 'priority'" },
    blocks: 137,
  },
  collisions: [],
  maskedDrift: [],
  migrations: { files: 3, ran: 1, pending: 2 },
  unknown: [],
};

const plain = () => reportText(report, { paint: (_style, text) => text, limit: 25 });

describe('the gap report', () => {
  it('tells the cause with place and the server’s own error', () => {
    const text = plain();
    for (const part of [
      '1 of 3 tables',
      '33.3 %',
      'database/migrations/2026_01_01_000000_make.php:9',
      "1060 Duplicate column name 'priority'",
      '137 migrations behind it are never attempted',
      "int not null default '999'",
    ])
      assert.ok(text.includes(part), `${part} is not in\n${text}`);
  });

  it('does not count extra tables as progress', () => {
    const extras = { ...report, actual: { source: 'staging.sql', tables: 4 }, extraTables: ['x', 'y', 'z'] };
    const text = reportText(extras, { paint: (_style, part) => part, limit: 25 });
    assert.match(text, /1 of 3 tables/);
  });

  it('shortens long lists and says so', () => {
    const text = reportText(report, { paint: (_style, part) => part, limit: 1 });
    assert.match(text, /… and 1 more/);
  });

  it('as HTML holds no mark-up from names and comments, and no script', () => {
    const page = reportHtml(report);
    assert.ok(!page.includes('<script'), 'a table named <script> must stay text');
    assert.ok(page.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
    assert.ok(page.includes(INJECTION));
  });

  it('as Markdown holds no mark-up from names and comments', () => {
    const text = reportMarkdown(report);
    const outsideCode = text.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
    assert.ok(!outsideCode.includes('<script'), outsideCode);
    assert.ok(text.includes('`` a`b; drop table users ``'));
  });

  it('as Markdown notifies nobody and links nowhere by a name of somebody’s making', () => {
    const families = [{ name: 'x', missing: 1, present: 0, impact: null }];
    const [first] = report.missingTables;
    assert.ok(first);
    const text = reportMarkdown({
      ...report,
      families,
      missingTables: [{ ...first, name: 'a|b', family: '@octocat https://x.test www.x.test' }],
      extraTables: ['c|d'],
    });
    assert.doesNotMatch(text, /@octocat|https:\/\/|www\\?\.x/);
    assert.ok(text.includes('`a\\|b`'), 'a pipe within a cell is escaped');
    assert.ok(text.includes('- `c|d`'), 'and shows no backslash elsewhere');
  });

  it('turns no text around, as HTML or Markdown', () => {
    const hostile = { ...report, extraTables: ['a\u202eb\u0007'] };
    for (const text of [reportHtml(hostile), reportMarkdown(hostile)]) {
      assert.doesNotMatch(text, /[\u202e\u0007]/);
      assert.ok(text.includes('a\\u202eb\\x07'));
    }
  });
});

describe('a report on servers that no test asked', () => {
  const forms = {
    text: (one: ReportDocument) => reportText(one, { paint: (_style, text) => text, limit: 10 }),
    markdown: reportMarkdown,
    html: reportHtml,
    page: (one: ReportDocument) => JSON.stringify(viewReport(one, [])),
  };
  for (const [form, write] of Object.entries(forms))
    it(`says so once, and is silent about others: ${form}`, () => {
      const marks = (servers: readonly string[]) =>
        write({ ...report, fromTheManual: servers })
          .replaceAll('\\', '')
          .match(/MySQL[\w ,.]+: from the manual/g);
      assert.equal(marks([]), null);
      assert.deepEqual(
        marks(['MySQL 8.4', 'MariaDB 11.4'])?.map((mark) => mark.trim()),
        ['MySQL 8.4, MariaDB 11.4: from the manual'],
      );
    });
});
