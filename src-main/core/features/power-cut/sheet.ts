/** The sheets to write on, as the station draws them: of what runs now, or blank. */
import { localDate } from '#shared/domain/calendar.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { intakeDocument } from '#shared/domain/document/intake-document.ts'
import { powerCutDocument } from '#shared/domain/document/power-cut-document.ts'
import { drawPowerCut } from '#shared/domain/power-cut/draw.ts'
import { heldNow, type SheetPosts } from '#shared/domain/power-cut/numbers.ts'
import { shown } from '#shared/domain/sealed.ts'
import { dutyQueries } from '../duty/queries.ts'
import type { QueryContext } from '../handler.ts'

/** Who holds which post and which numbers outside are on file; of those who are on, they alone. */
async function postsOf(context: QueryContext): Promise<SheetPosts> {
  const { memory } = context
  const posts = memory.postsAndContacts() ?? {}
  await memory.fetchValues(posts)
  const holders = Object.fromEntries(
    Object.entries(posts).map(([id, lines]) => [
      id,
      lines.map(({ person, phone }) => ({
        person: shown(person, memory.value),
        phone: shown(phone, memory.value),
      })),
    ]),
  )
  const now = await dutyQueries['duty/now']({}, context)
  return { ...holders, ...(now.ok && now.reply.posts ? heldNow(now.reply.posts) : {}) }
}

export async function sheetDocument(
  sheet: 'power-cut' | 'intake',
  context: QueryContext,
): Promise<ReportDocument> {
  const { site } = context.memory
  if (sheet === 'intake')
    return intakeDocument(site.name, localDate(context.now(), site.zone), site.zone)
  const board = await context.board()
  const drawn = drawPowerCut({ ...board, now: context.now() }, await postsOf(context))
  return powerCutDocument(drawn, site.zone)
}
