/**
 * Training through the station: a course proposed from a plan, sessions, exams, sign-offs, rows of
 * attendance, after a restart too; names sealed, and purged without a figure that moves.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input, Name } from '#shared/contract/contract.ts'
import { approved, GAS, HOTLINE, openWithPlans, sourceOf, withStep } from '../kit/plans.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const setCourse = (part: Partial<Input<'training/course-set'>> = {}) =>
  kit.ask('training/course-set', {
    ...{ title: '灭火', words: '先报警', posts: ['duty-leader'], passMark: 80 },
    questions: [{ text: '火警电话？', answers: ['110', '119'], right: 1 }],
    ...part,
  })
const person = (name: string, posts: readonly string[] = ['duty-leader']) =>
  kit.ask('people/person-set', { name, phones: [], posts: [...posts] })
const read = () => kit.ask('training/read', {})
const DAY = Date.parse('2026-11-23T10:00:00+08:00')

describe('who lacks what', () => {
  it('follows posts, exams and months, and is the same after a restart', async () => {
    kit = await openStation({ on: 'sqlite' })
    const { id: li } = await person('李工')
    const { courseId } = await setCourse({ months: 6 })
    expect((await read()).owed).toMatchObject([{ personId: li, courseId, state: 'missing' }])
    expect(
      await kit.ask('training/exam', { courseId, learner: { personId: li }, answers: [0] }),
    ).toEqual({ examId: '1', right: 0, of: 1, passed: false })
    await kit.ask('training/exam', {
      courseId,
      learner: { personId: li },
      right: 9,
      of: 10,
      at: DAY,
    })
    kit = await kit.restart('1 h')
    expect(await read()).toMatchObject({
      ...{ today: '2026-11-24', persons: [{ id: li, name: '李工' }] },
      owed: [{ state: 'valid', last: '2026-11-23', until: '2027-05-23' }],
      figures: { exams: 2, passed: 1, persons: 1, lacking: 0 },
    })
    const { id: wang } = await person('王芳')
    expect((await read()).owed).toMatchObject([
      { personId: li },
      { personId: wang, state: 'missing' },
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('takes sessions, puts them right and withdraws them', async () => {
    kit = await openStation()
    const { id: li } = await person('李工')
    const { courseId } = await setCourse({ questions: [] })
    const session = { courseId, heldAt: DAY, minutes: 90, place: '会议室' }
    const leader = { person: '外请教员' }
    const { sessionId } = await kit.ask('training/session-set', {
      ...session,
      ...{ leader, attendees: [{ personId: li }, { person: '实习生' }] },
    })
    const first = await read()
    expect(first.sessions).toMatchObject([
      { leader: { name: '外请教员' }, attendees: [{ name: '李工' }, { name: '实习生' }] },
    ])
    expect(first.owed).toMatchObject([{ state: 'valid' }])
    expect(first.figures).toMatchObject({ sessions: 1, minutes: 90, attendances: 2, persons: 2 })
    await kit.ask('training/session-set', {
      ...{ id: sessionId, ...session, minutes: 60, leader, attendees: [{ person: '实习生' }] },
    })
    expect(await read()).toMatchObject({
      sessions: [{ minutes: 60, attendees: [{ name: '实习生' }] }],
      owed: [{ state: 'missing' }],
    })
    await kit.ask('training/session-withdraw', { sessionId, reason: '登错了' })
    expect((await read()).sessions).toEqual([])
    expect(await codeOf('training/session-withdraw', { sessionId, reason: 'x' })).toBe(
      'unknown-training',
    )
  })

  it('refuses whom and what nobody knows', async () => {
    kit = await openStation()
    const { courseId } = await setCourse()
    expect(
      await codeOf('training/course-set', {
        ...{ title: 'x', words: '', posts: ['post9'], passMark: 80, questions: [] },
      }),
    ).toBe('unknown-post')
    const exam = { courseId, answers: [1] }
    const taken = (part: object): Promise<string> => codeOf('training/exam', { ...exam, ...part })
    expect(await taken({ learner: { personId: 'p9' } })).toBe('unknown-person')
    const learner = { person: '李工' }
    expect(await taken({ learner, sessionId: 's9' })).toBe('unknown-training')
    expect(await taken({ learner, courseId: 'c9' })).toBe('unknown-course')
    expect(await taken({ learner, right: 1 })).toBe('bad-input')
    expect(await codeOf('training/exam-withdraw', { courseId, examId: '1', reason: 'x' })).toBe(
      'unknown-exam',
    )
    expect(await codeOf('training/proposal', { planId: 'none' })).toBe('unknown-plan')
    const signing = { planId: 'none', revision: 'r', persons: ['p9'] }
    expect(await codeOf('training/sign-off', signing)).toBe('unknown-person')
    await kit.ask('training/course-end', { courseId, reason: '并入另一门' })
    expect(await taken({ learner })).toBe('course-ended')
  })

  it('takes rows of attendance: all of them or none', async () => {
    kit = await openStation()
    const { id: li } = await person('李工')
    await setCourse()
    const row = { row: 2, course: '灭火', date: '2026-11-20', person: '李工', score: 90 }
    const bad = { ...row, row: 3, course: '没有' }
    const rows = [row, bad]
    expect((await kit.ask('training/import', { rows, preview: true })).rows).toMatchObject([
      { outcome: 'new' },
      { outcome: 'refused' },
    ])
    expect(await codeOf('training/import', { rows })).toBe('rows-refused')
    await kit.ask('training/import', { rows: [row, { ...row, row: 4, person: '陌生人' }] })
    expect(await read()).toMatchObject({
      sessions: [{ attendees: [{ personId: li }, { personId: null, name: '陌生人' }] }],
      courses: [{ exams: [{ right: 90, of: 100, passed: true, paper: true }, {}] }],
    })
    const again = await kit.ask('training/import', { rows: [{ ...row, person: '陌生人' }] })
    expect(again.rows).toMatchObject([{ outcome: 'same' }])
  })
})

describe('a course made from a plan (S06-25)', () => {
  it('has its steps, limits and numbers, and wrong answers that are the site’s other values', async () => {
    kit = await openWithPlans('memory', [GAS])
    const everything = JSON.stringify(
      await Promise.all(
        (await kit.ask('plans/list', {})).map(({ id }) =>
          kit.ask('training/proposal', { planId: id }),
        ),
      ),
    )
    const { questions, points, title } = await kit.ask('training/proposal', { planId: HOTLINE })
    expect(title.zh).not.toBe('')
    expect(points.length).toBeGreaterThan(3)
    expect(questions.length).toBeGreaterThan(0)
    for (const { answers, right } of questions) {
      expect(new Set(answers.map(({ zh }) => zh)).size).toBe(answers.length)
      expect(answers[right]).toBeDefined()
      for (const { zh } of answers) expect(everything).toContain(zh)
    }
    const taken = questions.map(({ text, answers, right }) => ({
      text: text.zh,
      ...{ right, answers: answers.map(({ zh }) => zh) },
    }))
    await setCourse({ planId: HOTLINE, questions: taken })
    expect((await read()).courses[0]).toMatchObject({ planId: HOTLINE, planTitle: title })
  })

  it('is signed off by the posts of its plan, and again at a new revision (S02-24)', async () => {
    kit = await openWithPlans('memory', [GAS])
    const { steps, ...rest } = await sourceOf(kit, HOTLINE)
    const [step] = steps
    const post = String(step?.['role'])
    const { id: li } = await person('李工', [post])
    const plan = async () => (await read()).plans.find(({ planId }) => planId === HOTLINE)
    const first = await plan()
    expect(first?.readers).toMatchObject([{ personId: li, state: 'missing' }])
    const signing = { planId: HOTLINE, revision: first?.revision ?? '', persons: [li] }
    await kit.ask('training/sign-off', signing)
    expect((await plan())?.readers).toMatchObject([{ state: 'signed', readOn: '2026-11-24' }])
    expect(await codeOf('training/sign-off', signing)).toBe('no-change')
    const { planId, revision: firstRevision } = signing
    await kit.ask('training/sign-off-undo', { planId, revision: firstRevision, personId: li })
    expect((await plan())?.readers).toMatchObject([{ state: 'missing' }])
    await kit.ask('training/sign-off', { ...signing, paper: true, at: DAY })
    const changed = withStep({ steps, ...rest }, step?.id ?? '', { title: { zh: '改', en: 'New' } })
    const revision = await approved(kit, HOTLINE, changed)
    expect(await plan()).toMatchObject({ revision, readers: [{ state: 'again' }] })
    expect(await codeOf('training/sign-off', signing)).toBe('plan-changed')
  })
})

describe('people in it', () => {
  it('have their names sealed', async () => {
    kit = await openStation()
    const { id: li } = await person('雀人')
    const { courseId } = await setCourse({ questions: [] })
    await kit.ask('training/session-set', {
      ...{ courseId, heldAt: DAY, minutes: 5, place: '', leader: { person: '雀教员' } },
      attendees: [{ personId: li }],
    })
    await kit.ask('training/exam', { courseId, learner: { personId: li }, right: 1, of: 1 })
    await kit.ask('training/course-end', { courseId, reason: '雀原因' })
    expect(JSON.stringify(await kit.events())).not.toContain('雀')
  })

  it('are found and exported, kept while they are here, then purged; figures stay', async () => {
    kit = await openStation({ on: 'sqlite', purges: openPurgeLedger })
    const { id } = await person('金雀儿')
    const { courseId } = await setCourse({ questions: [] })
    const leader = { personId: id }
    await kit.ask('training/session-set', {
      ...{ courseId, heldAt: DAY, minutes: 45, place: '', leader, attendees: [leader] },
    })
    const ofTraining = async () =>
      (await kit.ask('retention/find', { name: '金雀儿' })).found.filter(
        ({ where }) => where.zh === '培训场次',
      )
    expect((await ofTraining()).map(({ keeps }) => keeps?.zh)).toEqual([
      expect.stringContaining('登记离开'),
      expect.stringContaining('登记离开'),
    ])
    await kit.ask('people/person-leave', { id })
    const seals = (await ofTraining()).map(({ sealed }) => sealed)
    await kit.ask('retention/purge', { seals, reason: '本人要求' })
    for (let n = 0; n < 4; n++) await kit.clock.advance('1 s')
    const after = await read()
    expect(after.sessions).toMatchObject([{ leader: { name: '' }, attendees: [{ name: '' }] }])
    expect(after.figures).toMatchObject({ sessions: 1, attendances: 1, persons: 1 })
  })
})
