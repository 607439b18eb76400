/** Says why command, watch or transfer are refused. */
import { refuse, type Refusal } from '../../decision.ts'
import { localized } from '../../text.ts'
import { STATE_NAMES } from './names.ts'
import type { IncidentState } from './state.ts'

export const noWatchNow = (state: IncidentState): Refusal =>
  refuse(
    'bad-move',
    localized(
      `事件${STATE_NAMES[state].zh}，已控制以后才设观察期`,
      `The incident is ${STATE_NAMES[state].en.toLowerCase()}: a watch is kept once it is contained`,
    ),
  )
export const transferOutOfTime = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '移送时间不能早于接报，也不能晚于现在',
      'It cannot have been passed on before the report or in the future',
    ),
  )
