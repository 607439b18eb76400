/**
 * Lists of risks, talks and attendance as offices keep them: grades by word and colour, sign-in
 * tables with ticks and absences; each question and fault with its place. What we export is read
 * again, examples are not.
 */
import { describe, expect, it } from 'vitest'
import type { ReportDocument, Value } from '#shared/domain/document/document.ts'
import { risksDocument, talksDocument } from '#shared/domain/document/risks-document.ts'
import { attendanceDocument } from '#shared/domain/document/training-document.ts'
import {
  attendanceRows,
  type AttendanceAnswers,
} from '#shared/domain/register-import/attendance-rows.ts'
import type { ListRegister } from '#shared/domain/register-import/list-heads.ts'
import type { ListFault, ListQuestion } from '#shared/domain/register-import/list-rows.ts'
import { readList, type ListSheet } from '#shared/domain/register-import/lists.ts'
import { riskRows, talkRows } from '#shared/domain/register-import/risk-rows.ts'
import { columnName } from '#shared/domain/register-import/sheet.ts'
import { localized } from '#shared/domain/text.ts'
import { sheetOf } from './sheets.ts'

const list = (register: ListRegister, text: string): ListSheet =>
  readList(sheetOf(text), register, { headRow: null, mapping: null })
const faultsOf = (faults: readonly ListFault[]): string[] =>
  faults.map(({ at, field, code }) =>
    [at.column === null ? field : columnName(at.column), at.row, code].join(' '),
  )
const questionsOf = (questions: readonly ListQuestion[]): string[] =>
  questions.map(({ kind, text, count }) => `${kind} ${text} ${count}`)
const NOTHING = { kinds: new Map<string, string>(), grades: new Map<string, string>() }

const words = (value: Value): string =>
  value === null ? '' : typeof value === 'object' ? value.zh : String(value)
/** The table of a document as the text of a sheet. */
function exported({ sections }: ReportDocument): string {
  const { columns = [], rows = [] } = sections[0]?.tables[0] ?? {}
  return [
    columns.map(({ title }) => title.zh),
    ...rows.map((row) => row.map(({ value }) => words(value))),
  ]
    .map((cells) => cells.join('|'))
    .join('\n')
}
const HEAD = {
  ...{ site: localized('商厦', 'Mall'), zone: 'Asia/Shanghai' },
  ...{ day: '2026-11-24', template: false },
}

describe('risks', () => {
  const BOOK = `
安全风险分级管控清单|<|<|<|<|<
序号|风险点|风险等级|类别|管控措施|责任人
1|后厨燃气泄漏|较大|事故灾难|装报警器|后勤主管
2|屋面积雪|蓝色|自然灾害|清雪|
3|扶梯夹人|Ⅱ级|机械|急停|
4|玻璃坠落|重大风险|事故灾难||`
  it('know a grade by its word and its colour; another, and another kind, are asked', () => {
    const { rows, questions, faults } = riskRows(list('risks', BOOK), NOTHING)
    expect(rows).toEqual([
      {
        ...{ row: 3, name: '后厨燃气泄漏', grade: 'considerable', kind: 'accident' },
        ...{ measures: '装报警器', owner: '后勤主管' },
      },
      { row: 4, name: '屋面积雪', grade: 'low', kind: 'natural', measures: '清雪' },
    ])
    expect(questionsOf(questions)).toEqual(['grade Ⅱ级 1', 'kind 机械 1'])
    expect(faultsOf(faults)).toEqual(['measures 6 blank'])
  })
  it('an answer settles every row that says so', () => {
    const answers = {
      kinds: new Map([['机械', 'accident']]),
      grades: new Map([['II级', 'considerable']]),
    }
    expect(riskRows(list('risks', BOOK), answers).rows.at(-1)).toMatchObject({
      ...{ name: '扶梯夹人', grade: 'considerable', kind: 'accident' },
    })
  })
  it('that are exported are read again; the example of a table to fill in is not', () => {
    const risk = {
      ...({ grade: 'major', kind: 'security', what: '人群拥挤', place: '中庭' } as const),
      ...{ measures: '限流', planTitle: localized('踩踏预案', 'Crush'), assessedOn: '2026-11-01' },
      ...{ owner: { name: localized('保安队长', 'Guard') }, due: '2027-11-01', withdrawn: null },
    }
    const back = riskRows(list('risks', exported(risksDocument([risk], HEAD))), NOTHING)
    expect([back.questions, back.faults]).toEqual([[], []])
    expect(back.rows).toEqual([
      {
        ...{ row: 2, name: '人群拥挤', grade: 'major', kind: 'security', measures: '限流' },
        ...{ place: '中庭', plan: '踩踏预案', owner: '保安队长', assessedOn: '2026-11-01' },
      },
    ])
    const blank = exported(risksDocument([risk], { ...HEAD, template: true }))
    expect(riskRows(list('risks', blank), NOTHING).rows).toEqual([])
    expect(blank).toContain('示例：')
  })
})

describe('talks', () => {
  it('need a day, who went and what about; a way that is not known is asked', () => {
    const { rows, questions, faults } = talkRows(
      list(
        'talks',
        `
日期|单位|方式|参加人|内容|约定
2026年11月20日|消防救援站|走访|李工|看水源|每季度来
昨天|街道办|会议|李工|联防|
2026-11-21|派出所|微信|李工||`,
      ),
      new Map(),
    )
    expect(rows).toEqual([
      {
        ...{ row: 2, on: '2026-11-20', name: '消防救援站', kind: 'visit', person: '李工' },
        ...{ words: '看水源', agreed: '每季度来' },
      },
    ])
    expect(questionsOf(questions)).toEqual(['kind 微信 1'])
    expect(faultsOf(faults)).toEqual(['A 3 date-bad', 'words 4 blank'])
  })
  it('that are exported are read again; the example of a table to fill in is not', () => {
    const talk = {
      ...({ on: '2026-11-20', whom: '街道办', kind: 'letter', person: '王芳' } as const),
      ...{ words: '报送名单', agreed: null, withdrawn: null },
    }
    const back = talkRows(list('talks', exported(talksDocument([talk], HEAD))), new Map())
    expect(back.rows).toEqual([
      {
        ...{ row: 2, on: '2026-11-20', name: '街道办', kind: 'letter', person: '王芳' },
        words: '报送名单',
      },
    ])
    const blank = exported(talksDocument([talk], { ...HEAD, template: true }))
    expect(talkRows(list('talks', blank), new Map()).rows).toEqual([])
  })
})

describe('attendance', () => {
  const person = (id: string, name: string, number: string, ...posts: string[]) => ({
    ...{ id, name, phones: [{ number }], posts },
  })
  const KNOWN = {
    persons: [
      person('zhao', '赵铁柱', '13800000001', 'guard'),
      person('w1', '王伟', '13800000002', 'guard'),
      person('w2', '王伟', '138 0000 0003', 'monitor'),
    ],
    posts: [
      { id: 'guard', name: localized('保安', 'Guard') },
      { id: 'monitor', name: localized('监控岗', 'Monitor') },
    ],
    sessions: [{ id: 's1', course: '灭火', date: '2026-11-20' }],
  }
  const read = (text: string, answers: Partial<AttendanceAnswers> = {}) =>
    attendanceRows(list('attendance', text), KNOWN, {
      ...{ persons: new Map(), session: 's1' },
      ...answers,
    })
  const SHEET = `
消防培训签到表|<|<|<|<
序号|姓名|岗位|签到|成绩
1|赵 铁柱|保安|√|85分
2|王伟|监控岗|是|
3|牛魔王|外协|到|70
4|王伟|保安|请假|
5|孙小圣|保安||
6|赵铁柱|保安|代签|优`

  it('takes who was there with their marks, tells namesakes apart by post, and asks for a stranger', () => {
    const { rows, questions, faults, left } = read(SHEET)
    const at = { course: '灭火', date: '2026-11-20', sessionId: 's1' }
    expect(rows).toEqual([
      { row: 3, name: '赵铁柱', personId: 'zhao', ...at, score: 85 },
      { row: 4, name: '王伟', personId: 'w2', ...at },
    ])
    expect(questionsOf(questions)).toEqual(['person 牛魔王 1'])
    expect(left).toEqual([
      { row: 6, text: '王伟 请假' },
      { row: 7, text: '孙小圣' },
    ])
    expect(faultsOf(faults)).toEqual(['D 8 present-bad', 'E 8 score-bad'])
  })
  it('a stranger is whoever somebody says: a person of the register, another by name, nobody', () => {
    const answered = (answer: string) =>
      read(SHEET, { persons: new Map([['牛魔王', answer]]) }).rows.find(({ row }) => row === 5)
    expect(answered('w1')?.personId).toBe('w1')
    expect(answered('outside')).toMatchObject({ personId: null, name: '牛魔王' })
    expect(answered('none')).toBe(undefined)
  })
  it('namesakes that nothing tells apart are asked for each row, with both', () => {
    const { questions, rows } = read('姓名|手机\n王伟|\n王伟|13800000003')
    expect(questions).toMatchObject([{ kind: 'person', key: '王伟 2', candidates: ['w1', 'w2'] }])
    expect(rows).toMatchObject([{ row: 3, personId: 'w2' }])
  })
  it('without course and day asks once which session it was', () => {
    const { questions, rows } = read('姓名|签到\n赵铁柱|1\n王伟|0', { session: null })
    expect([questionsOf(questions), rows]).toEqual([['session  1'], []])
  })
  it('with course and day needs no session; what is joined over rows goes on', () => {
    const { rows } = read(
      '课程|日期|时长|姓名\n触电急救|2026-11-18|1.5小时|赵铁柱\n|||孙小圣\n灭火|2026/11/19|45|赵铁柱',
      { persons: new Map([['孙小圣', 'outside']]) },
    )
    expect(rows).toEqual([
      {
        ...{ row: 2, name: '赵铁柱', personId: 'zhao', minutes: 90 },
        ...{ course: '触电急救', date: '2026-11-18' },
      },
      { row: 3, name: '孙小圣', personId: null, course: '触电急救', date: '2026-11-18' },
      {
        ...{ row: 4, name: '赵铁柱', personId: 'zhao', minutes: 45 },
        ...{ course: '灭火', date: '2026-11-19' },
      },
    ])
  })
  it('that is exported is read again; the example of a table to fill in is not', () => {
    const record = {
      ...{ today: '2026-11-24', owed: [], plans: [] },
      persons: [{ id: 'zhao', name: '赵铁柱', posts: [localized('保安', 'Guard')] }],
      courses: [{ id: 'c1', title: '灭火', exams: [] }],
      sessions: [
        {
          ...{ courseId: 'c1', heldAt: Date.parse('2026-11-20T14:00:00+08:00'), minutes: 60 },
          ...{ place: '会议室', leader: { name: '李工' } },
          attendees: [{ name: '赵铁柱' }, { name: '' }],
        },
        {
          ...{ courseId: 'c1', heldAt: Date.parse('2026-12-20T14:00:00+08:00'), minutes: 60 },
          ...{ place: '', leader: { name: '李工' }, attendees: [{ name: '赵铁柱' }] },
        },
      ],
      figures: {
        ...{ sessions: 0, minutes: 0, attendances: 0, persons: 0, exams: 0, passed: 0 },
        ...{ signedOff: 0, lacking: 0 },
      },
    }
    const { rows, questions, faults } = read(exported(attendanceDocument(record, HEAD)))
    expect([questions, faults]).toEqual([[], []])
    expect(rows).toEqual([
      {
        ...{ row: 2, name: '赵铁柱', personId: 'zhao', course: '灭火', date: '2026-11-20' },
        ...{ minutes: 60, place: '会议室', leader: '李工' },
      },
    ])
    const blank = exported(attendanceDocument(record, { ...HEAD, template: true }))
    expect(read(blank).rows).toEqual([])
  })
})
