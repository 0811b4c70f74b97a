import { argument, type NativeCall, type NativeMethod } from '../../php/classes';
import { isUnknown, type PhpObject, type Unknown, type Value } from '../../php/values';
import { type ModelFacts, modelFacts } from '../eloquent/facts';
import { addColumn, laravelOf, stateOf } from './blueprintCall';
import { dropColumns, dropForeignOf } from './drops';
import { has } from './features';

/** Methods of Blueprint that ask an Eloquent model for its table and key. */
export const modelMethods: Readonly<Record<string, NativeMethod>> = {
  foreignIdFor: (call) =>
    withModel(call, (facts, column) => {
      const laravel = laravelOf(call);
      const isInt =
        facts.keyType === 'int' || (facts.keyType === 'integer' && has(laravel, 'modelKeyTypeInteger'));
      if (isInt && (facts.incrementing || has(laravel, 'modelKeyTypeOnly')))
        return foreignColumn(call, 'id', column, facts);
      return foreignColumn(call, facts.ulids && has(laravel, 'modelUlids') ? 'ulid' : 'uuid', column, facts);
    }),
  foreignUuidFor: (call) => withModel(call, (facts, column) => foreignColumn(call, 'uuid', column, facts)),
  foreignUlidFor: (call) => withModel(call, (facts, column) => foreignColumn(call, 'ulid', column, facts)),
  dropForeignIdFor: (call) =>
    withModel(call, (_facts, column) =>
      has(laravelOf(call), 'foreignIdForDropsColumn')
        ? dropColumns(call, [column])
        : dropForeignOf(call, column),
    ),
  dropConstrainedForeignIdFor: (call) =>
    withModel(call, (_facts, column) => {
      dropForeignOf(call, column);
      return dropColumns(call, [column]);
    }),
};

const FOREIGN_TYPES: Readonly<Record<'id' | 'uuid' | 'ulid', Readonly<Record<string, Value>>>> = {
  id: { type: 'bigInteger', autoIncrement: false, unsigned: true },
  uuid: { type: 'uuid' },
  ulid: { type: 'char', length: 26 },
};

function foreignColumn(
  call: NativeCall,
  kind: 'id' | 'uuid' | 'ulid',
  column: Value,
  facts: ModelFacts,
): PhpObject {
  const attributes = new Map<string, Value>(Object.entries({ ...FOREIGN_TYPES[kind], name: column }));
  if (has(laravelOf(call), 'modelTable')) attributes.set('table', facts.table);
  if (has(laravelOf(call), 'modelKey')) attributes.set('referencesModelColumn', facts.keyName);
  return addColumn(call, attributes, true);
}

function withModel(call: NativeCall, then: (facts: ModelFacts, column: Value) => Value): Value {
  const facts = modelFacts(call, argument(call, 0, 'model') ?? null);
  if (isUnknownFacts(facts)) {
    stateOf(call).taints.push(facts);
    return facts;
  }
  const column = argument(call, 1, 'column') ?? null;
  return then(facts, column === null || column === '' ? facts.foreignKey : column);
}

function isUnknownFacts(facts: ModelFacts | Unknown): facts is Unknown {
  return isUnknown(facts as Value);
}
