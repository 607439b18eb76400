/** The headquarters of one incident: who forms it, on the board, in the record and on paper. */
import { afterEach, expect, it } from 'vitest'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const opened = async (): Promise<{ incidentId: string; zhou: string }> => {
  kit = await openStation({ plans: [plan('fire', [step('a')])] })
  const { id } = await kit.ask('people/person-set', { name: '孙梅', phones: [], posts: ['head'] })
  return { incidentId: await kit.run(['fire']), zhou: id }
}

it('is formed of persons of the register and of anybody, changed, and dissolved (S01-04)', async () => {
  const { incidentId, zhou } = await opened()
  await kit.ask('incident/headquarters', {
    incidentId,
    members: [{ personId: zhou, postId: 'head', duty: '现场协调' }, { person: '街道办赵主任' }],
  })
  expect((await kit.incident(incidentId)).headquarters).toEqual([
    {
      person: '孙梅',
      personId: zhou,
      postId: 'head',
      post: { zh: '岗位head', en: 'Post head' },
      duty: '现场协调',
    },
    { person: '街道办赵主任', personId: null, postId: null, post: null, duty: null },
  ])
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  expect(entries.at(-1)?.says).toEqual({
    zh: '指挥部成员：孙梅（岗位head，现场协调）、街道办赵主任',
    en: 'Headquarters: 孙梅 (Post head, 现场协调), 街道办赵主任',
  })
  await kit.ask('incident/headquarters', { incidentId, members: [] })
  expect((await kit.incident(incidentId)).headquarters).toEqual([])
  expect((await kit.ask('incident/timeline', { incidentId })).entries.at(-1)?.says.zh).toBe(
    '指挥部撤销',
  )
})

it('is nobody for walls, and stands sealed in the record', async () => {
  const { incidentId, zhou } = await opened()
  await kit.ask('incident/headquarters', {
    incidentId,
    members: [{ personId: zhou, duty: '宣传' }],
  })
  const [incident] = (await kit.station.board('wall')).incidents
  expect(incident?.headquarters).toMatchObject([{ person: null, duty: null }])
  const bodies = JSON.stringify((await kit.events()).map(({ body }) => body))
  for (const personal of ['孙梅', '宣传']) expect(bodies).not.toContain(personal)
})

it('takes nobody whom the register does not have, and no member without a name', async () => {
  const { incidentId } = await opened()
  const send = (member: object) =>
    kit.send('incident/headquarters', { incidentId, members: [member] })
  expect(await send({ personId: 'nobody' })).toMatchObject({
    code: 'unknown-person',
    details: ['nobody'],
  })
  expect(await send({ duty: '宣传' })).toMatchObject({ code: 'bad-input' })
  expect(
    await kit.send('incident/headquarters', { incidentId: 'none', members: [] }),
  ).toMatchObject({ code: 'unknown-incident' })
})
