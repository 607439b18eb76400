/**
 * The shift handover: troubles that go from shift to shift, two signatures in the order of the
 * record, and what a sheet keeps.
 */
import { describe, expect, test } from 'vitest'
import { decideHandover, type Signatory } from '#shared/domain/handover/decide.ts'
import {
  handoverStream,
  NO_HANDOVER,
  standingEvents,
  type HandoverEvent,
} from '#shared/domain/handover/stream.ts'
import { decideHandoverSheet } from '#shared/domain/handover-sheet/decide.ts'
import type { HandoverPage } from '#shared/domain/handover-sheet/page.ts'
import { handoverSheetStream } from '#shared/domain/handover-sheet/stream.ts'
import { AT, META, recorded, stateAfter } from '../../kit/decider.ts'

const seal = (name: string): { sealed: string } => ({ sealed: name })
const signs = (name: string): Signatory => ({ name, sealed: seal(name) })
const world = {
  open: ({ sealed }: { sealed: string }) => sealed,
  zone: 'Asia/Shanghai',
}
const noted = (noteId: string): HandoverEvent => ({
  ...{ type: 'HandoverNoteAdded', noteId, words: seal(`words of ${noteId}`) },
})
const settled = (noteId: string): HandoverEvent => ({
  ...{ type: 'HandoverNoteSettled', noteId, words: null },
})
const gave = (handoverId: string, name = '周敏'): HandoverEvent => ({
  ...{ type: 'HandoverGiven', handoverId, gives: seal(name) },
})
const took = (handoverId: string, name = '李强'): HandoverEvent => ({
  ...{ type: 'HandoverTaken', handoverId, takes: seal(name) },
})
const heard: HandoverEvent = { type: 'HandoverToneHeard' }
const after = (...events: readonly HandoverEvent[]) => stateAfter(handoverStream, ...events)

const giving = (state = NO_HANDOVER, name = '周敏', replaces: string | null = null) =>
  decideHandover(
    state,
    { type: 'GiveHandover', handoverId: 'new', gives: signs(name), replaces },
    world,
  )
const taking = (state = NO_HANDOVER, handoverId = 'h1', name = '李强') =>
  decideHandover(state, { type: 'TakeHandover', handoverId, takes: signs(name) }, world)

describe('a trouble', () => {
  test('goes on from shift to shift, with who and when, until it is settled', () => {
    const state = after(noted('n1'), noted('n2'), gave('h1'), took('h1'), settled('n1'))
    expect(state.notes).toEqual([
      { id: 'n2', words: seal('words of n2'), at: AT - 4 * 60_000, by: META.by },
    ])
    expect(
      decideHandover(
        state,
        { type: 'SettleTroubleNote', noteId: 'n2', words: seal('修好了') },
        world,
      ),
    ).toEqual(recorded({ type: 'HandoverNoteSettled', noteId: 'n2', words: seal('修好了') }))
  })

  test.each(['n1', 'never'])('%s, settled or never written, is refused', (noteId) => {
    const state = after(noted('n1'), settled('n1'))
    const command = { type: 'SettleTroubleNote', noteId, words: null } as const
    expect(decideHandover(state, command, world)).toMatchObject({ ok: false, code: 'unknown-note' })
  })
})

describe('who hands over', () => {
  test('signs, and the handover waits for who takes over', () => {
    expect(giving()).toEqual(
      recorded({ type: 'HandoverGiven', handoverId: 'new', gives: seal('周敏') }),
    )
    expect(after(gave('h1'))).toMatchObject({
      pending: { id: 'h1', gives: seal('周敏'), at: AT - 60_000, by: META.by },
      last: null,
    })
  })

  test('of two consoles at once the second is refused, with who signed and when', () => {
    const refusal = giving(after(gave('h1', '王芳')))
    expect(refusal).toMatchObject({ ok: false, code: 'handover-pending' })
    expect(refusal).toHaveProperty('message.zh', '王芳已在2026-11-24 13:59交班签字，等接班人签字')
  })

  test('signs again in place of a handover that nobody takes', () => {
    const decision = giving(after(gave('h1')), '赵磊', 'h1')
    expect(decision).toMatchObject({ ok: true })
    expect(after(gave('h1'), gave('h2', '赵磊'))).toMatchObject({
      pending: { id: 'h2', gives: seal('赵磊') },
      last: null,
    })
    expect(giving(after(gave('h1'), gave('h2')), '赵磊', 'h1')).toMatchObject({
      code: 'handover-pending',
    })
  })

  test('that was taken meanwhile is not replaced, and a later one is signed as ever', () => {
    const state = after(gave('h1'), took('h1'))
    expect(giving(state, '周敏', 'h1')).toMatchObject({ ok: false, code: 'handover-taken' })
    expect(giving(state)).toMatchObject({ ok: true })
  })
})

describe('who takes over', () => {
  test('signs what was handed over', () => {
    expect(taking(after(gave('h1')))).toEqual(
      recorded({ type: 'HandoverTaken', handoverId: 'h1', takes: seal('李强') }),
    )
    expect(after(gave('h1'), took('h1'))).toMatchObject({
      pending: null,
      last: { id: 'h1', gives: seal('周敏'), takes: seal('李强'), takenAt: AT - 60_000 },
    })
  })

  test.each([
    ['nobody has handed over', [], 'h1', 'unknown-handover'],
    ['it was taken over already', [gave('h1'), took('h1')], 'h1', 'handover-taken'],
    ['another console was faster', [gave('h1'), took('h1', '王芳')], 'h1', 'handover-taken'],
    ['it was signed anew meanwhile', [gave('h1'), gave('h2')], 'h1', 'not-as-seen'],
    [
      'of an earlier shift',
      [gave('h1'), took('h1'), gave('h2'), took('h2')],
      'h1',
      'unknown-handover',
    ],
  ] as const)('%s: refused', (_what, events, id, code) => {
    expect(taking(after(...events), id)).toMatchObject({ ok: false, code })
  })

  test.each(['周敏', '周 敏', '周\u3000敏'])(
    'is somebody else than who hands over: %s',
    (takes) => {
      expect(taking(after(gave('h1')), 'h1', takes)).toMatchObject({
        ok: false,
        code: 'same-person',
      })
    },
  )

  test('does not bear a name of the station', () => {
    expect(taking(after(gave('h1')), 'h1', 'Vigil')).toMatchObject({ code: 'name-reserved' })
    expect(giving(NO_HANDOVER, 'Vigil')).toMatchObject({ code: 'name-reserved' })
  })

  test('by a clock that was put back signs all the same: the order of the record counts', () => {
    const waiting = handoverStream.evolve(NO_HANDOVER, { ...gave('h1'), at: AT, by: '周敏' })
    const taken = handoverStream.evolve(waiting, { ...took('h1'), at: AT - 3_600_000, by: '李强' })
    expect(taken).toMatchObject({ pending: null, last: { at: AT, takenAt: AT - 3_600_000 } })
  })
})

test('the alarm is to be heard once in each shift, which begins when one hands over', () => {
  expect(decideHandover(NO_HANDOVER, { type: 'HearTone' }, world)).toEqual(recorded(heard))
  expect(after(heard, noted('n1'))).toMatchObject({ heard: { by: META.by } })
  expect(after(heard, gave('h1'))).toMatchObject({ heard: null })
  expect(after(gave('h1'), heard, took('h1'))).toMatchObject({ heard: { by: META.by } })
})

test('what an emergency record takes along are the events that the state stands on', () => {
  const written = [
    ...[noted('n1'), noted('n2'), heard, settled('n1'), gave('h1'), took('h1')],
    ...[heard, gave('h2'), took('h2'), gave('h3'), heard, heard],
  ].map(({ type, ...named }, index) => {
    const body: { noteId?: string; handoverId?: string } = named
    return { type, at: AT + index, by: META.by, body }
  })
  const state = handoverStream.replay('', written)
  const needed = standingEvents(written, state)
  expect(
    needed.map(({ type, body: { noteId, handoverId } }) => [type, noteId ?? handoverId]),
  ).toEqual([
    ['HandoverNoteAdded', 'n2'],
    ['HandoverGiven', 'h2'],
    ['HandoverTaken', 'h2'],
    ['HandoverGiven', 'h3'],
    ['HandoverToneHeard', undefined],
  ])
  expect(handoverStream.replay('', needed)).toEqual(state)
})

describe('a sheet', () => {
  const page = { at: AT, position: 7 } as HandoverPage
  const sign = (as: 'gives' | 'takes') =>
    ({ type: 'HandoverSigned', as, person: seal(as), page }) as const

  test('keeps each signature with what was shown to it, and nothing is written over', () => {
    expect(
      decideHandoverSheet(null, { type: 'SignSheet', as: 'gives', person: seal('gives'), page }),
    ).toEqual(recorded(sign('gives')))
    const sheet = stateAfter(handoverSheetStream, sign('gives'), sign('takes'))
    expect(sheet).toEqual({
      gives: { person: seal('gives'), at: AT - 2 * 60_000, by: META.by },
      takes: { person: seal('takes'), at: AT - 60_000, by: META.by },
    })
    expect(
      decideHandoverSheet(sheet, { type: 'SignSheet', as: 'takes', person: seal('x'), page }),
    ).toEqual(recorded())
  })
})
