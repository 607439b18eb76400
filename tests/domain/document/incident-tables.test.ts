/** The tables of an incident's record: steps, questions, alerts, what was assessed, evidence. */
import { describe, expect, it } from 'vitest'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { Language } from '#shared/domain/document/format.ts'
import type { AlertRecord } from '#shared/domain/history/alerts.ts'
import { localized } from '#shared/domain/text.ts'
import { fact, MINUTE, NOW, people, step } from '../../renderer/board-parts.ts'
import { linesOf, tableOf } from './drawn.ts'
import { both, clock, document, lines, type Drawn } from './incident-drawn.ts'

const alarm = (part: Partial<AlertRecord> = {}): AlertRecord => ({
  id: 'a1',
  kind: 'late',
  priority: 2,
  stepId: null,
  cause: both('超时'),
  raisedAt: NOW,
  notified: 0,
  acknowledgedAt: null,
  acknowledgedBy: null,
  clearedAt: null,
  ...part,
})

describe('a step', () => {
  const repeat = { every: MINUTE, until: 'lifted' } as const
  const row = (part: Partial<BoardStep>, drawn: Drawn = {}, of: Partial<BoardIncident> = {}) =>
    lines('steps-plan-1', { ...of, steps: [step({ id: 's', ...part })] }, drawn)[0]
  const en = (part: Partial<BoardStep>) =>
    lines('steps-plan-1', { steps: [step({ id: 's', ...part })] }, {}, 'en')[0]

  it('stands with what it rests on, its post and its outcome; what did not apply is not there', () => {
    expect(row({})).toEqual([
      ...['恢复电话接入', '热线 · S09-85', '信息中心', '待办'],
      ...['—', '—', '—', '—', '—'],
    ])
    expect(row({ state: 'hidden' })).toBeUndefined()
    expect(row({ planId: 'plan-2' })).toBeUndefined()
    expect(row({ proposed: true })?.[1]).toBe('建议')
  })

  it.each<[string, Partial<BoardStep>, Partial<BoardIncident>, string]>([
    ['done late', { late: true, dueAt: NOW, doneAt: NOW + MINUTE }, {}, '0:01:00'],
    [
      'not done: until it was closed',
      { late: true, dueAt: NOW },
      { closedAt: NOW + 1000 },
      '0:00:01',
    ],
    ['not done: until it is read', { late: true, dueAt: NOW }, {}, '1:00:00'],
    ['never less than nothing', { late: true, dueAt: NOW, doneAt: NOW - MINUTE }, {}, '0:00:00'],
    ['not late', { late: false, dueAt: NOW, doneAt: NOW + MINUTE }, {}, '—'],
    ['without a limit', { late: true }, {}, '—'],
  ])('late by: %s', (_, part, of, written) => {
    expect(row(part, {}, of)?.[7]).toBe(written)
  })

  it.each<[Partial<BoardStep>, string]>([
    [{}, '—'],
    [{ reason: '人手不足' }, '人手不足'],
    [{ reason: '人手不足', automatic: both('由附则代替') }, '由附则代替'],
    [{ explained: '电梯坏了', toldAt: NOW }, '电梯坏了；11-24 14:32补记'],
    [{ unregistered: true, needsReason: true }, '证据未登记；未说明原因'],
    [{ repeat, times: 1, timesLate: 0 }, '共做1次，其中超时0次'],
  ])('%j is told as %s', (part, written) => {
    expect(row(part)?.[8]).toBe(written)
  })

  it('repeats once, or so many times', () => {
    const times = (count: number) => en({ repeat, times: count })?.[8]
    expect([times(1), times(2)]).toEqual(['done once, 0 late', 'done 2 times, 0 late'])
  })

  it.each<[string, Partial<BoardStep>, string]>([
    ['nobody yet', { doneAt: null, doneBy: null }, '—'],
    ['who recorded it', { doneAt: NOW, doneBy: '周敏' }, '周敏'],
    [
      'whom it was recorded for',
      {
        doneAt: NOW,
        doneBy: '周敏',
        onBehalfOf: { person: '何建国', channel: null, words: null },
      },
      '何建国（周敏记录）',
    ],
    [
      'one and the same',
      {
        doneAt: NOW,
        doneBy: '周敏',
        onBehalfOf: { person: '周敏', channel: null, words: null },
      },
      '周敏',
    ],
    [
      'who has it in hand, while it is open',
      {
        doneAt: null,
        doneBy: '周敏',
        onBehalfOf: { person: '何建国', channel: null, words: null },
      },
      '周敏',
    ],
    ['the station', { doneAt: NOW, doneBy: 'Vigil' }, '系统'],
  ])('handled by: %s', (_, part, written) => {
    expect(row(part, { personal: true })?.[6]).toBe(written)
  })

  it('names neither the person nor what was said of one without personal information', () => {
    const onBehalfOf = { person: '何建国', channel: null, words: null }
    const part = { doneAt: NOW, doneBy: '周敏', onBehalfOf, reason: '等何建国' }
    expect(row(part)?.slice(6)).toEqual(['〔略〕（周敏记录）', '—', '等〔略〕'])
    expect(row(part, { personal: true })?.[8]).toBe('等何建国')
  })

  it('leaves out the longest of the names first, so that no rest of one is left', () => {
    const onBehalfOf = { person: '王芳', channel: null, words: null }
    expect(row({ onBehalfOf, reason: '等王芳华' }, {}, { reporter: '王芳华' })?.[8]).toBe(
      '等〔略〕',
    )
  })

  it('leaves out the names of a list of persons, and not those of a list of places', () => {
    const listed = (kind: 'persons' | 'places') => {
      const item = {
        ...{ id: 'x', name: '王芳', size: null, helper: null, outcome: null, for: null },
        ...{ reason: null, markedAt: null, markedBy: null },
      }
      return row({
        reason: '等王芳',
        list: { of: both('人'), order: both('先老人'), kind },
        listed: { done: 0, total: 1, unmarked: 1, items: [item] },
      })?.[8]
    }
    expect([listed('persons'), listed('places')]).toEqual(['等〔略〕', '等王芳'])
  })

  it('leaves out a name of two characters, and does not look for one of a single character', () => {
    const named = (person: string, reason: string) =>
      row({ onBehalfOf: { person, channel: null, words: null }, reason })
    expect(named('王芳', '等王芳')?.[8]).toBe('等〔略〕')
    expect(named('王', '等王芳')?.[8]).toBe('等王芳')
  })
})

describe('questions', () => {
  const answered = { answeredBy: 'Vigil', answeredAt: NOW }
  const row = (part: Parameters<typeof fact>[0], language: Language = 'zh') =>
    lines('facts', { facts: [fact({ ...answered, ...part })] }, {}, language)[0]
  const kinds = {
    several: true,
    options: [
      { value: 'a', label: both('甲') },
      { value: 'b', label: both('乙') },
    ],
  }
  it('stand with their answers in words; one without an answer is not there', () => {
    expect(row({ value: null })).toBeUndefined()
    expect(row({ value: 'yes' })).toEqual(['话务恢复了吗', '是', '系统', clock(NOW)])
    expect(row({ ...kinds, value: ['a', 'b'] })?.[1]).toBe('甲、乙')
    expect(row({ ...kinds, value: ['a', 'b'] }, 'en')?.[1]).toBe('甲 (中文), 乙 (中文)')
    expect(row({ ...kinds, value: [] })?.[1]).toBe('都没有')
    expect(row({ options: [], value: 3 })?.[1]).toBe('3')
    expect(row({ options: [], value: 3, unit: localized('人', 'people') })?.[1]).toBe('3人')
    expect(row({ options: [], value: 3, unit: localized('人', 'people') }, 'en')?.[1]).toBe(
      '3 people',
    )
  })
})

describe('alerts', () => {
  it('say how long it took until somebody acknowledged one', () => {
    const acknowledged = { acknowledgedAt: NOW + MINUTE, acknowledgedBy: '周敏' }
    const [waiting, heard] = lines('alerts', {}, { alerts: [alarm(), alarm(acknowledged)] })
    expect(waiting?.slice(2)).toEqual([clock(NOW), '—', '—', '—', '—'])
    expect(heard?.slice(2)).toEqual([...[clock(NOW), clock(NOW + MINUTE), '周敏', '0:01:00', '—']])
  })

  it('of a step that is only proposed say so, where they are of that step alone', () => {
    const steps = [step({ id: 'other' }), step({ id: 's', proposed: true })]
    const cause = (part: Partial<AlertRecord>) =>
      lines('alerts', { steps }, { alerts: [alarm({ stepId: 's', ...part })] })[0]?.[0]
    expect(cause({})).toBe('超时（建议）')
    expect(cause({ kind: 'not-recorded' })).toBe('超时（建议）')
    expect(cause({ kind: 'nudge' })).toBe('超时')
    expect(cause({ stepId: 'other' })).toBe('超时')
    expect(cause({ stepId: null })).toBe('超时')
  })
})

describe('what people judged', () => {
  const assessment = (part: Partial<BoardIncident>) => {
    const table = tableOf(document(part), 'judged')
    return { titles: table.columns.map(({ title }) => title.zh), lines: linesOf(table) }
  }
  it('has a column for each thing that somebody gave, a count of nought included', () => {
    expect(assessment({})).toEqual({ titles: [], lines: [] })
    expect(assessment({ casualties: people({ dead: 0, minor: 2 }), loss: 12.5 })).toEqual({
      titles: ['死亡', '轻伤', '直接经济损失'],
      lines: [['0', '2', '12.50']],
    })
  })
  it('says at least one where that is all that is known', () => {
    expect(assessment({ casualties: people({ dead: 1 }), atLeastOne: ['dead'] }).lines).toEqual([
      ['≥1'],
    ])
  })
  it('has severity, warning and impact', () => {
    const none = {
      ...{ staff: null, customers: null, serviceInterruptedMs: null, operating: null },
      meeting: null,
    }
    const by = { at: NOW, by: '周敏' }
    expect(assessment({ impact: { ...none, ...by } }).lines).toEqual([])
    expect(
      assessment({
        impact: { ...none, ...by, staff: 0, customers: 4, serviceInterruptedMs: 61_000 },
      }).lines,
    ).toEqual([['0', '4', '0:01:01']])
    expect(assessment({ impact: { ...none, ...by, meeting: 'paused' } }).lines).toEqual([
      ['会议暂停'],
    ])
    expect(assessment({ warning: 'red', severity: null }).lines).toEqual([['红色预警']])
  })
})

describe('evidence', () => {
  it('names the files that show it by their numbers, and a file the evidence that it shows', () => {
    const file = { bytes: 10, format: 'jpg', name: '锁.jpg', stepId: null, at: NOW, by: '周敏' }
    const files = [
      { ...file, id: '1', fileId: 'a'.repeat(64), evidenceId: 'e1' },
      { ...file, id: '2', fileId: 'b'.repeat(64), evidenceId: 'e1' },
      {
        ...{ ...file, id: '3', fileId: 'c'.repeat(64), evidenceId: 'e1' },
        withdrawn: { at: NOW, by: '周敏', reason: '附错了' },
      },
    ] as unknown as BoardIncident['files'] & object
    const drawn = { evidence: evidence(), files }
    expect(lines('evidence', drawn)[0]?.slice(0, 5)).toEqual([
      ...['e1', '录像', '录像', '保险柜', '1、2'],
    ])
    expect(lines('files', drawn).map((line) => line[3])).toEqual(['证据e1', '证据e1', '证据e1'])
  })
  const evidence = (part: object = {}): BoardIncident['evidence'] => [
    {
      id: 'e1',
      what: '录像',
      kind: 'video',
      place: '保险柜',
      keeper: '赵六六',
      recordedAt: NOW,
      recordedBy: '周敏',
      stepId: null,
      keepDays: 30,
      keepUntil: NOW + MINUTE,
      mayGoAt: null,
      ...part,
    } as BoardIncident['evidence'][number],
  ]
  it('has the keeper only with personal information', () => {
    const width = (personal: boolean) =>
      lines('evidence', { evidence: evidence() }, { personal })[0]?.length
    expect([width(true), width(false)]).toEqual([11, 10])
    const ids = (personal: boolean) =>
      tableOf(document({ evidence: evidence() }, { personal }), 'evidence').columns.map(
        ({ id }) => id,
      )
    expect([ids(true).includes('keeper'), ids(false).includes('keeper')]).toEqual([true, false])
    expect(lines('evidence', { evidence: evidence() }, { personal: true })[0]?.[8]).toBe('赵六六')
    expect(lines('evidence', { evidence: evidence({ what: '赵六六的手机' }) })[0]?.[1]).toBe(
      '〔略〕的手机',
    )
  })
  it('names its step, marked where that is only proposed', () => {
    const steps = [step({ id: 'other' }), step({ id: 's', proposed: true })]
    const title = (stepId: string | null) =>
      lines('evidence', { steps, evidence: evidence({ stepId }) })[0]?.[5]
    expect([title('s'), title('other'), title(null), title('gone')]).toEqual([
      '恢复电话接入（建议）',
      '恢复电话接入',
      '—',
      '—',
    ])
  })
})
