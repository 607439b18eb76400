/** The line of the record for what was passed over at a gate. */
import type { GatePassed } from '../incident/record/gate-events.ts'
import { STATE_NAMES } from '../incident/record/names.ts'
import { localized } from '../text.ts'
import { because, line, type Line } from './line.ts'

export function gateLine({ stepId, factKey, to, what, reason }: GatePassed): Line {
  const state = STATE_NAMES[to]
  const { zh, en } =
    stepId !== null
      ? localized('未完成', 'not done')
      : factKey !== null
        ? localized('未回答', 'not answered')
        : localized('先行启动未确认', 'not confirmed')
  return line(
    because(
      localized(
        `转为${state.zh}时${zh}：${what.zh}`,
        `${what.en}: ${en} when it became ${state.en.toLowerCase()}`,
      ),
      reason,
    ),
    stepId,
  )
}
