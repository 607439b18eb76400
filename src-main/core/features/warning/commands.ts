/** Handlers of warnings from outside. */
import type { WarningFields } from '#shared/domain/warning/warning.ts'
import type { Handler } from '../handler.ts'
import { decided } from './decided.ts'

const enter: Handler<'warning/enter'> = async (
  { until, told: people = [], ...fields },
  context,
) => {
  const entered = context.memory.documents.get('warnings', 'warnings')?.entered ?? 0
  return decided(
    ({ seal }) => ({
      type: 'EnterWarning',
      ...{ ...fields, until: until ?? null },
      told: people.map((who) => seal(who)),
    }),
    context,
    { warningId: `w${entered + 1}` },
  )
}

const adjust: Handler<'warning/adjust'> = async ({ warningId, reason, ...fields }, context) => {
  const changed = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<WarningFields>
  return decided(
    ({ sealOrNull }) => ({
      type: 'AdjustWarning',
      ...{ warningId, changed, reason: sealOrNull(reason) },
    }),
    context,
  )
}

const tell: Handler<'warning/told'> = async ({ warningId, who }, context) =>
  decided(({ seal }) => ({ type: 'TellWarning', warningId, who: seal(who) }), context)

const lift: Handler<'warning/lift'> = async ({ warningId, reason }, context) =>
  decided(
    ({ sealOrNull }) => ({ type: 'LiftWarning', warningId, reason: sealOrNull(reason) }),
    context,
  )

export const warningCommands = {
  'warning/enter': enter,
  'warning/adjust': adjust,
  'warning/told': tell,
  'warning/lift': lift,
}
