/** The seven stages in English on an upright wall, where a column is hardly wider than a word. */
import type { Stage } from '#shared/domain/plan/plan.ts'

/** All of them stand side by side in the middle column, none of them cut; see `--stages`. */
export const UPRIGHT_HEADS: Readonly<Record<Stage, string>> = {
  report: 'Report',
  verify: 'Verify',
  respond: 'Resp.',
  'on-site': 'Site',
  inform: 'Tell',
  recover: 'After',
  review: 'Learn',
}
