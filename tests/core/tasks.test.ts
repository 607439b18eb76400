/** Ad-hoc tasks through the station: whose, by when, who has heard it, and what stays personal. */
import { afterEach, expect, it } from 'vitest'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

async function running(): Promise<string> {
  kit = await openStation({ on: 'sqlite', plans: [plan('fire', [step('leave')])] })
  return kit.run(['fire'])
}
const person = (name: string, posts: string[] = []) =>
  kit.ask('people/person-set', { name, phones: [], posts })
const lines = async (incidentId: string) =>
  (await kit.ask('incident/timeline', { incidentId })).entries.map(({ says, words }) => [
    says.zh,
    words,
  ])

it('is given to a post, is late on the clock, and is kept apart from the record in its words', async () => {
  const incidentId = await running()
  const { stepId } = await kit.ask('incident/task', {
    incidentId,
    text: '到西门接消防车',
    owner: { postId: 'desk' },
    limitMs: 120_000,
  })
  expect(await kit.step(incidentId, stepId)).toMatchObject({
    title: { zh: '临时任务1：到西门接消防车' },
    role: { zh: '岗位desk' },
    late: false,
  })
  await kit.clock.advance('2 min')
  expect((await kit.step(incidentId, stepId)).late).toBe(true)
  expect((await kit.incident(incidentId)).alerts).toMatchObject([{ kind: 'late', stepId }])
  expect(JSON.stringify(await kit.events())).not.toContain('西门')
  kit = await kit.restart('1 s')
  expect((await kit.step(incidentId, stepId)).title.zh).toBe('临时任务1：到西门接消防车')
  await kit.ask('incident/step', { incidentId, stepId, outcome: 'done' })
  expect((await kit.incident(incidentId)).alerts).toEqual([])
  expect((await lines(incidentId)).filter(([says]) => says?.includes('临时任务'))).toEqual([
    [expect.stringMatching(/^临时任务1交给岗位desk，.*前完成$/), '到西门接消防车'],
    ['超时：临时任务1', null],
    ['已完成：临时任务1', null],
  ])
  const month = await kit.ask('statistics/month', { month: '2026-11' })
  expect(month.limits).toEqual({ due: 0, met: 0, late: 0 })
})

it('names everybody of a post, and each by name, who must say that they heard it', async () => {
  const incidentId = await running()
  await person('甲', ['head'])
  await person('乙', ['head'])
  const { id } = await person('丙')
  const { stepId } = await kit.ask('incident/task', {
    incidentId,
    text: '清点本楼层人数',
    owner: { personId: id },
    named: [{ postId: 'head' }, { personId: id }, { person: '物业小张' }],
  })
  const named = async () => (await kit.step(incidentId, stepId)).task?.named ?? []
  expect((await named()).map((entry) => [entry.person, entry.post?.zh ?? null])).toEqual([
    ['甲', '岗位head'],
    ['乙', '岗位head'],
    ['丙', null],
    ['物业小张', null],
  ])
  expect((await kit.step(incidentId, stepId)).people).toEqual(['丙'])
  for (const member of ['1', '3', '4'])
    await kit.ask('incident/heard', { incidentId, stepId, member })
  const done = { incidentId, stepId, outcome: 'done' }
  expect(await kit.send('incident/step', done)).toMatchObject({
    code: 'not-all-heard',
    details: ['2'],
  })
  await kit.ask('incident/heard', { incidentId, stepId, member: '2' })
  await kit.ask('incident/step', { incidentId, stepId, outcome: 'done' })
  expect(await lines(incidentId)).toContainEqual(['临时任务1：听到了', '物业小张'])
  expect(JSON.stringify(await kit.events())).not.toContain('物业小张')
})

it('stands in the record as a table of its own, with its words only where somebody asks for them', async () => {
  const incidentId = await running()
  await kit.ask('incident/task', { incidentId, text: '接消防车', owner: { person: '王强' } })
  const read = await kit.ask('history/read', { incidentId })
  const tasks = (personal: boolean) =>
    JSON.stringify(
      incidentDocument(read, {
        ...{ at: 0, zone: 'Asia/Shanghai', site: { zh: '', en: '' } },
        personal,
      })
        .sections.find(({ id }) => id === 'steps')
        ?.tables.find(({ id }) => id === 'steps-tasks'),
    )
  expect(tasks(true)).toContain('临时任务1：接消防车')
  expect(tasks(false)).toContain('临时任务1')
  expect(tasks(false)).not.toContain('接消防车')
})

it('is refused of a stranger, of no post, of two owners, with two limits', async () => {
  const incidentId = await running()
  const codeOf = async (part: object) => {
    const answer = await kit.send('incident/task', { incidentId, text: '守门', ...part })
    return answer.ok ? 'ok' : answer.code
  }
  expect(await codeOf({ owner: { personId: 'nobody' } })).toBe('unknown-person')
  expect(await codeOf({ owner: { postId: 'nowhere' } })).toBe('unknown-post')
  expect(await codeOf({ owner: {} })).toBe('bad-input')
  expect(await codeOf({ owner: { postId: 'desk', person: '甲' } })).toBe('bad-input')
  expect(await codeOf({ owner: { postId: 'desk' }, limitMs: 60_000, dueAt: 9e12 })).toBe(
    'bad-input',
  )
  expect(await codeOf({ owner: { postId: 'desk' }, dueAt: 1 })).toBe('bad-input')
  expect(await codeOf({ owner: { postId: 'desk' } })).toBe('ok')
})

it('is taken back within ten seconds as if it had not been', async () => {
  const incidentId = await running()
  const commandId = crypto.randomUUID()
  const task = { incidentId, text: '守门', owner: { postId: 'desk' } }
  await kit.send('incident/task', task, { id: commandId })
  await kit.ask('incident/undo', { incidentId, commandId })
  expect((await kit.incident(incidentId)).steps.map(({ id }) => id)).toEqual(['leave'])
})
