/** Words what figures say of a time for which an emergency record stood in. */
import type { EmergencySpan } from '../station/adoptions.ts'
import { localized, type LocalizedText } from '../text.ts'
import { minuteText } from './instant.ts'

export function emergencyText({ since, until }: EmergencySpan, zone: string): LocalizedText {
  const [from, to] = [minuteText(since, zone), minuteText(until, zone)]
  return localized(
    `${from}至${to}原记录损坏，用的是应急记录，其中的事件已并入；损坏前最后的内容可能不全。`,
    `From ${from} to ${to} the record was damaged and an emergency record was used; its incidents are included. The last entries before the damage may be missing.`,
  )
}
