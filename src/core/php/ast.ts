/**
 * The syntax tree as php-parser gives it: only what the evaluator reads, as a discriminated union.
 * https://php-parser.glayzzle.com has the whole.
 */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Loc {
  readonly start: Position;
  readonly end: Position;
}

interface Base {
  readonly loc?: Loc;
  readonly parenthesizedExpression?: boolean;
}

interface Of<K extends string> extends Base {
  readonly kind: K;
}

export interface IdentifierNode extends Of<'identifier'> {
  readonly name: string;
}
export interface NameNode extends Of<'name'> {
  readonly name: string;
  readonly resolution: 'uqn' | 'qn' | 'fqn' | 'rn';
}
export type RelativeClass = Of<'selfreference'> | Of<'parentreference'> | Of<'staticreference'>;
export interface VariableNode extends Of<'variable'> {
  readonly name: string | Expression;
  readonly byref?: boolean;
}
export interface StringNode extends Of<'string'> {
  readonly value: string;
}
export interface NumberNode extends Of<'number'> {
  readonly value: string;
}
export interface EntryNode extends Of<'entry'> {
  readonly key: Expression | null;
  readonly value: Expression;
  readonly byRef: boolean;
  readonly unpack: boolean;
}
export interface ArrayNode extends Of<'array'> {
  readonly items: readonly (EntryNode | Expression)[];
}
export interface ListNode extends Of<'list'> {
  readonly items: readonly (EntryNode | Of<'noop'> | null)[];
}
export interface EncapsedPart extends Of<'encapsedpart'> {
  readonly expression: Expression;
}
export interface EncapsedNode extends Of<'encapsed'> {
  readonly value: readonly EncapsedPart[];
  readonly type: 'string' | 'shell' | 'heredoc' | 'offset';
}
export interface NowdocNode extends Of<'nowdoc'> {
  readonly value: string;
}
export interface BinNode extends Of<'bin'> {
  readonly type: string;
  readonly left: Expression;
  readonly right: Expression;
}
export interface UnaryNode extends Of<'unary'> {
  readonly type: '!' | '-' | '+' | '~';
  readonly what: Expression;
}
export interface CastNode extends Of<'cast'> {
  readonly type: string;
  readonly expr: Expression;
}
export interface AssignNode extends Of<'assign'> {
  readonly left: Expression;
  readonly right: Expression;
  readonly operator: string;
}
export interface AssignRefNode extends Of<'assignref'> {
  readonly left: Expression;
  readonly right: Expression;
}
export interface StepNode extends Base {
  readonly kind: 'pre' | 'post';
  readonly type: '+' | '-';
  readonly what: Expression;
}
export interface TernaryNode extends Of<'retif'> {
  readonly test: Expression;
  readonly trueExpr: Expression | null;
  readonly falseExpr: Expression;
}
export interface LookupNode extends Base {
  readonly kind: 'propertylookup' | 'nullsafepropertylookup';
  readonly what: Expression;
  readonly offset: Expression;
}
export interface StaticLookupNode extends Of<'staticlookup'> {
  readonly what: Expression;
  readonly offset: Expression;
}
export interface OffsetNode extends Of<'offsetlookup'> {
  readonly what: Expression;
  readonly offset: Expression | null;
}
export interface CallNode extends Of<'call'> {
  readonly what: Expression;
  readonly arguments: readonly ArgumentNode[];
}
export interface NewNode extends Of<'new'> {
  readonly what: Expression | ClassNode;
  readonly arguments: readonly ArgumentNode[];
}
export type ArgumentNode =
  | Expression
  | (Of<'namedargument'> & { readonly name: string; readonly value: Expression })
  | (Of<'variadic'> & { readonly what: Expression })
  | Of<'variadicplaceholder'>;
export interface MatchNode extends Of<'match'> {
  readonly cond: Expression;
  readonly arms: readonly MatchArm[];
}
export interface MatchArm extends Of<'matcharm'> {
  readonly conds: readonly Expression[] | null;
  readonly body: Expression;
}
export interface ParameterNode extends Of<'parameter'> {
  readonly name: IdentifierNode;
  readonly value: Expression | null;
  readonly type: TypeNode | null;
  readonly byref: boolean;
  readonly variadic: boolean;
  readonly nullable: boolean;
  readonly readonly: boolean;
  /** Promoted properties: 1 public, 2 protected, 4 private. */
  readonly flags: number;
}
export type TypeNode =
  | (Of<'typereference'> & { readonly name: string })
  | NameNode
  | RelativeClass
  | (Of<'uniontype'> & { readonly types: readonly TypeNode[] })
  | (Of<'intersectiontype'> & { readonly types: readonly TypeNode[] });
interface FunctionParts extends Base {
  readonly arguments: readonly ParameterNode[];
  readonly type: TypeNode | null;
  readonly nullable: boolean;
  readonly byref: boolean;
}
export interface FunctionNode extends FunctionParts {
  readonly kind: 'function';
  readonly name: IdentifierNode;
  readonly body: BlockNode;
}
export interface ClosureNode extends FunctionParts {
  readonly kind: 'closure';
  readonly uses: readonly VariableNode[];
  readonly isStatic: boolean;
  readonly body: BlockNode;
}
export interface ArrowNode extends FunctionParts {
  readonly kind: 'arrowfunc';
  readonly isStatic: boolean;
  readonly body: Expression;
}
export interface MethodNode extends FunctionParts {
  readonly kind: 'method';
  readonly name: IdentifierNode;
  readonly body: BlockNode | null;
  readonly isAbstract: boolean;
  readonly isFinal: boolean;
  readonly isStatic: boolean;
  readonly visibility: Visibility | '' | null;
}
export type AnyFunction = FunctionNode | ClosureNode | ArrowNode | MethodNode;
export type Visibility = 'public' | 'protected' | 'private';

export interface ClassNode extends Base {
  readonly kind: 'class' | 'interface' | 'trait' | 'enum';
  readonly name: IdentifierNode | string | null;
  readonly isAnonymous?: boolean;
  readonly isAbstract?: boolean;
  readonly isFinal?: boolean;
  readonly isReadonly?: boolean;
  readonly extends?: NameNode | readonly NameNode[] | null;
  readonly implements?: readonly NameNode[] | null;
  readonly valueType?: TypeNode | null;
  readonly body: readonly MemberNode[];
}
export interface PropertyNode extends Of<'property'> {
  readonly name: IdentifierNode | string;
  readonly value: Expression | null;
  readonly readonly: boolean;
  readonly nullable: boolean;
  readonly type: TypeNode | null;
  readonly hooks?: readonly HookNode[];
}
export interface HookNode extends Of<'propertyhook'> {
  readonly name: 'get' | 'set';
  readonly parameter: ParameterNode | null;
  readonly body: BlockNode | Expression | null;
}
export interface ConstantNode extends Of<'constant'> {
  readonly name: IdentifierNode | string;
  readonly value: Expression;
}
export type MemberNode =
  | MethodNode
  | (Of<'propertystatement'> & {
      readonly properties: readonly PropertyNode[];
      readonly visibility: Visibility | '' | null;
      readonly isStatic: boolean;
      readonly isAbstract?: boolean;
    })
  | (Of<'classconstant'> & { readonly constants: readonly ConstantNode[] })
  | (Of<'enumcase'> & { readonly name: IdentifierNode | string; readonly value: Expression | null })
  | TraitUseNode;
export interface TraitUseNode extends Of<'traituse'> {
  readonly traits: readonly NameNode[];
  readonly adaptations: readonly Adaptation[] | null;
}
export type Adaptation =
  | (Of<'traitprecedence'> & {
      readonly trait: NameNode | null;
      readonly method: IdentifierNode | string;
      readonly instead: readonly NameNode[];
    })
  | (Of<'traitalias'> & {
      readonly trait: NameNode | null;
      readonly method: IdentifierNode | string;
      readonly as: IdentifierNode | string | null;
      readonly visibility: Visibility | '' | null;
    });

export type Expression =
  | IdentifierNode
  | NameNode
  | RelativeClass
  | VariableNode
  | StringNode
  | NumberNode
  | (Of<'boolean'> & { readonly value: boolean })
  | Of<'nullkeyword'>
  | (Of<'magic'> & { readonly value: string })
  | (Of<'literal'> & { readonly value: Expression })
  | ArrayNode
  | ListNode
  | EncapsedNode
  | EncapsedPart
  | NowdocNode
  | BinNode
  | UnaryNode
  | CastNode
  | AssignNode
  | AssignRefNode
  | StepNode
  | TernaryNode
  | LookupNode
  | StaticLookupNode
  | OffsetNode
  | CallNode
  | NewNode
  | MatchNode
  | ClosureNode
  | ArrowNode
  | (Of<'isset'> & { readonly variables: readonly Expression[] })
  | (Of<'empty'> & { readonly expression: Expression })
  | (Of<'silent'> & { readonly expr: Expression })
  | (Of<'clone'> & { readonly what: Expression })
  | (Of<'print'> & { readonly expression: Expression })
  | (Of<'exit'> & { readonly expression: Expression | null })
  | (Of<'throw'> & { readonly what: Expression })
  | (Of<'include'> & { readonly target: Expression; readonly once: boolean; readonly require: boolean })
  | (Of<'eval'> & { readonly source: Expression })
  | (Of<'yield'> & { readonly key: Expression | null; readonly value: Expression | null })
  | (Of<'yieldfrom'> & { readonly value: Expression })
  | (Of<'variadic'> & { readonly what: Expression });

export interface BlockNode extends Of<'block'> {
  readonly children: readonly Statement[];
}
export interface IfNode extends Of<'if'> {
  readonly test: Expression;
  readonly body: Statement;
  readonly alternate: Statement | null;
}
export interface ForeachNode extends Of<'foreach'> {
  readonly source: Expression;
  readonly key: Expression | null;
  readonly value: Expression;
  readonly body: Statement;
}
export interface ForNode extends Of<'for'> {
  readonly init: readonly Expression[];
  readonly test: readonly Expression[];
  readonly increment: readonly Expression[];
  readonly body: Statement;
}
export interface WhileNode extends Base {
  readonly kind: 'while' | 'do';
  readonly test: Expression;
  readonly body: Statement;
}
export interface CaseNode extends Of<'case'> {
  readonly test: Expression | null;
  readonly body: BlockNode | null;
}
export interface SwitchNode extends Of<'switch'> {
  readonly test: Expression;
  readonly body: { readonly children: readonly CaseNode[] };
}
export interface TryNode extends Of<'try'> {
  readonly body: BlockNode;
  readonly catches: readonly (Of<'catch'> & {
    readonly what: readonly NameNode[];
    readonly variable: VariableNode | null;
    readonly body: BlockNode;
  })[];
  readonly always: BlockNode | null;
}
export interface UseGroupNode extends Of<'usegroup'> {
  readonly name: string | null;
  readonly type: 'function' | 'const' | null;
  readonly items: readonly {
    readonly name: string;
    readonly alias: IdentifierNode | null;
    readonly type: 'function' | 'const' | null;
  }[];
}
export interface StaticVariableNode extends Of<'staticvariable'> {
  readonly variable: VariableNode;
  readonly defaultValue: Expression | null;
}
export interface NamespaceNode extends Of<'namespace'> {
  readonly name: string;
  readonly children: readonly Statement[];
}
export interface DeclareNode extends Of<'declare'> {
  readonly directives: readonly { readonly key: IdentifierNode; readonly value: Expression }[];
  readonly children: readonly Statement[];
}

export type Statement =
  | BlockNode
  | IfNode
  | ForeachNode
  | ForNode
  | WhileNode
  | SwitchNode
  | TryNode
  | UseGroupNode
  | NamespaceNode
  | DeclareNode
  | FunctionNode
  | ClassNode
  | (Of<'expressionstatement'> & { readonly expression: Expression | null })
  | (Of<'return'> & { readonly expr: Expression | null })
  | (Of<'throw'> & { readonly what: Expression })
  | (Of<'echo'> & { readonly expressions: readonly Expression[] })
  | (Of<'inline'> & { readonly value: string })
  | (Base & { readonly kind: 'break' | 'continue'; readonly level: Expression | null })
  | (Of<'global'> & { readonly items: readonly VariableNode[] })
  | (Of<'static'> & {
      readonly variables: readonly (StaticVariableNode | VariableNode)[];
    })
  | (Of<'unset'> & { readonly variables: readonly Expression[] })
  | (Of<'constantstatement'> & { readonly constants: readonly ConstantNode[] })
  | (Of<'goto'> & { readonly label: IdentifierNode | string })
  | (Of<'label'> & { readonly name: IdentifierNode | string })
  | Of<'halt'>
  | Of<'noop'>;

export type Node = Expression | Statement | MemberNode | ParameterNode | ArgumentNode;

/** The text of a name that some nodes give as a string and others as an identifier. */
export function nameOf(name: IdentifierNode | string | null): string {
  return typeof name === 'string' ? name : (name?.name ?? '');
}
