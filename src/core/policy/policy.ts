/** The settings that judge: what matters to this team. All of it is data from the workspace's settings. */
export interface Policy {
  /** Table name to what its absence breaks. */
  readonly criticalTables: Readonly<Record<string, string>>;
  readonly features: readonly Feature[];
  /** Table-name prefix to what the family is for; null text where there is nothing to say. */
  readonly families: Readonly<Record<string, string | null>>;
  /** Rule to how it is shown; others as their own default says. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly tenant: TenantPolicy | null;
  /** More indexes than this on one table are a finding. */
  readonly mostIndexes: number;
  readonly guardStyle: GuardStyle;
  /** A file of findings that are not told again, relative to the application. */
  readonly baseline: string;
}

/** How a rule's findings are shown; `off`: not at all. */
export type RuleLevel = 'error' | 'warning' | 'info' | 'hint' | 'off';

/** How a guard that a fix adds is written: a plain `if`, or Laravel's `Schema::whenTableDoesntHaveColumn`. */
export type GuardStyle = 'if' | 'whenTable';

/** Every table belongs to one tenant, by a column. */
export interface TenantPolicy {
  /** e.g. `company_id`. */
  readonly column: string;
  /** The table that it refers to, e.g. `companies`. */
  readonly parent: string;
  /** Tables that belong to nobody; `*` stands for any letters. */
  readonly exempt: readonly string[];
}

export interface Feature {
  readonly name: string;
  /** Tables: all present means yes, some partly, none no. */
  readonly needs: readonly string[];
}

export const NO_POLICY: Policy = {
  criticalTables: {},
  features: [],
  families: {},
  rules: {},
  tenant: null,
  mostIndexes: 16,
  guardStyle: 'if',
  baseline: 'schema-gap-baseline.json',
};
