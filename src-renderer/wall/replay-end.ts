/** Decides when a replay on a wall gives way to what is really going on. */
import type { Board } from '#shared/domain/board/types.ts'
import { onWall } from './on-wall.ts'

/**
 * A real alarm that nobody has acknowledged, a real incident that was not there when it began
 * (`begun`: ids), a record that cannot be saved, or no contact: each ends it for good. A drill does
 * not: a replay may be part of one.
 */
export const endsReplay = (
  { incidents, storageFailed }: Pick<Board, 'incidents' | 'storageFailed'>,
  live: boolean,
  begun: ReadonlySet<string>,
): boolean =>
  !live ||
  storageFailed ||
  onWall(incidents).some(
    ({ id, drill, alerts }) =>
      !drill && (!begun.has(id) || alerts.some(({ acknowledgedAt }) => acknowledgedAt === null)),
  )
