import assert from 'node:assert/strict';
import { familiesOf } from '../../../src/core/analysis/families';
import { NO_POLICY } from '../../../src/core/policy/policy';

const groups = (tables: string[], families: Record<string, string | null> = {}) =>
  Object.fromEntries(
    familiesOf(tables, { ...NO_POLICY, families }).map((family) => [family.name, family.tables]),
  );

describe('families', () => {
  it('are the tables that share their first word', () => {
    assert.deepEqual(groups(['sms_messages', 'sms_templates', 'users']), {
      sms_: ['sms_messages', 'sms_templates'],
    });
  });

  it('have the parent table with its children, whatever its plural', () => {
    assert.deepEqual(groups(['categories', 'category_images', 'boxes', 'box_labels']), {
      category_: ['categories', 'category_images'],
      box_: ['boxes', 'box_labels'],
    });
  });

  it('are what settings say, the longest prefix first, and then also of one table', () => {
    assert.deepEqual(
      groups(['retell_calls', 'retell_call_events', 'flow_nodes'], {
        retell_: null,
        retell_call_: 'x',
        flow_: null,
      }),
      {
        flow_: ['flow_nodes'],
        retell_: ['retell_calls'],
        retell_call_: ['retell_call_events'],
      },
    );
  });
});
