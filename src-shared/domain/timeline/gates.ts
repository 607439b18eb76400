/** The line of the record for what was passed over at a gate. */
import type { GatePassed } from '../incident/record/gate-events.ts'
import { STATE_NAMES } from '../incident/record/names.ts'
import { localized } from '../text.ts'
import { because, line, type Line, type Names } from './line.ts'

export function gateLine(
  { stepId, factKey, to, what, reason }: GatePassed,
  { marked }: Pick<Names, 'marked'>,
): Line {
  const [state, name] = [STATE_NAMES[to], marked(what, stepId)]
  const { zh, en } =
    stepId !== null
      ? localized('未完成', 'not done')
      : factKey !== null
        ? localized('未回答', 'not answered')
        : localized('先行启动未确认', 'not confirmed')
  return line(
    because(
      localized(
        `转为${state.zh}时${zh}：${name.zh}`,
        `${name.en}: ${en} when it became ${state.en.toLowerCase()}`,
      ),
      reason,
    ),
    stepId,
  )
}
