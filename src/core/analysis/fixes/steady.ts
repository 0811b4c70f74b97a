import type { ArgumentNode, Expression } from '../../php/ast';
import { methodCall, type PlacedNode } from '../../php/enclosing';

const QUESTION = /^has(Table|Columns?|Index|ForeignKey)$/i;
const isEither = (operator: string) => /^(&&|\|\||and|or)$/i.test(operator);

/** Does a condition ask the schema and nothing else? */
export function asksSchema(test: Expression): boolean {
  if (test.kind === 'bin') return isEither(test.type) && asksSchema(test.left) && asksSchema(test.right);
  if (test.kind === 'unary') return test.type === '!' && asksSchema(test.what);
  return test.kind === 'call' && QUESTION.test(methodCall(test as never)?.name ?? '');
}

const FUNCTIONS = /^(config|env|database_path|base_path)$/i;
const METHODS =
  /^(getDriverName|getTablePrefix|getDatabaseName|getConnectionName|getConnection|getName|connection|has(Table|Columns?|Index|ForeignKey|View))$/i;

/** Does an expression write nothing and read nothing but code, configuration and the schema? */
export function isSteady(expression: Expression | ArgumentNode | null): boolean {
  switch (expression?.kind) {
    case undefined:
    case 'string':
    case 'number':
    case 'boolean':
    case 'nullkeyword':
    case 'nowdoc':
    case 'magic':
    case 'name':
    case 'identifier':
    case 'variable':
    case 'selfreference':
    case 'staticreference':
      return true;
    case 'encapsed':
      return expression.value.every(({ expression: part }) => isSteady(part));
    case 'array':
      return expression.items.every((item) =>
        item.kind === 'entry' ? isSteady(item.key) && isSteady(item.value) : isSteady(item),
      );
    case 'bin':
      return isSteady(expression.left) && isSteady(expression.right);
    case 'unary':
      return isSteady(expression.what);
    case 'cast':
      return isSteady(expression.expr);
    case 'retif':
      return [expression.test, expression.trueExpr, expression.falseExpr].every(isSteady);
    case 'propertylookup':
    case 'staticlookup':
    case 'offsetlookup':
      return isSteady(expression.what) && isSteady(expression.offset);
    case 'call': {
      const { what, arguments: given } = expression;
      const method = methodCall(expression as never)?.name;
      const known = what.kind === 'name' ? FUNCTIONS.test(what.name) : METHODS.test(method ?? '');
      return known && isSteady(what) && given.every(isSteady);
    }
    default:
      return false;
  }
}

/** `$a = 'b';`, whose value is the same in every file. */
export function isAssignment(node: PlacedNode): boolean {
  const { kind, expression } = node as PlacedNode & { readonly expression?: Expression };
  return (
    kind === 'expressionstatement' &&
    expression?.kind === 'assign' &&
    expression.left.kind === 'variable' &&
    isSteady(expression.right)
  );
}

/** Does a text name the variable that an assignment gives its value? */
export function isUsed(node: PlacedNode, tail: string): boolean {
  const { expression } = node as PlacedNode & {
    readonly expression: { readonly left: { readonly name: unknown } };
  };
  return new RegExp(`\\$\\{?${String(expression.left.name)}\\b`).test(tail);
}
