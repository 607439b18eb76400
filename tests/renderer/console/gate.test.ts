/** Tests how the answers at a gate are put together, and that none can be left out. */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import {
  choicesOf,
  seenOf,
  sendingOf,
  type Decision,
} from '#renderer/console/pages/now/incident/gate.ts'
import { fact, incident, step } from '../board-parts.ts'

const item = (part: { stepId?: string; factKey?: string }) => ({
  stepId: null,
  factKey: null,
  planId: 'plan-1',
  what: localized('一项', 'one'),
  taken: null,
  passedOver: null,
  settled: false,
  ...part,
})
const call = item({ stepId: 'call' })
const people = item({ stepId: 'people' })
const safe = item({ factKey: 'safe' })
const start = item({})
const fire = incident({ id: 'fire', facts: [fact({ key: 'safe' })] })
const none = { by: '', reason: '' }
const choose = (kind: 'already-done' | 'not-applicable' | 'accepted' | 'confirmed' | 'reason') =>
  ({ choice: { kind }, who: '' }) satisfies Decision

describe('the choices at a gate', () => {
  it('are on the same digits for every step, and closing offers nothing that is under way', () => {
    const kinds = (to: 'contained' | 'closed') => choicesOf(call, to, fire).map(({ kind }) => kind)
    expect(kinds('contained')).toEqual(['already-done', 'not-applicable', 'accepted', 'reason'])
    expect(kinds('closed')).toEqual(['already-done', 'not-applicable', 'reason'])
  })

  it('of a question are its answers, then a reason', () => {
    expect(choicesOf(safe, 'contained', fire).map(({ kind }) => kind)).toEqual([
      'answer',
      'answer',
      'reason',
    ])
  })
})

describe('what is sent', () => {
  it('is nothing as long as one thing is not answered, named or explained', () => {
    const items = [call, people]
    const send = (decisions: Record<string, Decision>, words = none) =>
      sendingOf(items, decisions, words, fire)
    const done = choose('already-done')
    expect(send({ call: done })).toBeNull()
    expect(send({ call: done, people: choose('accepted') })).toBeNull()
    expect(send({ call: done, people: choose('reason') })).toBeNull()
    expect(
      send({ call: done, people: choose('reason') }, { by: '', reason: '消防已接手' }),
    ).toEqual({
      steps: [
        {
          incidentId: 'fire',
          stepId: 'call',
          seen: null,
          outcome: 'already-done',
          onBehalfOf: null,
        },
      ],
      answers: [],
      confirmed: [],
      reasons: { people: '消防已接手' },
    })
  })

  it('names who finished it only if somebody was named, and who has it in hand', () => {
    const { steps } = sendingOf(
      [call, people],
      { call: choose('already-done'), people: { ...choose('accepted'), who: '李强' } },
      { by: '消防救援站', reason: '' },
      fire,
    )!
    // no channel and no words: nobody has told how that was heard
    expect(steps.map(({ outcome, onBehalfOf }) => [outcome, onBehalfOf])).toEqual([
      ['already-done', { person: '消防救援站' }],
      ['accepted', { person: '李强' }],
    ])
  })

  it('of a step of which not all who are named have heard is nothing without a reason', () => {
    const person = { post: null, heardBy: null }
    const named = [{ ...person, id: '1', person: '雀大甲', heardAt: null }]
    const silent = incident({ id: 'fire', steps: [step({ id: 'call', named })] })
    const send = (reason: string) =>
      sendingOf([call], { call: choose('already-done') }, { by: '', reason }, silent)
    expect(send('')).toBeNull()
    expect(send('已当面告知')?.steps).toMatchObject([
      { outcome: 'already-done', reason: '已当面告知' },
    ])
  })

  it('says how each stood when it was decided', () => {
    const open = incident({ id: 'fire', facts: fire.facts, steps: [step({ id: 'call' })] })
    const seen = seenOf(call, open)
    expect(seen).toEqual({ state: 'open', times: 0 })
    expect(seenOf(safe, open)).toEqual({ value: null })
    expect(seenOf(start, open)).toBeNull()
    const sent = sendingOf([call], { call: { ...choose('already-done'), seen } }, none, open)
    expect(sent?.steps).toMatchObject([{ stepId: 'call', seen }])
  })

  it('answers questions and confirms starts by their own requests', () => {
    const yes = { kind: 'answer' as const, value: 'yes', label: localized('是', 'Yes') }
    expect(
      sendingOf(
        [safe, start],
        { safe: { choice: yes, who: '' }, 'plan-1': choose('confirmed') },
        none,
        fire,
      ),
    ).toEqual({
      steps: [],
      answers: [{ incidentId: 'fire', fact: 'safe', seen: null, value: 'yes', planId: null }],
      confirmed: ['plan-1'],
      reasons: {},
    })
  })
})
