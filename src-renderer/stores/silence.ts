/** Says how long a station's engine may give no sign of life before it is lost. */
import { SECOND_MS } from '#shared/domain/units.ts'

export const LOST_AFTER_MS = 6 * SECOND_MS
