/** What a deed was about, in the words of whoever reads the list of deeds. */
import type { Deed } from '#shared/contract/hq-replies.ts'
import { DEED_KINDS, type DeedKind } from '#shared/domain/hq/deeds.ts'
import { HQ_ROLES } from '#shared/domain/hq/scope.ts'
import type { useHqWords } from './hq-words.ts'

export const kindOfDeed = ({ deed }: Pick<Deed, 'deed'>): DeedKind | null =>
  DEED_KINDS.find((kind) => kind === deed) ?? null

type Words = ReturnType<typeof useHqWords>
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** Commands at HQ's own machine sign as this, with their name: `vigil-hq code`. */
const COMMAND = 'vigil-hq '
/** Who did it, as it is read. */
export function whoDid({ person }: Pick<Deed, 'person'>, t: Words): string {
  if (person === '') return t('deeds.nobody')
  return person.startsWith(COMMAND) ? t('deeds.atMachine') : person
}

/** `siteName`: what a site is called, by its id. */
export function aboutDeed(
  { detail }: Pick<Deed, 'detail'>,
  t: Words,
  siteName: (id: string) => string,
): readonly string[] {
  const { regions, role, password, site, sites } = detail
  const known = HQ_ROLES.find((each) => each === role)
  const words = [
    ...['name', 'title', 'month'].map((key) => textOf(detail[key])),
    known ? t(`role.${known}`) : '',
    Array.isArray(regions) ? regions.map(textOf).join(t('join')) : '',
    regions === null ? t('everyRegion') : '',
    password === true ? t('deeds.withPassword') : '',
    typeof site === 'string' ? siteName(site) : '',
    textOf(detail['region']),
    typeof sites === 'number' ? t('deeds.sites', { count: sites }) : '',
    textOf(detail['why']),
  ]
  return [...new Set(words.filter((word) => word !== ''))]
}
