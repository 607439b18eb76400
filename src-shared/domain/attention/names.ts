/** What the times of attention are called on screens and in refusals. */
import { localized, type LocalizedText } from '../text.ts'
import type { AttentionTime } from './times.ts'

export const ATTENTION_NAMES: Readonly<Record<AttentionTime, LocalizedText>> = {
  lifeSafety: localized('保命步骤没人办', 'Life-safety step nobody has taken'),
  question: localized('关键问题没人答', 'Deciding question nobody has answered'),
  takenLifeSafety: localized(
    '保命步骤有人办但没有回音',
    'Life-safety step taken, nothing heard since',
  ),
  atOnce: localized('“立即”步骤没人办', 'Step to be done at once nobody has taken'),
  prompt: localized('“尽快”步骤没人办', 'Step to be done soon nobody has taken'),
  untouched: localized('事件没有动静', 'Incident nobody has acted on'),
  unattended: localized('接报没人处理', 'Report nobody has taken up'),
}
