/** The parts of a document's form in their order, and the heads of the paths that each holds. */
export const SECTIONS = {
  basics: ['title', 'number', 'siteKinds', 'purpose', 'scope', 'id'],
  roles: ['roles', 'commander'],
  levels: ['levels', 'level'],
  types: ['types', 'categories'],
  clauses: ['clauses'],
  contacts: ['contacts'],
  open: ['openPoints', 'completeness'],
  plans: [],
} as const satisfies Record<string, readonly string[]>
export type Section = keyof typeof SECTIONS

/** The part in which a path of a finding lies; the first for what has no field. */
export const sectionOf = (path: string): Section => {
  const [head = ''] = path.split('.')
  return (
    (Object.keys(SECTIONS) as Section[]).find((section) =>
      (SECTIONS[section] as readonly string[]).includes(head),
    ) ?? 'basics'
  )
}
