/**
 * Reports to those above through the station: numbered, frozen as they went out, sealed in the
 * record and left out on walls; each refusal.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Input, Name } from '#shared/contract/contract.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const fire = plan('fire', [step('ring')])
let kit: Kit
let incidentId: string
beforeEach(async () => {
  kit = await openStation({ on: 'sqlite', plans: [fire] })
  incidentId = await kit.run(['fire'])
})
afterEach(() => kit.stop())

const bulletin = (part: Partial<Input<'bulletin/send'>> = {}): Input<'bulletin/send'> => ({
  ...{ incidentId, number: 1, text: '第1报正文\n三楼冒烟', signer: '雀大甲', to: '区应急局' },
  ...part,
})
const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}

it('keeps each as it went out, with its kind, to whom and by whom, in order', async () => {
  await kit.ask('bulletin/send', bulletin())
  await kit.clock.advance(MINUTE)
  await kit.ask('bulletin/send', bulletin({ number: 2, text: '第2报正文' }))
  expect((await kit.incident(incidentId)).bulletins).toMatchObject([
    { number: 1, kind: 'first', text: '第1报正文\n三楼冒烟', signer: '雀大甲', to: '区应急局' },
    { number: 2, kind: 'follow-up', text: '第2报正文', at: kit.clock.wall() },
  ])
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  expect(entries.at(-1)).toMatchObject({
    says: { zh: '续报已报出（第2报，雀大甲签发，报区应急局）' },
    words: '第2报正文',
  })
})

it('refuses a number that somebody else has sent meanwhile, and a final one while a response runs', async () => {
  await kit.ask('bulletin/send', bulletin())
  expect(await codeOf('bulletin/send', bulletin())).toBe('not-as-seen')
  expect(await codeOf('bulletin/send', bulletin({ number: 2, final: true }))).toBe('bad-move')
  expect((await kit.incident(incidentId)).bulletins).toHaveLength(1)
})

it('takes when the head came to know, once more as often as it is put right, and no impossible time', async () => {
  const at = kit.clock.wall()
  await kit.clock.advance(5 * MINUTE)
  await kit.ask('bulletin/head-informed', { incidentId, at: at + MINUTE })
  await kit.ask('bulletin/head-informed', { incidentId, at: at + 2 * MINUTE })
  expect((await kit.incident(incidentId)).headInformedAt).toBe(at + 2 * MINUTE)
  for (const impossible of [at - MINUTE * 60, kit.clock.wall() + MINUTE])
    expect(await codeOf('bulletin/head-informed', { incidentId, at: impossible })).toBe('bad-input')
  expect(await codeOf('bulletin/head-informed', { incidentId: 'nowhere', at })).toBe(
    'unknown-incident',
  )
})

it('keeps words and names out of the record, and off every wall', async () => {
  await kit.ask('bulletin/send', bulletin())
  const written = JSON.stringify(await kit.events())
  for (const personal of ['三楼冒烟', '雀大甲', '区应急局']) expect(written).not.toContain(personal)
  const wall = await kit.station.board('wall')
  expect(JSON.stringify(wall)).not.toContain('雀大甲')
  expect(wall.incidents[0]?.bulletins).toMatchObject([{ text: null, signer: null, to: null }])
})

it('numbers each series by itself, and says that a response was started only where one was', async () => {
  await kit.ask('bulletin/send', bulletin())
  await kit.ask('bulletin/send', bulletin({ series: 'response' }))
  const copies = ['总经理', '分管副总']
  await kit.ask('bulletin/send', bulletin({ series: 'management', copies }))
  await kit.ask('bulletin/send', bulletin({ number: 2 }))
  expect(await codeOf('bulletin/send', bulletin({ series: 'response' }))).toBe('not-as-seen')
  const { bulletins } = await kit.incident(incidentId)
  expect(bulletins?.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    ...['first 1', 'response 1', 'management 1', 'follow-up 2'],
  ])
  expect(bulletins?.[2]?.copies).toEqual(copies)
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  expect(entries.map(({ says }) => says.zh)).toContain(
    '书面报告已报出（第1报，雀大甲签发，报区应急局，抄送总经理、分管副总）',
  )
  expect(JSON.stringify(await kit.events())).not.toContain('分管副总')
  const calm = await kit.run()
  const started = bulletin({ incidentId: calm, series: 'response' })
  expect(await codeOf('bulletin/send', started)).toBe('bad-move')
})

it('keeps who gets written reports by severity, as it was set last', async () => {
  const read = async () => (await kit.ask('bulletin/copies-read', {})).arranged
  expect(await read()).toBeNull()
  const none = { extraordinary: [], major: [], serious: ['总经理'], ordinary: [] }
  await kit.ask('bulletin/copies-set', { to: '主管服务部门', copies: none })
  kit = await kit.restart('1 s')
  expect(await read()).toEqual({ to: '主管服务部门', copies: none })
  expect(await codeOf('bulletin/copies-set', { to: '', copies: {} })).toBe('bad-input')
})
