/** What may be recorded of the upkeep of a plan document, and the revision record it makes. */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { decideUpkeep, type UpkeepCommand } from '#shared/domain/upkeep/decide.ts'
import { revisionRecord } from '#shared/domain/upkeep/revision-record.ts'
import { pastedUpkeep } from '#shared/domain/upkeep/pasted-rows.ts'
import { commandsOfRow } from '#shared/domain/upkeep/rows.ts'
import type { SupplementText } from '#shared/domain/upkeep/supplement.ts'
import { subjectKey, subjectOf, type PlanUpkeep } from '#shared/domain/upkeep/upkeep.ts'
import { recorded } from '../../kit/decider.ts'
import { demanded, evaluated, filed, issued, known, seal, upkeepAfter } from './sample.ts'

const TODAY = '2026-11-24'
const world = { today: TODAY, open: ({ sealed }: { sealed: string }) => sealed }
const codeOf = (upkeep: PlanUpkeep | null, command: UpkeepCommand): string => {
  const decision = decideUpkeep(upkeep, command, world)
  return decision.ok ? 'taken' : decision.code
}
const file = (day: string): UpkeepCommand => ({ ...filed({ day }), type: 'FilePlan' })
const EMPTY: SupplementText = {
  rules: { supervision: '', effect: '', interpretation: '', cycle: '' },
  annexes: [],
}

describe('recording', () => {
  it('given nothing, when it is issued, then it is; not of a day that has not come', () => {
    expect(decideUpkeep(null, { ...issued(), type: 'IssuePlan' }, world)).toEqual(
      recorded(issued()),
    )
    expect(codeOf(null, { ...issued({ day: '2026-11-25' }), type: 'IssuePlan' })).toBe('bad-input')
    // it may be issued now and hold from later on
    const later = issued({ day: TODAY, effective: '2027-01-01' })
    expect(codeOf(null, { ...later, type: 'IssuePlan' })).toBe('taken')
  })

  it('is filed and made known after its issue only', () => {
    expect(codeOf(null, file(TODAY))).toBe('not-issued')
    const upkeep = upkeepAfter(issued({ day: '2026-11-02' }))
    expect(codeOf(upkeep, file('2026-11-01'))).toBe('bad-input')
    expect(codeOf(upkeep, file('2026-11-02'))).toBe('taken')
    const tell = { ...known({ to: 'staff', day: '2026-11-01' }), type: 'MakeKnown' as const }
    expect(codeOf(upkeep, tell)).toBe('bad-input')
  })

  it('only what is in force on its day is revised, abolished, filed or made known', () => {
    const issue = (kind: 'made' | 'revised' | 'abolished', day: string): UpkeepCommand => ({
      ...issued({ id: 'i9', kind, day }),
      type: 'IssuePlan',
    })
    const messageOf = (upkeep: PlanUpkeep | null, command: UpkeepCommand): string => {
      const decision = decideUpkeep(upkeep, command, world)
      return decision.ok ? 'taken' : decision.message.zh
    }
    expect(codeOf(null, issue('revised', TODAY))).toBe('not-issued')
    const first = upkeepAfter(issued({ day: '2026-01-05' }))
    expect(messageOf(first, issue('made', TODAY))).toContain('这一次登记为“修订”')
    expect(codeOf(first, issue('made', '2025-12-31'))).toBe('taken') // an older one, told later
    const early = { ...issued({ day: TODAY, effective: '2026-11-23' }), type: 'IssuePlan' } as const
    expect(messageOf(null, early)).toContain('施行日期不能早于印发日期')
    expect(codeOf(null, { ...early, effective: '2199-01-01' })).toBe('bad-input')
    expect(messageOf(null, issue('revised', TODAY))).toContain('第一次印发登记为“制定”')
    expect(codeOf(null, issue('abolished', TODAY))).toBe('not-issued')
    const gone = upkeepAfter(
      issued({ day: '2026-01-05' }),
      issued({ id: 'i2', day: '2026-06-30', kind: 'abolished' }),
    )
    expect(codeOf(gone, issue('revised', '2026-07-01'))).toBe('not-issued')
    expect(codeOf(gone, issue('abolished', '2026-07-01'))).toBe('not-issued')
    expect(codeOf(gone, issue('revised', '2026-03-01'))).toBe('taken') // told later
    expect(codeOf(gone, issue('made', '2026-07-01'))).toBe('taken')
    expect(messageOf(gone, file('2026-07-01'))).toContain('2026-06-30已经废止')
    expect(codeOf(gone, file('2026-02-01'))).toBe('taken') // filed in its time, told later
    const tell = { ...known({ to: 'staff', day: '2026-07-01' }), type: 'MakeKnown' as const }
    expect(messageOf(gone, tell)).toContain('2026-06-30已经废止')
  })

  it('a receipt belongs to a filing that stands, and not to a day before it', () => {
    const upkeep = upkeepAfter(issued(), filed({ day: '2026-09-28' }))
    const receive = (id: string, day: string): UpkeepCommand => ({
      ...{ type: 'ReceiveFiling', id, day, number: '备2026-001' },
    })
    expect(codeOf(upkeep, receive('f9', '2026-09-30'))).toBe('unknown-entry')
    expect(codeOf(upkeep, receive('f1', '2026-09-27'))).toBe('bad-input')
    expect(codeOf(upkeep, receive('f1', '2026-09-30'))).toBe('taken')
  })

  it('a demand ends once: by a revision, or without one for a reason', () => {
    const upkeep = upkeepAfter(issued(), demanded(), evaluated({ result: 'revise' }))
    const settle = (part: Partial<Extract<UpkeepCommand, { type: 'SettleDemand' }>>) =>
      ({ type: 'SettleDemand', id: 't1', text: null, reason: null, ...part }) as const
    expect(codeOf(upkeep, settle({}))).toBe('reason-needed')
    expect(codeOf(upkeep, settle({ reason: seal('已在别处写明') }))).toBe('taken')
    expect(codeOf(upkeep, settle({ id: 'e1', text: { planId: 'p', revision: 'r' } }))).toBe('taken')
    const ended = upkeepAfter(issued(), demanded(), {
      ...{ type: 'DemandSettled', id: 't1', text: null, reason: seal('w') },
    })
    expect(codeOf(ended, settle({ reason: seal('x') }))).toBe('no-change')
    // one that found it fit demands nothing
    expect(codeOf(upkeepAfter(issued(), evaluated()), settle({ id: 'e1' }))).toBe('unknown-entry')
  })

  it('the duty to file changes with a reason, its authority without', () => {
    const arrange = (part: object): UpkeepCommand => ({
      ...{ type: 'ArrangeUpkeep', filing: null, authority: null, owner: null, reason: null },
      ...part,
    })
    expect(codeOf(null, arrange({}))).toBe('no-change')
    expect(codeOf(null, arrange({ authority: '区应急管理局' }))).toBe('taken')
    expect(codeOf(null, arrange({ filing: false }))).toBe('reason-needed')
    expect(codeOf(null, arrange({ filing: false, reason: seal('由集团备案') }))).toBe('taken')
  })

  it('an entry recorded by mistake is withdrawn once, and what says the same is not said twice', () => {
    const upkeep = upkeepAfter(issued())
    const withdraw: UpkeepCommand = { type: 'WithdrawEntry', id: 'i1', reason: seal('写错') }
    expect(codeOf(upkeep, { ...withdraw, id: 'x' })).toBe('unknown-entry')
    expect(codeOf(upkeep, withdraw)).toBe('taken')
    const gone = upkeepAfter(issued(), { ...withdraw, type: 'UpkeepEntryWithdrawn' })
    expect(codeOf(gone, withdraw)).toBe('no-change')
    expect(codeOf(gone, file(TODAY))).toBe('not-issued')

    const revise: UpkeepCommand = { type: 'ReviseSupplement', ...EMPTY, why: seal('首次') }
    const written = upkeepAfter({ ...revise, type: 'SupplementRevised' })
    expect(written.supplement).toMatchObject({ number: 1 })
    expect(codeOf(written, revise)).toBe('no-change')
    const state: UpkeepCommand = {
      ...{ type: 'WriteStatement', parts: [{ part: 'risks', words: seal('已评估') }] },
    }
    expect(codeOf(upkeepAfter({ ...state, type: 'StatementWritten' }), state)).toBe('no-change')
  })
})

it('a key of an address names its document or plan, also one with dots', () => {
  for (const subject of [{ documentId: 'mall' }, { planId: 'a.b' }])
    expect(subjectOf(subjectKey(subject))).toEqual(subject)
})

it('the revision record holds what came with the document, its issues and its plans, the last first', () => {
  const both = (text: string) => localized(text, text)
  const { issues } = upkeepAfter(issued({ day: '2026-09-24' }))
  const lines = revisionRecord(
    {
      source: [
        {
          ...{ number: '0', kind: 'made', date: '2020-01-01', by: both('甲') },
          ...{ why: both('原文'), approvedBy: both('乙') },
        },
      ],
      document: [
        {
          ...{ kind: 'revised', number: '3', at: Date.parse('2026-09-24T10:00:00+08:00') },
          ...{ by: '周敏', why: '换维保', approvedBy: '李强', revision: 'd3' },
        },
        {
          ...{ kind: 'put-away', number: null, at: Date.parse('2026-09-25T10:00:00+08:00') },
          ...{ by: '周敏', why: '不用', approvedBy: null, revision: null },
        },
      ],
      issues,
      plans: [
        {
          planId: 'p',
          title: both('停电'),
          record: [
            {
              ...{ kind: 'revised', number: '2', at: Date.parse('2026-10-05T23:30:00+08:00') },
              ...{ by: '周敏', why: '改时限', approvedBy: '王主任', revision: 'r', steps: 3 },
            },
          ],
        },
      ],
    },
    'Asia/Shanghai',
  )
  expect(
    lines.map(({ day, kind, of, approvedBy }) => [day, kind, of?.planId, approvedBy.zh]),
  ).toEqual([
    ['2026-10-05', 'revised', 'p', '王主任'],
    ['2026-09-24', 'made', undefined, '⟦总经理⟧'],
    ['2026-09-24', 'revised', undefined, '李强'],
    ['2020-01-01', 'made', undefined, '乙'],
  ])
})

it('rows that were pasted are read by their heads; a document that there is not, and no day, are told by row', () => {
  const known = [{ key: 'document.mall', title: localized('商场预案', 'Mall plans') }]
  const read = (...lines: readonly string[]) => pastedUpkeep(lines.join('\n'), known)
  const heads = '预案\t预案标识\t编号\t印发日期\t签发人\t备案日期\t备案机关'
  expect(read(heads, '商场预案\tdocument.mall\t1\t2026/9/24\t陈总\t—\t市局', '')).toEqual({
    fault: null,
    rows: [
      {
        ...{ row: 2, about: { documentId: 'mall' }, number: '1', signatory: '陈总' },
        ...{ issued: '2026-09-24', authority: '市局' },
      },
    ],
  })
  expect(read('Plan document,Issued', 'Mall plans,2026-09-24').rows).toMatchObject([
    { about: { documentId: 'mall' }, issued: '2026-09-24' },
  ])
  expect(read(heads, '别的预案\t\t1').fault).toEqual({ kind: 'unknown', row: 2 })
  expect(read(heads, '商场预案\t\t1\t去年').fault).toEqual({ kind: 'badDay', row: 2 })
  expect(read('甲\t乙', '1\t2').fault).toEqual({ kind: 'heads' })
})

it('a row of a table records what is not recorded yet, in the order in which it must be', () => {
  let ids = 0
  const around = {
    textsOn: () => [],
    newId: () => `n${++ids}`,
    unnamed: () => seal('—'),
    why: () => seal('表格'),
  }
  const row = {
    ...{ issued: '2026-09-24', filed: '2026-09-28', authority: '局', receipt: '备1' },
    ...{ staff: '2026-09-28', evaluated: '2026-10-01', how: seal('公告') },
  }
  expect(commandsOfRow(row, upkeepAfter(), around).map(({ type }) => type)).toEqual([
    ...['IssuePlan', 'FilePlan', 'ReceiveFiling', 'MakeKnown', 'EvaluatePlan'],
  ])
  const there = upkeepAfter(issued({ day: '2026-09-24' }), filed({ day: '2026-09-28' }))
  expect(commandsOfRow(row, there, around).map(({ type }) => type)).toEqual([
    ...['MakeKnown', 'EvaluatePlan'],
  ])
})
