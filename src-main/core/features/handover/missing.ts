/** What the site still lacks, as the calm page of the console says it. */
import type { MissingPart, PageMissing } from '#shared/domain/handover-sheet/page.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
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

export async function readMissing(context: QueryContext): Promise<readonly PageMissing[]> {
  const { screens, backups, locks } = context
  return [
    ...(await missingInSite(context)),
    ...(screens.signs().length === 0 ? [missing('wall')] : []),
    ...(backups && !backups.status().place?.folder ? [missing('backup')] : []),
    ...(locks?.isCodeSet() === false ? [missing('code')] : []),
  ]
}
