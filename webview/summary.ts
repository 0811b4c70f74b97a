import type { ReportView } from '../src/core/report/reportView';
import { element, svg } from './dom';

const RADIUS = 42;
const LENGTH = 2 * Math.PI * RADIUS;

/** How complete the actual side is: a ring and the figures beside it. */
export function summary(view: ReportView): HTMLElement {
  const present = view.expected.tables - view.missing.length;
  const figures: readonly (readonly [string, string])[] = [
    ['tables expected', number(view.expected.tables)],
    ['of them present', number(present)],
    ['missing', number(view.missing.length)],
    ['there, but different', number(view.different)],
    ['extra', number(view.extra.length)],
    ...(view.migrations
      ? ([
          ['migrations ran', number(view.migrations.ran)],
          ['migrations pending', number(view.migrations.pending)],
        ] as const)
      : []),
  ];
  return element(
    'section',
    { class: 'summary', 'aria-label': 'Summary' },
    ring(view.completePercent),
    element(
      'dl',
      { class: 'figures' },
      figures.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
    view.manual === null ? [] : element('p', { class: 'manual' }, view.manual),
  );
}

function ring(percent: number): HTMLElement {
  const shown = `${percent.toFixed(1)} %`;
  const filled = (LENGTH * Math.min(100, Math.max(0, percent))) / 100;
  const circle = { cx: 50, cy: 50, r: RADIUS, fill: 'none', 'stroke-width': 10 };
  return element(
    'div',
    {
      class: 'ring',
      role: 'progressbar',
      'aria-label': 'Complete',
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-valuenow': percent,
      'aria-valuetext': `${shown} complete`,
    },
    svg(
      'svg',
      { viewBox: '0 0 100 100', 'aria-hidden': 'true' },
      svg('circle', { ...circle, class: 'ring-track' }),
      svg('circle', {
        ...circle,
        class: 'ring-value',
        'stroke-dasharray': `${filled} ${LENGTH}`,
        transform: 'rotate(-90 50 50)',
      }),
    ),
    element('span', { class: 'ring-text', 'aria-hidden': 'true' }, element('strong', {}, shown), 'complete'),
  );
}

const number = (value: number): string => value.toLocaleString('en');
