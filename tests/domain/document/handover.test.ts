/** A shift handover as a document: what it says of each thing, and of its signatures. */
import { describe, expect, it } from 'vitest'
import {
  handoverDocument,
  handoverSections,
  type SignedHandover,
} from '#shared/domain/document/handover-document.ts'
import {
  acknowledgedTable,
  dutyTables,
  faultsTable,
  incidentsTable,
  keepingTable,
  missingTable,
  notesTable,
  shelvedTable,
} from '#shared/domain/document/handover-tables.ts'
import type { HandoverPage, PageIncident, PageNext } from '#shared/domain/handover-sheet/page.ts'
import { localized } from '#shared/domain/text.ts'
import { linesOf, tableOf, ZONE } from './drawn.ts'

const AT = Date.parse('2026-11-24T08:05:09+08:00')
const MINUTE = 60_000
const both = (words: string) => localized(words, words)

const next = (part: Partial<PageNext> = {}): PageNext => ({
  title: localized('拨打119', 'Call 119'),
  note: null,
  role: localized('值班员', 'Duty officer'),
  people: [],
  at: null,
  ...part,
})
const incident = (part: Partial<PageIncident> = {}): PageIncident => ({
  id: 'i1',
  place: '大厅',
  kind: localized('火情', 'Fire'),
  state: 'responding',
  level: null,
  levelName: null,
  warning: null,
  drill: false,
  receivedAt: AT,
  commander: null,
  open: 0,
  lifeSafety: 0,
  next: null,
  provisional: [],
  assumed: [],
  ...part,
})
const page = (part: Partial<HandoverPage> = {}): HandoverPage => ({
  at: AT,
  position: 12,
  incidents: [],
  left: 0,
  closed: 0,
  acknowledged: [],
  shelved: [],
  faults: [],
  keeping: [],
  missing: [],
  duty: { now: [], until: null, next: [], nextAt: null },
  notes: [],
  heard: null,
  ...part,
})

describe('an incident that runs', () => {
  const cell = (id: string, part: Partial<PageIncident>, language: 'zh' | 'en' = 'zh'): string => {
    const table = incidentsTable(page({ incidents: [incident(part)] }))
    const index = table.columns.findIndex((column) => column.id === id)
    return linesOf(table, language)[0]?.[index] ?? ''
  }
  it.each<[column: string, part: Partial<PageIncident>, zh: string, en: string]>([
    ['what', {}, '大厅 火情', '大厅, Fire'],
    ['what', { drill: true }, '【演练】大厅 火情', '[EXERCISE] 大厅, Fire'],
    ['standing', {}, '响应中', 'Responding'],
    ['standing', { level: 1 }, '响应中 一级', 'Responding, Level I'],
    ['standing', { level: 1, levelName: both('特级') }, '响应中 特级', 'Responding, 特级'],
    ['standing', { level: 9 }, '响应中', 'Responding'],
    ['standing', { warning: 'red' }, '响应中 红色预警', 'Responding, Red warning'],
    ['commander', {}, '—', '—'],
    ['commander', { commander: '周敏' }, '周敏', '周敏'],
    [
      'commander',
      { command: localized('周岚（值班领导）', '周岚 (Leader)') },
      '周岚（值班领导）',
      '周岚 (Leader)',
    ],
    ['open', { open: 3 }, '3', '3'],
    ['open', { open: 3, lifeSafety: 1 }, '3项，其中保命1项', '3, 1 of life safety'],
    ['next', {}, '—', '—'],
    ['next', { next: next() }, '拨打119', 'Call 119'],
    ['next', { next: next({ note: both('迟') }) }, '拨打119（迟）', 'Call 119 (迟)'],
    ['at', {}, '—', '—'],
    ['at', { next: next({ at: AT }) }, '2026-11-24 08:05:09', '2026-11-24 08:05:09'],
    ['post', {}, '—', '—'],
    ['post', { next: next() }, '值班员', 'Duty officer'],
    [
      'post',
      { next: next({ people: ['周敏', '李强'] }) },
      '值班员 周敏、李强',
      'Duty officer: 周敏, 李强',
    ],
    ['unsure', {}, '—', '—'],
    [
      'unsure',
      { provisional: [both('火灾')] },
      '火灾先行启动，未确认',
      '火灾: provisional, not confirmed',
    ],
    [
      'unsure',
      { provisional: [both('火灾')], assumed: [both('有人')] },
      '火灾先行启动，未确认；有人（没人答，先按推定）',
      '火灾: provisional, not confirmed; 有人 (not answered, assumed)',
    ],
  ])('%s of %j is %s', (column, part, zh, en) => {
    expect([cell(column, part), cell(column, part, 'en')]).toEqual([zh, en])
  })
})

it('names who acknowledged an alert and who put one off, the station by its own name', () => {
  const alert = { incidentId: 'i1', place: '大厅', cause: both('超时') }
  const shown = page({
    acknowledged: [
      { ...alert, at: AT, by: '周敏' },
      { ...alert, at: AT, by: 'Vigil' },
    ],
    shelved: [{ ...alert, until: AT + MINUTE, by: 'Vigil', reason: null }],
  })
  expect(linesOf(acknowledgedTable(shown)).map((line) => line[3])).toEqual(['周敏', '系统'])
  expect(linesOf(shelvedTable(shown))).toEqual([
    ['超时', '大厅', '2026-11-24 08:06:09', '—', '系统'],
  ])
})

it('lists faults, evidence whose keeping ends, and what earlier shifts left', () => {
  const shown = page({
    faults: [{ cause: both('磁盘'), action: both('清理'), since: AT, acknowledgedBy: null }],
    keeping: [
      {
        incidentId: 'i1',
        incidentPlace: '大厅',
        what: '录像',
        place: '保险柜',
        keeper: null,
        until: AT,
      },
    ],
    notes: [{ id: 'n1', words: '门锁坏了', at: AT, by: '李强' }],
  })
  const time = '2026-11-24 08:05:09'
  expect(linesOf(faultsTable(shown))).toEqual([['磁盘', time, '清理', '—']])
  expect(linesOf(keepingTable(shown))).toEqual([['录像', '保险柜', '—', time, '大厅']])
  expect(linesOf(notesTable(shown))).toEqual([['门锁坏了', '李强', time]])
})

it('names six of what is missing, and says how many there are of seven', () => {
  const names = ['一', '二', '三', '四', '五', '六', '七'].map(both)
  const lines = (count: number, language: 'zh' | 'en') =>
    linesOf(
      missingTable(page({ missing: [{ part: 'posts', names: names.slice(0, count) }] })),
      language,
    )
  expect(lines(0, 'zh')).toEqual([['要紧岗位没有人', '—']])
  expect(lines(6, 'zh')).toEqual([['要紧岗位没有人', '一、二、三、四、五、六']])
  expect(lines(7, 'zh')).toEqual([['要紧岗位没有人', '一、二、三、四、五、六等7个']])
  expect(lines(7, 'en')[0]?.[1]).toBe('一, 二, 三, 四, 五, 六 and others, 7 in all')
})

describe('who is on duty', () => {
  const post = (people: readonly string[]) => ({ post: both('值班员'), people })
  const time = (at: number): string => String(at)
  const tables = (duty: Partial<HandoverPage['duty']>) =>
    dutyTables(page({ duty: { now: [], until: null, next: [], nextAt: null, ...duty } }), time)

  it('a post with people, and one with nobody', () => {
    const [now] = tables({ now: [post(['周敏', '李强']), post([])] })
    expect(now && linesOf(now)).toEqual([
      ['值班员', '周敏、李强'],
      ['值班员', '没有人'],
    ])
  })

  it('until when, and the next shift, where a duty roster says so', () => {
    expect(tables({}).map(({ title }) => title.zh)).toEqual(['现在值班'])
    const [now, later] = tables({ until: 8, nextAt: 9, next: [post(['王芳'])] })
    expect([now?.title.zh, later?.title.zh]).toEqual(['现在值班，到8', '下一班，9起'])
    expect(later && linesOf(later)).toEqual([['值班员', '王芳']])
  })
})

it('says how many incidents are left or wait to be archived, if there are any', () => {
  const words = (part: Partial<HandoverPage>) =>
    handoverSections(page(part), ZONE)[0]?.words.map((text) =>
      typeof text === 'string' ? text : text.zh,
    )
  expect(words({})).toEqual([])
  expect(words({ left: 1 })).toEqual(['原记录里还有1起事件没有接管'])
  expect(words({ closed: 1 })).toEqual(['已结案、待归档1起'])
})

it('says whether somebody of this shift has heard the alarm tone', () => {
  const words = (heard: HandoverPage['heard']) =>
    handoverSections(page({ heard }), ZONE).find(({ id }) => id === 'station')?.words
  expect(words(null)).toMatchObject([{ zh: '告警音：这一班还没有人试听' }])
  expect(words({ at: AT, by: '周敏' })).toMatchObject([
    { zh: '告警音：周敏在2026-11-24 08:05听到了' },
  ])
})

describe('the document', () => {
  const signed = (at: number, shown: HandoverPage | null, person = '周敏') => ({
    person,
    at,
    by: 'Vigil',
    page: shown,
  })
  const document = (part: Partial<SignedHandover>, live: HandoverPage | null = null) =>
    handoverDocument({ id: '0198-abcdefgh', gives: null, takes: null, ...part }, live, {
      zone: ZONE,
      site: both('客服中心'),
      personal: false,
    })
  const clockWords = (gives: number, takes: number) =>
    document({ gives: signed(gives, page()), takes: signed(takes, null) }).sections[0]?.words ?? []

  it('is named after when it was signed and the end of its id, or when it was seen', () => {
    const [first, later] = [AT, AT + 10 * MINUTE]
    expect(document({ gives: signed(first, null), takes: signed(later, null) }).name).toBe(
      'handover-20261124-0805-abcdefgh',
    )
    expect(document({ takes: signed(later, null) }).name).toBe('handover-20261124-0815-abcdefgh')
    expect(document({}, page()).name).toBe('handover-20261124-0805-abcdefgh')
    expect(document({}).name).toBe('handover-19700101-0800-abcdefgh')
  })

  it('shows who signed, and who did not', () => {
    const drawn = document({ gives: signed(AT, page()) }, page())
    expect(linesOf(tableOf(drawn, 'signed'))).toEqual([
      ['交班人', '周敏', '2026-11-24 08:05:09', '系统'],
      ['接班人', '未签', '—', '—'],
    ])
  })

  it('says that the clock was changed only where the second signature is earlier', () => {
    expect(clockWords(AT, AT)).toEqual([])
    expect(clockWords(AT, AT + 1)).toEqual([])
    expect(clockWords(AT, AT - 1)).toHaveLength(1)
    expect(document({ takes: signed(AT, page()) }).sections[0]?.words).toEqual([])
  })

  it('shows what it was signed upon, and after it what had changed until the second signature', () => {
    const before = page({ position: 3 })
    const after = page({ position: 5, left: 1 })
    const ids = (part: Partial<SignedHandover>, live: HandoverPage | null = null) =>
      document(part, live).sections.map(({ id }) => id)
    const whole = ['signed', 'running', 'notes', 'alerts', 'station', 'keeping', 'duty']
    expect(ids({}, page())).toEqual(whole)
    expect(ids({})).toEqual(['signed'])
    expect(ids({ gives: signed(AT, before), takes: signed(AT, null) })).toEqual(whole)
    expect(ids({ takes: signed(AT, after) })).toEqual(whole)
    const two = document({ gives: signed(AT, before), takes: signed(AT, after) })
    expect(two.sections.map(({ id }) => id)).toEqual([...whole, 'taken-running'])
    expect(two.sections.at(-1)).toMatchObject({
      title: { zh: '接班时：进行中的事件' },
      tables: [{ id: 'taken-running' }],
    })
    expect(two.lines[1]?.zh).toBe('2026-11-24 08:05:09的情况，记录到第3条为止')
  })

  it('says whether it holds personal information', () => {
    const last = (personal: boolean) =>
      handoverDocument({ id: 'x', gives: null, takes: null }, null, {
        zone: ZONE,
        site: both('客服中心'),
        personal,
      }).lines.at(-1)?.zh
    expect(last(true)).toBe('含个人信息，请按规定保管')
    expect(last(false)).toBe('不含个人信息（姓名、原因、遗留问题）')
  })
})
