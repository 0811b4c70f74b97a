/** The settings that judge: what matters to this team. All of it is data from the workspace's settings. */
export interface Policy {
  /** Table name to what its absence breaks. */
  readonly criticalTables: Readonly<Record<string, string>>;
  readonly features: readonly Feature[];
  /** Table-name prefix to what the family is for; null text where there is nothing to say. */
  readonly families: Readonly<Record<string, string | null>>;
}

export interface Feature {
  readonly name: string;
  /** Tables: all present means yes, some partly, none no. */
  readonly needs: readonly string[];
}

export const NO_POLICY: Policy = { criticalTables: {}, features: [], families: {} };
