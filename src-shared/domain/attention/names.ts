/** What the times of attention are called on screens and in refusals. */
import { localized, type LocalizedText } from '../text.ts'
import type { AttentionTime } from './times.ts'

export const ATTENTION_NAMES: Readonly<Record<AttentionTime, LocalizedText>> = {
  lifeSafety: localized('保命步骤没人办', 'Life-safety step not in hand'),
  question: localized('关键问题没人答', 'Deciding question unanswered'),
  takenLifeSafety: localized(
    '保命步骤有人办但没有回音',
    'Life-safety step in hand, no update since',
  ),
  atOnce: localized('“立即”步骤没人办', '“At once” step not in hand'),
  prompt: localized('“尽快”步骤没人办', '“As soon as possible” step not in hand'),
  untouched: localized('事件没有动静', 'Incident with no action'),
  unattended: localized('接报没人处理', 'Report not taken up'),
}
