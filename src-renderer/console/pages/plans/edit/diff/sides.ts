/** Two texts that are compared: revisions, or `draft`; null: what is in force, and the draft. */
export type Sides = { from: string | null; to: string | null }
