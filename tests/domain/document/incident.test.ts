/** The record of one incident as a document: what it was, when, under which plans, who acted. */
import { describe, expect, it } from 'vitest'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { isPurged, type RecordEntry } from '#shared/domain/document/incident-document.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, NOW, plan } from '../../renderer/board-parts.ts'
import { tableOf } from './drawn.ts'
import { both, clock, document, lines, type Drawn } from './incident-drawn.ts'

const entry = (seq: number, part: Partial<RecordEntry> = {}): RecordEntry => ({
  seq,
  at: NOW + seq * MINUTE,
  by: '周敏',
  type: 'NoteAdded',
  says: localized('记事', 'Note'),
  words: '门锁坏了',
  stepId: null,
  ...part,
})
const fromFile = (
  moments: NonNullable<BoardIncident['imported']>['moments'],
): NonNullable<BoardIncident['imported']> => ({
  ...{ importId: 'm1', fileName: '旧表.xlsx', row: 3, at: NOW, by: '周敏' },
  moments,
})

const item = (name: string, part: Partial<BoardIncident>, drawn: Drawn = {}): string | undefined =>
  lines('what', part, drawn).find(([title]) => title === name)?.[1]

it('is named after the minute of its report and the end of its id, without what no name may hold', () => {
  expect(document().name).toBe('incident-20261124-1432-abcdefgh')
})

it('says up to which entry the record goes, and is marked if it was a drill', () => {
  expect(document().lines[1]).toEqual(localized('记录到第0条为止', 'The record up to entry 0'))
  const entries = [entry(7), entry(9), entry(8)]
  expect(document({}, { entries }).lines[1]).toEqual(
    localized('记录到第9条为止', 'The record up to entry 9'),
  )
  expect([document().mark, document({ drill: true }).mark?.zh]).toEqual([null, '演练'])
})

it('says whether it holds personal information', () => {
  const last = (personal: boolean) => document({}, { personal }).lines[2]?.zh
  expect(last(true)).toMatch(/^含个人信息（.*），请按规定保管$/)
  expect(last(false)).toMatch(/^不含个人信息/)
})

describe('what it was', () => {
  it.each<[string, Partial<BoardIncident>, string | undefined]>([
    ['地点', {}, '热线中心'],
    ['类型', {}, undefined],
    ['类型', { typeName: both('电话打不进') }, '电话打不进'],
    ['性质', { drill: true }, '演练'],
    ['性质', { drill: false }, '真实事件'],
    ['响应级别', { level: null }, '未定'],
    ['响应级别', { level: 3, levelName: both('黄色') }, '黄色'],
    ['响应级别', { level: 4, levelName: null }, '四级'],
    ['响应级别', { level: 5, levelName: null }, '5级'],
    ['接报渠道', { channel: '电话' }, '电话'],
    ['总指挥', {}, '值班领导'],
    ['指挥部成员', {}, undefined],
    ['结束原因', { reason: '查无此事' }, '查无此事'],
    ['结束原因', {}, undefined],
    ['补录', {}, undefined],
  ])('%s of %j: %s', (name, part, value) => {
    expect(item(name, part)).toBe(value)
  })

  it('names its headquarters with post and duty, as far as they are known', () => {
    const member = (person: string, post: string | null, duty: string | null) => ({
      ...{ person, personId: null, postId: null, duty },
      post: post === null ? null : both(post),
    })
    const headquarters = [member('何建国', '班长', '疏散'), member('王芳', null, null)]
    expect(item('指挥部成员', { headquarters }, { personal: true })).toBe('何建国 班长 疏散、王芳')
  })

  it('has the words of the caller only with personal information, and says if they are gone', () => {
    const imported = fromFile({})
    expect(item('来电原话', {})).toBeUndefined()
    expect(item('来电原话', {}, { personal: true })).toBe('热线打不进来')
    expect(item('来电原话', { narrative: null }, { personal: true })).toBe('（内容已按规定清除）')
    expect(item('来电原话', { narrative: null, imported }, { personal: true })).toBeUndefined()
    expect(item('补录', { imported })).toBe('旧表.xlsx第3行')
    expect(item('报告人', { reporter: '李女士' })).toBeUndefined()
    expect(item('报告人', { reporter: '李女士' }, { personal: true })).toBe('李女士')
  })
})

describe('when it was', () => {
  const moved = (seq: number, part: Partial<RecordEntry> = {}): RecordEntry =>
    entry(seq, { type: 'IncidentMoved', says: both('转为响应中'), words: null, ...part })

  it('says how long after the report each moment was, and nothing of what was not after it', () => {
    expect(
      lines(
        'times',
        { occurredAt: NOW - MINUTE, plans: [plan({ activatedAt: NOW })] },
        { entries: [moved(3, { undone: true }), moved(2), entry(4)] },
      ),
    ).toEqual([
      ['发生', clock(NOW - MINUTE), '—'],
      ['接报', clock(NOW), '—'],
      ['启动预案', clock(NOW), '—'],
      ['转为响应中', clock(NOW + 2 * MINUTE), '0:02:00'],
      ['转为响应中（已撤回）', clock(NOW + 3 * MINUTE), '0:03:00'],
    ])
    expect(lines('times', { plans: [] })).toEqual([['接报', clock(NOW), '—']])
  })

  it('has the moments of a past incident from its file, as far as they are there', () => {
    expect(lines('times', { plans: [], imported: fromFile({ contained: NOW + MINUTE }) })).toEqual([
      ['接报', clock(NOW), '—'],
      ['已控制', clock(NOW + MINUTE), '0:01:00'],
    ])
  })
})

it('says of each plan what became of it', () => {
  const end = { at: NOW, by: '周敏', reason: '误启动' }
  const planRow = (part: Parameters<typeof plan>[0]) => lines('plans', { plans: [plan(part)] })
  expect(planRow({ revision: '0123456789' })[0]?.slice(0, 3)).toEqual([
    '热线中断处置',
    '01234567',
    clock(NOW),
  ])
  expect(
    [
      {},
      { provisional: true },
      { provisional: true, confirmedAt: NOW },
      { supersededBy: 'plan-2' },
      { declined: end },
      { declined: end, stopped: end },
    ].map((part) => planRow(part)[0]?.[3]),
  ).toEqual([
    '已执行',
    '先行启动，未确认',
    '已执行',
    '已由其他预案取代',
    '不予确认，已停用',
    '已停用',
  ])
})

it('lists who has an entry, with the first and the last; the station is nobody', () => {
  const entries = [entry(2), entry(1), entry(3, { by: 'Vigil' }), entry(4, { by: '李强' })]
  expect(lines('people', {}, { entries })).toEqual([
    ['周敏', '2', clock(NOW + MINUTE), clock(NOW + 2 * MINUTE)],
    ['李强', '1', clock(NOW + 4 * MINUTE), clock(NOW + 4 * MINUTE)],
  ])
})

describe('the timeline', () => {
  const entries = [entry(2, { by: 'Vigil', undone: true, words: null }), entry(1)]
  it('stands in the order of the record, and marks what was taken back', () => {
    expect(lines('timeline', {}, { entries })).toEqual([
      [clock(NOW + MINUTE), '记事', '周敏'],
      [clock(NOW + 2 * MINUTE), '记事（已撤回）', '系统'],
    ])
    expect(lines('timeline', {}, { entries }, 'en')[1]?.[1]).toBe('Note (reversed)')
  })

  it('has the words with personal information, and says where they were removed', () => {
    expect(lines('timeline', {}, { entries, personal: true }).map((line) => line[2])).toEqual([
      '门锁坏了',
      '（内容已按规定清除）',
    ])
    const columns = (personal: boolean) =>
      tableOf(document({}, { entries, personal }), 'timeline').columns.map(({ id }) => id)
    expect(columns(true)).toEqual(['at', 'says', 'words', 'by'])
    expect(columns(false)).toEqual(['at', 'says', 'by'])
  })

  it.each([
    ['NoteAdded', null, true],
    ['NoteAdded', '话', false],
    ['IncidentReported', null, true],
    ['StepFinished', null, false],
  ])('%s with the words %s is purged: %s', (type, words, purged) => {
    expect(isPurged(entry(1, { type, words }))).toBe(purged)
  })
})
