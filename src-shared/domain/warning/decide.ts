/** Decides on warnings from outside: entered, adjusted, told, taken as a pre-alert, lifted. */
import { isSame } from '../canonical.ts'
import { accept, refuse, type Decision, type Meta, type Refusal } from '../decision.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { NO_WARNINGS, type WarningEvent, type WarningTold } from './stream.ts'
import {
  fieldsOf,
  isOver,
  type KnownWarning,
  type WarningFields,
  type Warnings,
} from './warning.ts'

/** `told`: who was told at once. */
export type EnterWarning = { type: 'EnterWarning'; told: readonly Sealed[] } & WarningFields
export type WarningCommand =
  | EnterWarning
  | {
      type: 'AdjustWarning'
      warningId: string
      changed: Partial<WarningFields>
      reason: Guarded | null
    }
  | { type: 'TellWarning'; warningId: string; who: Sealed }
  | { type: 'TakeWarning'; warningId: string; incidentId: string }
  | { type: 'LiftWarning'; warningId: string; reason: Guarded | null }

const unknownWarning = (): Refusal =>
  refuse('unknown-warning', localized('没有这条预警', 'There is no such warning'))
const warningOver = (): Refusal =>
  refuse('warning-over', localized('这条预警已经结束', 'This warning is over'))
const endsTooSoon = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '结束时间要晚于开始时间，也要晚于现在',
      '`until` must lie after `startsAt` and ahead of now',
    ),
  )
const notIssuedYet = (): Refusal =>
  refuse('bad-input', localized('发布时间不能晚于现在', '`publishedAt` must not lie ahead of now'))
const sameWarning = (): Refusal =>
  refuse('no-change', localized('内容没有变', 'It says this already'))
const alreadyTaken = (): Refusal =>
  refuse('no-change', localized('这起事件已经接了这条预警', 'The incident has it already'))

const telling = (warningId: string, who: Sealed): WarningTold => ({
  type: 'WarningTold',
  warningId,
  who,
})

function timesOf({ startsAt, until, publishedAt }: WarningFields, at: number): Refusal | null {
  if (publishedAt > at) return notIssuedYet()
  return until !== null && (until <= startsAt || until <= at) ? endsTooSoon() : null
}

function enter({ entered }: Warnings, command: EnterWarning, { at }: Meta): Decision<WarningEvent> {
  const fields = fieldsOf(command)
  const warningId = `w${entered + 1}`
  return (
    timesOf(fields, at) ??
    accept<WarningEvent>(
      { type: 'WarningEntered', warningId, ...fields },
      ...command.told.map((who) => telling(warningId, who)),
    )
  )
}

/** As it stands, with what is changed; null where nothing is. */
function adjustedFields(
  known: KnownWarning,
  changed: Partial<WarningFields>,
): WarningFields | null {
  const before = fieldsOf(known)
  const after = { ...before, ...changed }
  return isSame(before, after) ? null : after
}

/**
 * Refused: a warning that nobody entered (`unknown-warning`), one that was lifted or whose time has
 * passed (`warning-over`; adjusted with a later end it goes on), an end that is no end and an issue
 * ahead of now (`bad-input`), what it says already (`no-change`).
 */
export function decideWarnings(
  before: Warnings | null,
  command: WarningCommand,
  meta: Meta,
): Decision<WarningEvent> {
  const warnings = before ?? NO_WARNINGS
  if (command.type === 'EnterWarning') return enter(warnings, command, meta)
  const { warningId } = command
  const known = warnings.known.find(({ id }) => id === warningId)
  if (!known) return unknownWarning()
  if (known.lifted) return warningOver()
  if (command.type === 'AdjustWarning') {
    const fields = adjustedFields(known, command.changed)
    if (!fields) return sameWarning()
    const { reason } = command
    const wrong = timesOf(fields, meta.at)
    if (wrong) return isOver(known, meta.at) && fields.until === known.until ? warningOver() : wrong
    return accept({ type: 'WarningAdjusted', warningId, ...fields, reason })
  }
  if (isOver(known, meta.at)) return warningOver()
  switch (command.type) {
    case 'TellWarning':
      return accept(telling(warningId, command.who))
    case 'TakeWarning': {
      const { incidentId } = command
      return known.incidentIds.includes(incidentId)
        ? alreadyTaken()
        : accept({ type: 'WarningTaken', warningId, incidentId })
    }
    case 'LiftWarning':
      return accept({ type: 'WarningLifted', warningId, reason: command.reason })
  }
}
