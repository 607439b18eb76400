/**
 * A roster and a list of people on the page: what is open is asked with its cell, the preview says
 * what becomes of each row and records nothing, and one button sends all of it.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import RegisterImport from '#renderer/console/pages/site/register-import/RegisterImport.vue'
import type { Register } from '#renderer/console/pages/site/register-import/registers.ts'
import { useTick } from '#renderer/stores/tick.ts'
import { mountConsole, read, accepted, refused, type MountedConsole } from './desk.ts'
import { until } from '../../kit/until.ts'

const post = (id: string, zh: string, en: string): ReplyOf<'people/read'>['posts'][number] => ({
  id,
  name: localized(zh, en),
  kind: 'person',
  documents: [],
  ofSite: true,
  outside: false,
  standsFor: [],
  substitutes: [],
  minimum: null,
  necessary: false,
})
const person = (id: string, name: string, number: string) => ({
  id,
  name,
  phones: [{ number, kind: 'mobile' as const }],
  posts: ['monitor'],
  onLeave: null,
  left: false,
})
const PEOPLE: ReplyOf<'people/read'> = {
  persons: [
    person('zhao', '赵铁柱', '13800000001'),
    person('w1', '王伟', '13800000002'),
    person('w2', '王伟', '13800000003'),
  ],
  posts: [post('monitor', '监控岗', 'Monitor')],
  groups: [],
  leave: [],
}
const shift = (id: string, zh: string, en: string, begins: string, ends: string) => ({
  id,
  name: localized(zh, en),
  ...{ begins, ends, minimum: 0, least: 0, posts: ['monitor'], weekdays: null },
})
const DUTY: ReplyOf<'duty/read'> = {
  from: '2026-11-23',
  until: '2026-11-29',
  shifts: [
    shift('day', '白班', 'Day', '08:00', '20:00'),
    shift('night', '夜班', 'Night', '20:00', '08:00'),
  ],
  days: [],
  gaps: [],
  now: [],
  next: [],
}
const allNew = ({ rows }: { rows: readonly { row: number }[] }) => ({
  rows: rows.map(({ row }) => ({ row, outcome: 'new' as const, message: null })),
})

type Page = MountedConsole<unknown>['page']
const button = (page: Page, words: string) =>
  page.findAll('button').find((candidate) => candidate.text().includes(words))
const select = (page: Page, label: string) => page.get(`select[aria-label="${label}"]`)

async function opened(
  register: Register,
  text: string,
  answers: Parameters<typeof mountConsole>[2] = {},
): Promise<MountedConsole<unknown>> {
  const open = await mountConsole(
    RegisterImport,
    { register },
    {
      'people/read': () => accepted<'people/read'>(PEOPLE),
      'duty/read': () => accepted<'duty/read'>(DUTY),
      'duty/import': (input) => accepted<'duty/import'>(allNew(input)),
      'people/import': (input) => accepted<'people/import'>(allNew(input)),
      ...answers,
    },
  )
  await open.show({})
  const field = open.page.get('input[type=file]')
  Object.defineProperty(field.element, 'files', {
    value: [new File([text], '表.csv')],
    configurable: true,
  })
  await field.trigger('change')
  await until(() => expect(read(open.page)).toMatch(/读成了什么|还没有班次/))
  await flushPromises()
  return open
}

const ROSTER = `2026年11月值班表,,,,,
姓名,1,2,3,4,5
赵铁柱,白,夜,D,休,白
王伟,夜,白,夜,白,休
牛魔王,休,休,白,夜,夜
注：以上由保卫科安排,,,,,
`

describe('a roster', () => {
  it('asks what D is, which 王伟, and who 牛魔王 is, each with its cell; then all of it is sent at once', async () => {
    const { page, station } = await opened('duty', ROSTER)
    expect(read(page)).toContain('还有3条没有选')
    expect(read(page)).toContain('第3行D列')
    expect(button(page, '导入')?.attributes('title')).toContain('先把“要您说明的”都选好')
    expect(read(page)).toContain('没有读的行（2）')
    expect(station.of('duty/import')).toEqual([])

    await select(page, '记号 D').setValue('day')
    await select(page, '人员 王伟').setValue('w2')
    expect(station.of('duty/import'), 'one is still open').toEqual([])
    await select(page, '人员 牛魔王').setValue('new')
    await until(() => expect(station.of('duty/import')).toHaveLength(1))
    expect(station.of('duty/import')[0]).toMatchObject({ preview: true })
    await until(() => expect(button(page, '导入')?.attributes('disabled')).toBeUndefined())

    await button(page, '导入')?.trigger('click')
    await until(() => expect(read(page)).toContain('已导入：新增'))
    const [, sent] = station.of('duty/import')
    expect(sent?.preview).toBe(false)
    expect(sent?.rows).toContainEqual({
      ...{ row: 3, date: '2026-11-03', shiftId: 'day', postId: 'monitor' },
      persons: [{ id: 'zhao' }, { name: '牛魔王' }],
    })
  })

  it('an answer can be changed, and the preview is asked again', async () => {
    const { page, station } = await opened('duty', ROSTER)
    await select(page, '人员 王伟').setValue('w1')
    await select(page, '人员 牛魔王').setValue('nobody')
    await select(page, '记号 D').setValue('off')
    await until(() => expect(station.of('duty/import')).toHaveLength(1))
    await select(page, '记号 D').setValue('night')
    await until(() => expect(station.of('duty/import')).toHaveLength(2))
    expect(station.of('duty/import')[1]?.rows).toContainEqual(
      expect.objectContaining({ date: '2026-11-03', shiftId: 'night' }),
    )
  })

  it('a question that another answer has settled goes', async () => {
    const { page } = await opened('duty', '日期,岗位甲\n2026-11-01,赵铁柱\n2026-11-02,赵铁柱\n')
    expect(read(page)).toContain('还有1条没有选')
    await select(page, '班次或岗位 岗位甲').setValue('post|monitor')
    expect(read(page)).toContain('班次（表里没写）')
    await select(page, '班次或岗位 岗位甲').setValue('shift|day')
    expect(read(page)).not.toContain('班次（表里没写）')
    await until(() => expect(button(page, '导入2行')).toBeDefined())
  })

  it('without a year waits for it', async () => {
    const { page } = await opened('duty', ROSTER.replace('2026年', ''))
    expect(read(page)).toContain('表里没有写年份')
    expect(button(page, '导入')?.attributes('title')).toContain('选定日期')
  })

  describe('with shifts that the site does not have', () => {
    const noShifts = {
      'duty/read': () => accepted<'duty/read'>({ ...DUTY, shifts: [] }),
    }
    const known = ROSTER.replaceAll('王伟', '赵铁柱').replaceAll('牛魔王', '赵铁柱')
    const field = (page: Page, label: string) => page.get(`input[aria-label="${label}"]`)

    it('offers to make them with their usual times, and makes them with the entries', async () => {
      const { page, station } = await opened('duty', known, noShifts)
      const part = page.get('[aria-label=还没有的班次]')
      expect(part.findAll('tbody tr').map((row) => row.get('th').text())).toEqual(['白', '夜', 'D'])
      expect(read(part)).toContain('次日')
      await select(page, '记号 D').setValue('off')
      await until(() => expect(station.of('duty/import')).toHaveLength(1))
      await field(page, '白：开始').setValue('730')
      await field(page, '白：班次名称').setValue('日勤')
      await until(() => expect(station.of('duty/import').at(-1)?.shifts?.[0]?.begins).toBe('07:30'))
      await until(() => expect(button(page, '导入')?.attributes('disabled')).toBeUndefined())
      await button(page, '导入')?.trigger('click')
      await until(() => expect(read(page)).toContain('新建班次2个'))
      const sent = station.of('duty/import').at(-1)
      expect(sent?.preview).toBe(false)
      expect(sent?.shifts).toMatchObject([
        {
          ...{ name: localized('日勤', '日勤'), begins: '07:30', ends: '20:00' },
          ...{ minimum: 1, posts: ['monitor'] },
        },
        { name: localized('夜班', 'Night shift'), begins: '20:00', ends: '08:00' },
      ])
      const [day] = sent?.shifts ?? []
      expect(sent?.rows).toContainEqual(
        expect.objectContaining({
          date: '2026-11-01',
          shiftId: day?.id,
          persons: [{ id: 'zhao' }],
        }),
      )
    })

    it('sends nothing while the times of one are missing, and says so', async () => {
      const { page, station } = await opened('duty', known, noShifts)
      await select(page, '记号 D').setValue('make')
      await flushPromises()
      expect(read(page)).toContain('时间写成8、830或08:30')
      expect(button(page, '导入')?.attributes('title')).toContain('先把“还没有的班次”填好')
      expect(station.of('duty/import')).toEqual([])
      await field(page, 'D：开始').setValue('8')
      await field(page, 'D：结束').setValue('12')
      await until(() => expect(station.of('duty/import').at(-1)?.shifts).toHaveLength(3))
    })

    it('asks what is meant where somebody wants no new shift', async () => {
      const { page } = await opened('duty', ROSTER.replace('夜,D', '晚,D'))
      await select(page, '记号 D').setValue('day')
      expect(read(page)).not.toContain('记号 晚')
      await page.get('input[type=checkbox][aria-label="为“晚”新建班次"]').setValue(false)
      expect(
        select(page, '记号 晚')
          .findAll('option')
          .map((option) => option.text()),
      ).toContain('新建班次：晚班')
    })

    it('says where shifts are set up if the table names none', async () => {
      const { page } = await opened('duty', '日期,值班人\n2026-11-01,赵铁柱\n', noShifts)
      expect(read(page)).toContain('还没有班次')
    })
  })
})

describe('a list of people', () => {
  const LIST = '姓名,手机,岗位\n王伟,13800000009,监控岗\n孙小圣,不详,巡查岗\n'
  it('with a faulty cell is not sent; the cell and the remedy are named', async () => {
    const { page, station } = await opened('people', LIST)
    expect(read(page)).toContain('第3行B列')
    expect(read(page)).toContain('不是电话号码')
    await select(page, '人员 王伟').setValue('id|w1')
    await select(page, '岗位 巡查岗').setValue('new')
    await flushPromises()
    expect(station.of('people/import')).toEqual([])
    expect(button(page, '导入')?.attributes('title')).toContain('先改好有误的格子')
  })
  it('a row that the station refuses keeps the button grey, and says why', async () => {
    const { page } = await opened('people', LIST.replace('不详', '13800000008'), {
      'people/import': ({ rows }) =>
        accepted<'people/import'>({
          rows: rows.map(({ row }, index) =>
            index === 0
              ? { row, outcome: 'refused', message: localized('没有这个人', 'Nobody') }
              : { row, outcome: 'new', message: null },
          ),
        }),
    })
    await select(page, '人员 王伟').setValue('id|w1')
    await select(page, '岗位 巡查岗').setValue('none')
    await until(() => expect(read(page)).toContain('没有这个人'))
    expect(button(page, '导入')?.attributes('title')).toContain('有1行不行')
  })
  it('a refusal of the whole is shown, and the table stays as it was answered', async () => {
    const { page } = await opened('people', '姓名,手机\n孙小圣,13800000008\n', {
      'people/import': ({ rows, preview }) =>
        preview
          ? accepted<'people/import'>(allNew({ rows }))
          : refused('storage-failed', '存盘失败'),
    })
    await until(() => expect(button(page, '导入')?.attributes('disabled')).toBeUndefined())
    await button(page, '导入')?.trigger('click')
    await until(() => expect(read(page)).toContain('存盘失败'))
    expect(read(page)).toContain('表.csv')
  })
})

describe('a sign-in table', () => {
  const TRAINING: ReplyOf<'training/read'> = {
    ...{ today: '2026-11-24', usual: { months: 12, remindDays: 30 }, persons: [] },
    courses: [
      {
        ...{ id: 'c1', title: '灭火', words: '', planId: null, planTitle: null, posts: [] },
        ...{ everybody: true, months: null, remindDays: null, passMark: 80, questions: [] },
        ...{ ended: false, exams: [] },
      },
    ],
    sessions: [
      {
        ...{ id: 's1', courseId: 'c1', heldAt: Date.parse('2026-11-20T14:00:00+08:00') },
        ...{ minutes: 60, place: '', leader: { personId: null, name: '李工' }, attendees: [] },
      },
    ],
    ...{ owed: [], plans: [] },
    figures: {
      ...{ sessions: 1, minutes: 60, attendances: 0, persons: 0, exams: 0, passed: 0 },
      ...{ signedOff: 0, lacking: 0 },
    },
  }
  const taken: Parameters<typeof mountConsole>[2] = {
    'training/read': () => accepted<'training/read'>(TRAINING),
    'training/import': (input) => accepted<'training/import'>(allNew(input)),
  }
  it('asks which session and who the stranger is, shows who was not there, and sends the rest', async () => {
    const { page, station } = await opened(
      'attendance',
      '姓名,签到,成绩\n赵铁柱,√,85\n牛魔王,到,\n王伟,请假,\n',
      taken,
    )
    expect(read(page)).toContain('没有读的行（1）')
    expect(read(page)).toContain('王伟 请假')
    await select(page, '哪一场（表里没写课程和日期）').setValue('s1')
    expect(station.of('training/import')).toEqual([])
    await select(page, '人员 牛魔王').setValue('outside')
    await until(() => expect(read(page)).toContain('名册以外：牛魔王 · 灭火 · 2026-11-20'))
    expect(page.get(`a[href="#/readiness/training/sessions"]`).text()).toBe('应急准备')
    await button(page, '导入2行')?.trigger('click')
    await until(() => expect(read(page)).toContain('已导入：新增2'))
    const at = { course: '灭火', date: '2026-11-20', sessionId: 's1' }
    expect(station.of('training/import').at(-1)?.rows).toEqual([
      { row: 2, person: '赵铁柱', personId: 'zhao', ...at, score: 85 },
      { row: 3, person: '牛魔王', personId: null, ...at },
    ])
  })
  it('of no session at all says where to enter it', async () => {
    const { page } = await opened('attendance', '姓名\n赵铁柱\n', {
      ...taken,
      'training/read': () => accepted<'training/read'>({ ...TRAINING, sessions: [] }),
    })
    expect(button(page, '导入')?.attributes('title')).toContain('登记这一场')
  })
})

it('a table of risks asks for the grade that it names otherwise, says what is empty, and is sent', async () => {
  const { page, station } = await opened(
    'risks',
    '风险点,风险等级,类别,管控措施\n燃气泄漏,Ⅱ级,事故灾难,装报警器\n',
    { 'risk/import': (input) => accepted<'risk/import'>(allNew(input)) },
  )
  await select(page, '风险等级 Ⅱ级').setValue('considerable')
  await until(() => expect(button(page, '导入1行')).toBeDefined())
  expect(station.of('risk/import').at(-1)?.rows).toEqual([
    { row: 2, what: '燃气泄漏', kind: 'accident', grade: 'considerable', measures: '装报警器' },
  ])
})

it('a table over which the station sits longer says for how long, and that work goes on', async () => {
  const { promise: pending, resolve: release } = Promise.withResolvers<void>()
  const { page, show } = await opened('people', '姓名,电话\n周云雀,13800000009\n', {
    'people/import': async (input) => {
      await pending
      return accepted<'people/import'>(allNew(input))
    },
  })
  expect(read(page)).not.toContain('正在处理')
  useTick().mono = performance.now() + 3_200
  await show({})
  expect(read(page)).toContain('正在处理1行，已用3秒')
  release()
  await until(() => expect(read(page)).not.toContain('正在处理'))
})
