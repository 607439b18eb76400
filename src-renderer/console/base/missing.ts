/**
 * What a site lacks before it can answer, each with the way to where it is put right: for the calm
 * page, and for the path through the first set-up.
 */
import { computed, onActivated, watch, type ComputedRef } from 'vue'
import type { SiteRead } from '#shared/contract/site.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { useText } from '../../i18n/index.ts'
import { useBoard } from '../../stores/board.ts'
import { useDisplayClock } from '../../ui/display-clock.ts'
import { useAdminCode } from './admin-code.ts'
import { useComingGaps } from './coming-gaps.ts'
import { useConsoleWords } from './console-words.ts'
import { LIBRARY, siteLink } from './links.ts'
import { useQuery } from './use-query.ts'

export type MissingPart =
  | 'kind'
  | 'plans'
  | 'posts'
  | 'phones'
  | 'gaps'
  | 'units'
  | 'places'
  | 'holidays'
  | 'wall'
  | 'backup'
  | 'code'
/** `names`: of what is missing, where it is more than one thing, or the year. */
export type Missing = { part: MissingPart; href: string; names: readonly LocalizedText[] }

/** How many names stand in a line. */
const MOST_NAMES = 3

const missing = (
  part: MissingPart,
  href: string,
  posts: readonly { name: LocalizedText }[] = [],
): Missing => ({ part, href, names: posts.map(({ name }) => name) })

/**
 * What the site's own settings lack. While nobody has said what kind of site it is, nothing else is
 * asked: the plans of all kinds would be.
 */
export function missingInSite({ setUp, loaded, missing: lacks }: SiteRead): readonly Missing[] {
  if (!setUp) return [missing('kind', siteLink('form'))]
  const rows = [
    missing('posts', siteLink('posts'), lacks.posts),
    missing('phones', siteLink('people'), lacks.phones),
    missing('units', siteLink('contacts'), lacks.units),
  ].filter(({ names }) => names.length > 0)
  return loaded.plans === 0 ? [missing('plans', LIBRARY), ...rows] : rows
}

/** The first names, and how many there are if some are left out. */
export function useNamesOf(): (names: readonly LocalizedText[]) => string {
  const t = useConsoleWords()
  const { tr } = useText()
  return (names) => {
    const first = names.slice(0, MOST_NAMES).map(tr).join(t('lacks.join'))
    return names.length > MOST_NAMES
      ? t('lacks.some', { names: first, count: names.length })
      : first
  }
}

/**
 * The year whose holidays nobody has entered, null if none. It is read again with each day, since a
 * desk stands open for months, and with the site, since another console may enter them.
 */
function useMissingYear(): ComputedRef<string | null> {
  const board = useBoard()
  const { now, zone } = useDisplayClock()
  const { reply, again } = useQuery('site/calendar-read', () => ({}))
  watch(
    [() => localDate(now.value, zone.value), () => board.board?.site],
    ([day, site], before) => {
      if (day !== before[0] || (site !== before[1] && reply.value?.missing)) void again()
    },
  )
  onActivated(() => void again())
  return computed(() => reply.value?.missing ?? null)
}

/** Empty while it is not known, and when nothing is missing. */
export function useMissing(): ComputedRef<readonly Missing[]> {
  const board = useBoard()
  const adminCode = useAdminCode()
  const { reply: site, again: rereadSite } = useQuery('site/read', () => ({}))
  const { reply: backups, again: rereadBackups } = useQuery('backup/read', () => ({}))
  const { reply: register, again: rereadPlaces } = useQuery('site/places-read', () => ({}))
  const { gaps, again: rereadDuty } = useComingGaps()
  const year = useMissingYear()
  watch([() => board.board?.site, () => board.board?.duty], () => {
    void rereadSite()
    void rereadDuty()
  })
  onActivated(() => {
    void rereadSite()
    void rereadDuty()
    void rereadBackups()
    void rereadPlaces()
  })
  return computed(() => [
    ...(site.value ? missingInSite(site.value) : []),
    ...(gaps.value.length > 0 ? [missing('gaps', siteLink('duty'), gaps.value)] : []),
    ...(site.value?.setUp && register.value?.places.length === 0
      ? [missing('places', siteLink('places'))]
      : []),
    ...(year.value === null
      ? []
      : [missing('holidays', siteLink('calendar'), [{ name: localized(year.value, year.value) }])]),
    ...(board.board && board.walls.length === 0 ? [missing('wall', siteLink('wall'))] : []),
    ...(backups.value?.offered && !backups.value.place?.folder
      ? [missing('backup', siteLink('backup'))]
      : []),
    ...(adminCode.isSet === false ? [missing('code', siteLink('code'))] : []),
  ])
}
