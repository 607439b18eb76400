/** The refusals of a machine whose record another one has taken over, and of one without a door. */
import type { Claim } from '#shared/contract/follow.ts'
import { localDate, localTime } from '#shared/domain/calendar.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'

const timeOf = ({ at }: Claim, zone: string): string =>
  `${localDate(at, zone)} ${localTime(at, zone)}`

export const takenOver = (claim: Claim, zone: string): Refusal =>
  refuse(
    'taken-over',
    localized(
      `“${claim.by}”自${timeOf(claim, zone)}起已接管，这台机器不再记录。请到那台机器上操作`,
      `“${claim.by}” has taken over since ${timeOf(claim, zone)}; this machine records nothing any more. Work at that machine`,
    ),
    [claim.by, String(claim.at), String(claim.position)],
  )

export const takenOverWords = (claim: Claim, zone: string): FaultWords => ({
  ...{ priority: 1, tone: 'fault' },
  cause: localized(
    `“${claim.by}”自${timeOf(claim, zone)}起已接管，这台机器不再记录（接管时有到第${claim.position}条）`,
    `“${claim.by}” has taken over since ${timeOf(claim, zone)}; this machine records nothing any more (it had come to entry ${claim.position})`,
  ),
  action: localized(
    '到那台机器上值守；这台要再用，请重新作为备机接入',
    'Work at that machine; to use this one again, set it up as the spare',
  ),
})

export const noDoor = (): Refusal =>
  refuse('spare-not-offered', localized('此值守站不能接备机', 'This station cannot have a spare'))
export const doorStuck = (): Refusal =>
  refuse(
    'spare-door-stuck',
    localized(
      '备机端口打不开，可能被占用或被防火墙禁止；原因在日志里',
      'The door for the spare cannot be opened: its port may be taken or forbidden; the log says why',
    ),
  )
