/** Words that mean the same to a customer: what is asked with one finds what is written with another. */
export interface SynonymGroup {
  /** `<pack>.<slug>` for bundled groups, a ULID for the team's own. */
  id: string;
  /** Two to twelve words or short phrases, each 1 to 20 characters, none twice. */
  terms: string[];
}
