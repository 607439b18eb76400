/**
 * What somebody at HQ may see and do: by role what, by region of which sites. A site of another
 * region does not exist for them, in no list, figure or stream.
 */

/** viewer: looks; sender: hands down as well; administrator: pairs sites and appoints people. */
export const HQ_ROLES = ['viewer', 'sender', 'administrator'] as const
export type HqRole = (typeof HQ_ROLES)[number]

/** `regions` null: every region. */
export type HqPerson = { name: string; role: HqRole; regions: readonly string[] | null }

/** Who may do at least what `needed` may. */
export const mayAs = ({ role }: Pick<HqPerson, 'role'>, needed: HqRole): boolean =>
  HQ_ROLES.indexOf(role) >= HQ_ROLES.indexOf(needed)

export const seesRegion = ({ regions }: Pick<HqPerson, 'regions'>, region: string): boolean =>
  regions === null || regions.includes(region)

/** Whether all of these regions are theirs, so that they may let somebody else see them. */
export const seesAll = (
  person: Pick<HqPerson, 'regions'>,
  { regions }: Pick<HqPerson, 'regions'>,
) =>
  regions === null ? person.regions === null : regions.every((region) => seesRegion(person, region))

/** What of these concerns them. */
export const within = <T extends { region: string }>(
  rows: readonly T[],
  person: Pick<HqPerson, 'regions'>,
): readonly T[] => rows.filter(({ region }) => seesRegion(person, region))

/** People with the same regions see the same: what is drawn for one is drawn for all of them. */
export const scopeKey = ({ regions }: Pick<HqPerson, 'regions'>): string =>
  regions === null ? '*' : JSON.stringify([...regions].sort())
