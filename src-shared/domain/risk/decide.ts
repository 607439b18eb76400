/** Decides on a risk of the site: assessed, assessed again, withdrawn. */
import { accept, refuse, unreachable, type Decision, type Refusal } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import type { Risk, RiskFields } from './risk.ts'
import type { RiskEvent } from './stream.ts'

/** The whole of it. */
export type AssessRisk = { type: 'AssessRisk'; fields: RiskFields }
export type WithdrawRisk = { type: 'WithdrawRisk'; reason: Sealed }
export type RiskCommand = AssessRisk | WithdrawRisk

export const unknownRisk = (): Refusal =>
  refuse('unknown-risk', localized('没有登记这项风险', 'There is no such risk'))
export const assessedAhead = (): Refusal =>
  refuse(
    'bad-input',
    localized('评估日期不能晚于今天', '`assessedOn` must not lie ahead of today'),
    ['assessedOn'],
  )
export const assessedBefore = (): Refusal =>
  refuse(
    'bad-input',
    localized('评估日期不能早于上次评估', '`assessedOn` must not lie before the last assessment'),
    ['assessedOn'],
  )
const withdrawnAlready = (): Refusal =>
  refuse('no-change', localized('这项风险已撤销', 'This risk was withdrawn already'))

/**
 * Refused: one that nobody entered (`unknown-risk`); a day ahead of today, or before the last
 * assessment (`bad-input`); withdrawn twice (`no-change`). `today`: local date of the site.
 */
export function decideRisk(
  risk: Risk | null,
  command: RiskCommand,
  { today }: { today: string },
): Decision<RiskEvent> {
  switch (command.type) {
    case 'AssessRisk': {
      const { assessedOn } = command.fields
      if (assessedOn > today) return assessedAhead()
      if (risk && assessedOn < risk.assessedOn) return assessedBefore()
      return accept({ type: 'RiskAssessed', ...command.fields })
    }
    case 'WithdrawRisk':
      if (!risk) return unknownRisk()
      if (risk.withdrawn) return withdrawnAlready()
      return accept({ type: 'RiskWithdrawn', reason: command.reason })
    default:
      return unreachable(command)
  }
}
