/** What public walls are told of an incident, by how much its type discloses. */
import { describe, expect, it } from 'vitest'
import { disclosed, disclosedLeft } from '#shared/domain/board/disclosed.ts'
import { publicIncident } from '#shared/domain/board/public.ts'
import { matterOf } from '#shared/domain/board/matter.ts'
import type { BoardIncident, BoardLeftIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import {
  alert,
  fact,
  incident,
  MINUTE,
  NOW,
  people,
  plan,
  step,
} from '../../renderer/board-parts.ts'

/** Stands wherever a place, a room or a person may stand. */
const CANARY = '金丝雀'
const words = localized(CANARY, CANARY)
const passedOver = { at: NOW, by: CANARY, reason: CANARY }

const full = (part: Partial<BoardIncident> = {}): BoardIncident =>
  publicIncident(
    incident({
      ...{ id: 'i', place: CANARY, area: CANARY, placeId: CANARY, channel: CANARY },
      kind: words, // of a plan that the site wrote
      typeName: localized('突发疾病', 'Illness'),
      casualties: people({ serious: 1, by: CANARY }),
      notices: [words],
      amended: { at: NOW, by: CANARY },
      plans: [plan({ title: words, short: words, confirmedBy: CANARY, declined: passedOver })],
      steps: [
        step({
          ...{ id: 's', lifeSafety: true, people: [CANARY], say: words, materials: [words] },
          ...{ acceptedBy: CANARY, doneBy: CANARY, automatic: words, passedOver },
          ...{ startedAt: NOW, dueAt: NOW + MINUTE },
          onBehalfOf: { person: CANARY, channel: CANARY, words: CANARY },
          calls: [{ who: words, number: CANARY } as never],
          list: { of: words, order: words },
        }),
      ],
      facts: [
        fact({ key: 'room', value: CANARY, answeredBy: CANARY, people: [CANARY] }),
        fact({ key: 'open', value: null, people: [CANARY], passedOver }),
      ],
      alerts: [
        alert({
          ...{ people: [CANARY], acknowledgedBy: CANARY },
          actor: { role: localized('班长', 'Head'), people: [CANARY] },
          told: [{ role: localized('班长', 'Head'), at: NOW, people: [CANARY], skipped: [] }],
          shelved: { until: NOW, by: CANARY, reason: CANARY },
        }),
      ],
      ...part,
    }),
  )

describe('an incident of which public walls show', () => {
  it('all stays as it is', () => {
    const whole = full()
    expect(disclosed(whole)).toBe(whole)
  })

  it('nothing is not there, nor is a discreet one', () => {
    expect(disclosed(full({ disclosure: 'never' }))).toBeNull()
    expect(disclosed(full({ discreet: true }))).toBeNull()
  })

  it('that there is one has its kind and its level, and no place, person, step or word', () => {
    const shown = disclosed(full({ disclosure: 'presence', level: 2 }))
    expect(shown).toMatchObject({
      ...{ id: 'i', disclosure: 'presence', place: '', level: 2, steps: [], alerts: [] },
      kind: { zh: '突发疾病' },
    })
    expect(JSON.stringify(shown)).not.toContain(CANARY)
    const untyped = disclosed(full({ disclosure: 'presence', typeName: null }))
    expect(untyped).toMatchObject({ kind: { zh: '突发事件' } })
  })

  it('the hall has what there is to do and until when, in that hall, and nobody', () => {
    const shown = disclosed(full({ disclosure: 'area', coarsePlace: '主楼' }))!
    expect(shown).toMatchObject({ disclosure: 'area', place: '主楼', notices: [] })
    expect(shown.plans).toMatchObject([{ planId: 'plan-1', title: { zh: '突发疾病' } }])
    expect(shown.facts.map(({ key }) => key)).toEqual(['open'])
    expect(shown.casualties).toMatchObject({ serious: 1, by: '' })
    expect(matterOf(shown, NOW)).toMatchObject({ stepId: 's' })
    expect(JSON.stringify(shown)).not.toContain(CANARY)
  })

  it('the hall, where none is known, has no place', () => {
    expect(disclosed(full({ disclosure: 'area' }))).toMatchObject({ place: '' })
  })
})

describe('what a damaged record left', () => {
  const left = (part: Partial<BoardLeftIncident>): BoardLeftIncident => ({
    ...{ incidentId: 'x', discreet: false, place: CANARY, type: null, kind: words },
    ...{ state: 'responding', level: null, drill: false, receivedAt: NOW, occurredAt: null },
    ...{ plans: [words], done: 0, open: [], missing: 0 },
    ...part,
  })

  it('goes by the same table', () => {
    expect(disclosedLeft(left({}))).toMatchObject({ place: CANARY })
    expect(disclosedLeft(left({ disclosure: 'never' }))).toBeNull()
    expect(disclosedLeft(left({ disclosure: 'area' }))).toMatchObject({ place: '', plans: [] })
    expect(JSON.stringify(disclosedLeft(left({ disclosure: 'presence' })))).not.toContain(CANARY)
  })
})
