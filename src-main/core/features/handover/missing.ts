/** What the site still lacks, as the calm page of the console says it. */
import { comingDates, gapsToCome } from '#shared/domain/duty/gaps.ts'
import type { MissingPart, PageMissing } from '#shared/domain/handover-sheet/page.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { monthMark, monthName } from '#shared/domain/wording/period.ts'
import { dutyQueries } from '../duty/queries.ts'
import type { QueryContext } from '../handler.ts'
import { siteQueries } from '../site/queries.ts'

const missing = (
  part: MissingPart,
  posts: readonly { name: LocalizedText }[] = [],
): PageMissing => ({ part, names: posts.map(({ name }) => name) })

/**
 * While nobody has said what kind of site it is, nothing else of the site is asked: the plans of
 * all kinds would be.
 */
async function missingInSite(context: QueryContext): Promise<readonly PageMissing[]> {
  const site = await siteQueries['site/read'](undefined, context)
  if (!site.ok) return []
  const { setUp, loaded, missing: lacks } = site.reply
  if (!setUp) return [missing('kind')]
  return [
    ...(loaded.plans === 0 ? [missing('plans')] : []),
    ...[
      missing('posts', lacks.posts),
      missing('phones', lacks.phones),
      missing('units', lacks.units),
    ].filter(({ names }) => names.length > 0),
  ]
}

const dayOf = (date: string): LocalizedText =>
  localized(
    `${monthName(date).zh}${Number(date.slice(8))}日`,
    `${Number(date.slice(8))} ${monthMark(date).en}`,
  )

/** The shifts that run, or come within a week, and lack somebody, each once. */
async function shortShifts(context: QueryContext): Promise<readonly { name: LocalizedText }[]> {
  const { memory, now } = context
  const { zone } = memory.site
  const duty = await dutyQueries['duty/read'](comingDates(now(), zone), context)
  if (!duty.ok) return []
  const { gaps, shifts } = duty.reply
  const coming = gapsToCome(gaps, shifts, zone, now())
  const short = new Map(coming.map((gap) => [`${gap.date} ${gap.shiftId}`, gap]))
  return [...short.values()].flatMap(({ date, shiftId }) => {
    const shift = shifts.find(({ id }) => id === shiftId)
    const day = dayOf(date)
    return shift
      ? [{ name: localized(`${day.zh}${shift.name.zh}`, `${shift.name.en} on ${day.en}`) }]
      : []
  })
}

export async function readMissing(context: QueryContext): Promise<readonly PageMissing[]> {
  const { screens, backups, locks } = context
  const short = await shortShifts(context)
  return [
    ...(await missingInSite(context)),
    ...(short.length > 0 ? [missing('gaps', short)] : []),
    ...(screens.signs().length === 0 ? [missing('wall')] : []),
    ...(backups && !backups.status().place?.folder ? [missing('backup')] : []),
    ...(locks?.isCodeSet() === false ? [missing('code')] : []),
  ]
}
