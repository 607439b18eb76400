/**
 * The part 培训 of the readiness page: who lacks what, a course filled in from its plan, an exam by
 * keyboard, sign-offs, pasted attendance; its empty states in both languages.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import TrainingPart from '#renderer/console/pages/readiness/training/TrainingPart.vue'
import { accepted, mountConsole, read } from './desk.ts'

type Read = ReplyOf<'training/read'>
const question = { text: '火警电话？', answers: ['110', '119'], right: 1 }
const COURSE: Read['courses'][number] = {
  ...{ id: 'c1', title: '灭火', words: '先报警', planId: null, planTitle: null, everybody: false },
  ...{ posts: [{ id: 'guard', name: localized('保安', 'Guard') }], months: null },
  ...{ remindDays: null, passMark: 80, questions: [question, { ...question, text: '再问一次' }] },
  ...{ ended: false, exams: [] },
}
const NOTHING: Read = {
  ...{ today: '2026-11-24', usual: { months: 12, remindDays: 30 }, persons: [], courses: [] },
  ...{ sessions: [], owed: [], plans: [] },
  figures: {
    ...{ sessions: 0, minutes: 0, attendances: 0, persons: 0, exams: 0, passed: 0 },
    ...{ signedOff: 0, lacking: 0 },
  },
}
const SITE: Read = {
  ...NOTHING,
  persons: [{ id: 'p1', name: '李工', posts: [localized('保安', 'Guard')] }],
  courses: [COURSE],
  owed: [
    {
      personId: 'p1',
      courseId: 'c1',
      state: 'expired',
      last: '2025-11-01',
      until: '2026-11-01',
      exam: null,
    },
  ],
  plans: [
    {
      ...{ planId: 'fire', revision: 'r2', title: localized('火灾', 'Fire') },
      readers: [{ personId: 'p1', posts: ['guard'], state: 'again', readOn: '2026-01-05' }],
    },
  ],
}

beforeEach(() => {
  location.hash = '#/readiness/training'
})

async function opened(reply: Read, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const mounted = await mountConsole(
    TrainingPart,
    {},
    {
      'training/read': () => accepted<'training/read'>(reply),
      'training/exam': () =>
        accepted<'training/exam'>({ examId: '1', right: 1, of: 2, passed: false }),
      'training/import': () =>
        accepted<'training/import'>({ rows: [{ row: 2, outcome: 'new', message: null }] }),
      'training/course-set': () => accepted<'training/course-set'>({ courseId: 'c2' }),
      'training/proposal': () =>
        accepted<'training/proposal'>({
          ...{ planId: 'fire', title: localized('火灾', 'Fire'), posts: ['guard'] },
          points: [localized('拨打119', 'Call 119')],
          questions: [
            {
              text: localized('火警电话？', 'Fire brigade?'),
              answers: [localized('119', '119'), localized('110', '110')],
              right: 0,
            },
          ],
        }),
      'people/read': () => ({ ok: false, code: 'internal', message: localized('无', 'none') }),
      'plans/read': () => ({ ok: false, code: 'internal', message: localized('无', 'none') }),
    },
    locale,
  )
  await mounted.show({ incidents: [] })
  await flushPromises()
  return mounted
}
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
async function fill(field: HTMLTextAreaElement | HTMLInputElement, value: string): Promise<void> {
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}

describe('who lacks what', () => {
  it('says how each stands and until when, with the way to the exam', async () => {
    const { page } = await opened(SITE)
    const row = read(page.get('[data-person="p1"]'))
    for (const words of ['李工', '保安', '已过期', '至2026-11-01']) expect(row).toContain(words)
    expect(page.get('[data-person="p1"] a').attributes('href')).toBe(
      '#/readiness/training/exam?course=c1&person=p1',
    )
  })

  it('says what to do before there is any course, in English too', async () => {
    expect(read((await opened(NOTHING)).page)).toContain('还没有课程')
    const { page } = await opened(NOTHING, 'en')
    expect(read(page)).toContain('There is no course yet')
    expect(read(page)).not.toMatch(/training\.\w/)
  })
})

describe('sign-offs', () => {
  it('of one post are those of its people, with a way to all', async () => {
    const plan = SITE.plans[0]!
    const reader = { ...plan.readers[0]!, personId: 'p2', posts: ['desk'] }
    const other = { ...plan, planId: 'call', title: localized('来电', 'Call'), readers: [reader] }
    const persons = [...SITE.persons, { id: 'p2', name: '王芳', posts: [] }]
    location.hash = '#/readiness/training/sign-off/guard'
    const { page } = await opened({ ...SITE, persons, plans: [plan, other] })
    expect(page.findAll('[data-plan]').map((each) => each.attributes('data-plan'))).toEqual([
      'fire',
    ])
    expect(read(page.get('.only'))).toContain('只列这个岗位上的人：李工')
    expect(page.get('.only a').attributes('href')).toBe('#/readiness/training/sign-off')
  })
})

describe('an exam', () => {
  it('is taken by digits and Enter, and what was wrong is shown once it is handed in', async () => {
    location.hash = '#/readiness/training/exam?course=c1&person=p1'
    const { page, station } = await opened(SITE)
    await page.get('.exam .strong').trigger('click')
    const exam = page.get('.exam')
    await exam.trigger('keydown', { key: '2' })
    await exam.trigger('keydown', { key: 'Enter' })
    expect(read(page.get('legend'))).toBe('再问一次')
    await exam.trigger('keydown', { key: 'Backspace' })
    expect(read(page.get('legend'))).toBe('火警电话？')
    await exam.trigger('keydown', { key: 'Enter' })
    await exam.trigger('keydown', { key: '1' })
    await exam.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(station.of('training/exam')).toEqual([
      { courseId: 'c1', learner: { personId: 'p1' }, answers: [1, 0] },
    ])
    expect(read(page.get('.result'))).toContain('不合格：答对1/2，要答对2题')
    expect(read(page.get('dl'))).toContain('正确：119')
  })

  it('goes on only once an answer is chosen', async () => {
    location.hash = '#/readiness/training/exam?course=c1&person=p1'
    const { page } = await opened(SITE)
    await page.get('.exam .strong').trigger('click')
    await page.get('.exam').trigger('keydown', { key: 'Enter' })
    expect(read(page.get('legend'))).toBe('火警电话？')
    expect(page.get('.exam .strong').attributes('title')).toBe('先选一个答案')
  })
})

describe('a course', () => {
  it('is filled in from its plan, can be changed, and is saved with its questions', async () => {
    location.hash = '#/readiness/training/courses'
    const { page, station } = await opened(SITE)
    expect(read(page.get('[data-course="c1"]'))).toContain('12个月一次')
    await page.get('.acts .strong').trigger('click')
    await flushPromises()
    const plan = dialog().querySelector('select')!
    plan.append(Object.assign(document.createElement('option'), { value: 'fire' }))
    plan.value = 'fire'
    plan.dispatchEvent(new Event('change', { bubbles: true }))
    await flushPromises()
    const [, questions] = dialog().querySelectorAll('textarea')
    expect(questions!.value).toBe('火警电话？\n+ 119\n- 110')
    await fill(questions!, '火警电话？\n- 119\n- 110')
    expect(dialog().querySelector('[type=submit]')!.getAttribute('title')).toContain('第1题')
    await fill(questions!, '火警电话？\n+ 119\n- 110')
    dialog().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('training/course-set')).toMatchObject([
      {
        ...{ title: '火灾', words: '拨打119', months: null, passMark: 80 },
        questions: [{ text: '火警电话？', answers: ['119', '110'], right: 0 }],
      },
    ])
  })
})

describe('sign-offs and attendance', () => {
  it('name who has to sign again', async () => {
    location.hash = '#/readiness/training/sign-off'
    const { page } = await opened(SITE)
    const row = read(page.get('[data-plan="fire"]'))
    expect(row).toContain('1人未签')
    expect(row).toContain('旧版 2026-01-05，须重签')
  })

  it('take pasted rows after they were seen', async () => {
    location.hash = '#/readiness/training/sessions'
    const { page, station } = await opened(SITE)
    await page.findAll('.acts button')[1]!.trigger('click')
    await flushPromises()
    await fill(dialog().querySelector('textarea')!, '课程\t日期\t姓名\n灭火\t2026/11/20\t李工')
    const save = dialog().querySelector<HTMLButtonElement>('[type=submit]')!
    save.click()
    await flushPromises()
    expect(dialog().textContent).toContain('新场次')
    save.click()
    await flushPromises()
    expect(station.of('training/import')).toMatchObject([
      { preview: true, rows: [{ row: 2, course: '灭火', date: '2026-11-20', person: '李工' }] },
      { preview: false },
    ])
  })
})
