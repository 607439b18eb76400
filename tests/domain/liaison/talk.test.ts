/** Talks with authorities and partners (S02-22): recorded, put right, withdrawn. */
import { expect, it, test } from 'vitest'
import { decideTalk, type TalkCommand } from '#shared/domain/liaison/decide.ts'
import { liaisonStream, type TalkEvent } from '#shared/domain/liaison/stream.ts'
import { standingTalks, type Talk, type TalkFields } from '#shared/domain/liaison/talk.ts'
import { stateAfter } from '../../kit/decider.ts'

const seal = (word: string) => ({ sealed: word.repeat(2) })
const fields = (part: Partial<TalkFields> = {}): TalkFields => ({
  ...{ on: '2026-11-20', kind: 'visit', contactId: null, whom: seal('消防队') },
  ...{ person: seal('李工'), words: seal('熟悉水源'), agreed: null },
  ...part,
})
const recorded = (part: Partial<TalkFields> = {}): TalkEvent => ({
  type: 'TalkRecorded',
  ...fields(part),
})
const withdrawn: TalkEvent = { type: 'TalkWithdrawn', reason: seal('记错') }
const talkAfter = (...events: readonly TalkEvent[]): Talk | null =>
  stateAfter(liaisonStream, ...events).talk
const record = (part: Partial<TalkFields> = {}): TalkCommand => ({
  type: 'RecordTalk',
  fields: fields(part),
})
const withdraw: TalkCommand = { type: 'WithdrawTalk', reason: seal('记错') }

test.each<[string, readonly TalkEvent[], TalkCommand, string]>([
  ['of today', [], record({ on: '2026-11-24' }), 'taken'],
  ['of tomorrow', [], record({ on: '2026-11-25' }), 'bad-input'],
  ['put right', [recorded()], record({ kind: 'meeting' }), 'taken'],
  ['withdrawn that nobody recorded', [], withdraw, 'unknown-talk'],
  ['withdrawn twice', [recorded(), withdrawn], withdraw, 'no-change'],
])('a talk %s', (_what, events, command, code) => {
  const decision = decideTalk(talkAfter(...events), command, { today: '2026-11-24' })
  expect(decision.ok ? 'taken' : decision.code).toBe(code)
})

it('those that stand are listed with the last one first', () => {
  const talks = [
    { ...talkAfter(recorded())!, id: 'old' },
    { ...talkAfter(recorded({ on: '2026-11-23' }))!, id: 'new' },
    { ...talkAfter(recorded({ on: '2026-11-24' }), withdrawn)!, id: 'gone' },
  ]
  expect(standingTalks(talks).map(({ id }) => id)).toEqual(['new', 'old'])
})
