/** The streams of the risks of the site, one for each: assessed whole, and again; withdrawn. */
import { unreachable, type Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isRisk, type Risk, type RiskFields } from './risk.ts'

/** The whole of it from now on; one that was withdrawn is one again. */
export type RiskAssessed = { type: 'RiskAssessed' } & RiskFields
export type RiskWithdrawn = { type: 'RiskWithdrawn'; reason: Sealed }
export type RiskEvent = RiskAssessed | RiskWithdrawn

/** Null before it was assessed; `id`: of the stream. */
export type RiskState = { id: string; risk: Risk | null }

/** What is put right on one day is no assessment of its own. */
function earlierOf(risk: Risk | null, assessedOn: string): Risk['earlier'] {
  if (!risk) return []
  const before = { grade: risk.grade, assessedOn: risk.assessedOn }
  return risk.assessedOn === assessedOn ? risk.earlier : [...risk.earlier, before]
}

function evolved({ id, risk }: RiskState, event: Recorded<RiskEvent>): Risk | null {
  const { at, by } = event
  const version = (risk?.version ?? 0) + 1
  switch (event.type) {
    case 'RiskAssessed': {
      const fields = bodyOf(event) as RiskFields
      const earlier = earlierOf(risk, fields.assessedOn)
      return { ...fields, id, version, at, by, earlier, withdrawn: null }
    }
    case 'RiskWithdrawn':
      return risk && { ...risk, version, withdrawn: { at, by, reason: event.reason } }
    default:
      return unreachable(event)
  }
}

export const riskStream = defineStream<RiskState, RiskEvent, { risk: Risk }>({
  name: 'risk.',
  initial: (id) => ({ id, risk: null }),
  evolve: (state, event) => ({ id: state.id, risk: evolved(state, event) }),
  documents: {
    risk: {
      of: ({ risk }) => risk,
      name: localized('风险', 'the risks'),
      hasForm: (body, id) => isRisk(body) && (body as Risk).id === id,
    },
  },
  version: ({ risk }) => risk?.version ?? 0,
})
