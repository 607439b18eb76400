/** Names after how many days in the archive personal values may be purged, and why. */
import { localized } from '../text.ts'

/**
 * Lowest and highest that a site may set. Casualties may change, and evidence is kept, for 30 days
 * (493号令 art. 13, S09-49): nothing goes before.
 */
export const RETENTION_RANGE: readonly [number, number] = [30, 3650]
/** So many kinds of incident may have days of their own. */
export const MOST_EXCEPTIONS = 50

/** Why nothing is purged by itself until a site says after how many days. */
export const RETENTION_SOURCE = localized(
  '《突发事件应对法》第八十五条要求用后销毁，没有写天数；第九十四条要求归档保存。多少天由本单位评估后定，没有设就不清除。',
  'Art. 84–85 of the Emergency Response Law want personal values destroyed after use and name no number of days; art. 94 wants the record archived. The site sets the days after an assessment; until then nothing is purged.',
)
