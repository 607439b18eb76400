/** What walls are shown of an incident: all that has to be done, and nobody's words or name. */
import { describe, expect, it } from 'vitest'
import { publicBoard, publicIncident, disclosedBoard } from '#shared/domain/board/public.ts'
import type {
  BoardEmergency,
  BoardIncident,
  BoardLeftIncident,
  BoardListItem,
} from '#shared/domain/board/types.ts'
import { faultId, NOT_TAKEN_OVER } from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'
import { alert, board, fact, fault, incident, NOW, plan, step } from '../../renderer/board-parts.ts'

const WORDS = '王芳说的话'
const end = { at: NOW, by: '周敏', reason: WORDS }
const item: BoardListItem = {
  ...{ id: 'x', name: WORDS, size: 3, helper: WORDS, outcome: 'reached', for: WORDS },
  ...{ reason: WORDS, markedAt: NOW, markedBy: '周敏' },
}
const listed = { done: 1, total: 1, unmarked: 0, items: [item] }
const list = (kind: 'places' | 'persons') => ({
  ...{ of: localized('户', 'homes'), order: localized('先大', 'largest'), kind },
})
const full = (): BoardIncident =>
  incident({
    narrative: WORDS,
    reporter: WORDS,
    commander: WORDS,
    reason: WORDS,
    plans: [plan({ declined: end, stopped: end }), plan({ planId: 'plan-2' })],
    steps: [
      step({
        ...{ reason: WORDS, explained: WORDS, words: WORDS, passedOver: end },
        onBehalfOf: { person: WORDS, channel: WORDS, words: WORDS },
        list: list('persons'),
        listed,
      }),
      step({ onBehalfOf: null, listed: null }),
    ],
    facts: [fact({ passedOver: end }), fact()],
    alerts: [alert({ shelved: { until: NOW, by: '周敏', reason: WORDS } }), alert()],
    calls: [
      {
        ...{ stepId: null, role: null, who: WORDS, number: '13800000001', words: WORDS },
        ...{ outcome: 'answered', at: NOW, by: '周敏' },
      },
    ],
    evidence: [
      {
        ...{ id: 'e', what: WORDS, kind: 'video', place: WORDS, keeper: WORDS, recordedAt: NOW },
        ...{ recordedBy: '周敏', stepId: null, keepDays: 1, keepUntil: null, mayGoAt: null },
      },
    ],
    headquarters: [
      {
        person: WORDS,
        personId: 'p',
        postId: 'head',
        post: localized('班长', 'Head'),
        duty: WORDS,
      },
    ],
    imported: {
      ...{ importId: 'm', fileName: 'x.xlsx', row: 2, at: NOW, by: '周敏', moments: {} },
      withdrawn: end,
    },
  })

describe('an incident on a wall', () => {
  const shown = publicIncident(full())

  it('has nobody’s words in it', () => {
    expect(JSON.stringify(full())).toContain(WORDS)
    expect(JSON.stringify(shown)).not.toMatch(/王芳|13800000001/)
  })

  it('says what was declined, passed over, put off or done for somebody, without why and whom', () => {
    expect(shown.plans.map(({ declined, stopped }) => [declined, stopped])).toEqual([
      [
        { ...end, reason: null },
        { ...end, reason: null },
      ],
      [null, null],
    ])
    expect(shown.steps.map(({ passedOver, onBehalfOf }) => [passedOver, onBehalfOf])).toEqual([
      [
        { ...end, reason: null },
        { person: null, channel: null, words: null },
      ],
      [null, null],
    ])
    expect(shown.facts.map(({ passedOver }) => passedOver)).toEqual([
      { ...end, reason: null },
      null,
    ])
    expect(shown.alerts.map(({ shelved }) => shelved)).toEqual([
      { until: NOW, by: '周敏', reason: null },
      null,
    ])
    expect(shown.headquarters).toMatchObject([{ personId: 'p', person: null, duty: null }])
    expect(shown.imported).toMatchObject({ row: 2, withdrawn: { by: '周敏', reason: '' } })
    expect([shown.evidence, shown.gates]).toEqual([[], []])
  })

  it('counts persons of a list and names places, without who helps or why not', () => {
    const items = (kind: 'places' | 'persons') =>
      publicIncident(incident({ steps: [step({ list: list(kind), listed })] })).steps[0]?.listed
    expect(items('persons')).toEqual({ ...listed, items: [] })
    expect(items('places')).toEqual({
      ...listed,
      items: [{ ...item, helper: null, for: null, reason: null }],
    })
  })

  it('has no headquarters and no import where there is none', () => {
    const plain = publicIncident(incident())
    expect(['headquarters' in plain, 'imported' in plain]).toEqual([false, false])
    const counted = publicIncident(
      incident({
        imported: {
          ...{ importId: 'm', fileName: 'x.xlsx', row: 2, at: NOW, by: '周敏', moments: {} },
        },
      }),
    )
    expect(counted.imported).not.toHaveProperty('withdrawn')
  })
})

describe('the board', () => {
  const left = (incidentId: string, discreet: boolean): BoardLeftIncident => ({
    ...{ incidentId, discreet, place: '大厅', type: null, kind: localized('火情', 'Fire') },
    ...{ state: 'responding', level: null, drill: false, receivedAt: NOW, occurredAt: null },
    ...{ plans: [], done: 0, open: [], missing: 0 },
  })
  const emergency: BoardEmergency = {
    ...{ since: NOW, head: null, why: localized('记录损坏', 'The record is damaged') },
    contact: { role: localized('班长', 'Head'), people: ['何建国'], phones: ['13800000001'] },
    incidents: [left('a', true), left('b', false)],
  }

  it('of every wall has no numbers to call', () => {
    expect(publicBoard(board({ emergency })).emergency?.contact).toMatchObject({ phones: [] })
    expect(publicBoard(board()).emergency).toBeNull()
    expect(
      publicBoard(board({ emergency: { ...emergency, contact: null } })).emergency?.contact,
    ).toBeNull()
  })

  it('of a public wall has nothing of what is discreet', () => {
    const about = fault({ id: faultId(NOT_TAKEN_OVER, 1) })
    const other = fault({ id: faultId('disk', 1) })
    const next = disclosedBoard(
      board({
        emergency,
        alerts: [about, other],
        incidents: [incident({ id: 'a', discreet: true }), incident({ id: 'b' })],
      }),
      { month: { ...board().month, incidents: 1 }, head: null },
    )
    expect(next).toMatchObject({ public: true, month: { incidents: 1 }, head: null })
    expect(next.incidents.map(({ id }) => id)).toEqual(['b'])
    expect(next.emergency?.incidents.map(({ incidentId }) => incidentId)).toEqual(['b'])
    expect(next.alerts).toEqual([other])
    expect(disclosedBoard(board(), { month: board().month, head: null }).emergency).toBeNull()
  })
})
