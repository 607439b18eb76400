/** Risks and talks in a running station: what is recorded, sealed, listed, due, and in files. */
import { afterEach, expect, it } from 'vitest'
import { readPolicies } from '#main/adapters/plans/policies.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Name } from '#shared/contract/contract.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())
const open = async () => {
  const policies = readPolicies('resources/standards/policies.yaml') ?? []
  const library = smallLibrary([plan('fire', [step('a')])], { policies })
  kit = await openStation({ on: 'sqlite', library, at: '2026-11-24T12:00:00+08:00' })
}
const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const obligations = async () =>
  (await kit.ask('readiness/list', {})).obligations.map(({ line }) => line.zh)

it('a risk is graded with its measures and plan, due for assessment after a year, and sealed', async () => {
  await open()
  const risk = {
    ...({ what: '舞台坍塌', place: '一号厅', kind: 'accident', grade: 'major' } as const),
    ...{ measures: '搭建验收', planId: 'fire', owner: { person: '李工' } },
    assessedOn: '2026-11-24',
  }
  const { riskId } = await kit.ask('risk/assess', risk)
  await kit.ask('risk/assess', { ...risk, what: '雷暴', kind: 'natural', grade: 'low' })
  expect((await kit.ask('risk/list', {})).risks).toMatchObject([
    {
      ...{ what: '舞台坍塌', grade: 'major', due: '2027-11-24', planTitle: { zh: '预案fire' } },
      owner: { name: { zh: '李工' } },
    },
    { what: '雷暴' },
  ])
  expect(await codeOf('risk/assess', { ...risk, riskId: 'r9' })).toBe('unknown-risk')
  expect(await codeOf('risk/assess', { ...risk, planId: 'none' })).toBe('unknown-plan')
  expect(await codeOf('risk/assess', { ...risk, assessedOn: '2026-11-25' })).toBe('bad-input')
  expect(JSON.stringify(await kit.events())).not.toMatch(/舞台|搭建|李工/)
  kit = await kit.restart('8760 h') // a year
  expect(await obligations()).toContain('复评风险：舞台坍塌')
  await kit.ask('risk/assess', { ...risk, riskId, grade: 'general', assessedOn: '2027-11-24' })
  expect(await obligations()).not.toContain('复评风险：舞台坍塌')
  const again = (await kit.ask('risk/list', {})).risks.find(({ id }) => id === riskId)
  expect(again?.earlier).toEqual([{ grade: 'major', assessedOn: '2026-11-24' }])
  await kit.ask('risk/withdraw', { riskId, reason: '舞台拆了' })
  expect(await codeOf('risk/withdraw', { riskId, reason: '舞台拆了' })).toBe('no-change')
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('a talk with an authority is kept with what was agreed, over a restart, and can be put right', async () => {
  await open()
  const { id: contactId } = await kit.ask('contacts/set', {
    ...{ name: '辖区消防救援站', category: 'outside-fire', numbers: [{ number: '119' }] },
  })
  const talk = {
    ...({ on: '2026-11-20', kind: 'visit', contactId, whom: '辖区消防救援站' } as const),
    ...{ person: '李工', words: '熟悉水源', agreed: '每季度来一次' },
  }
  const { talkId } = await kit.ask('liaison/record', talk)
  expect(await codeOf('liaison/record', { ...talk, contactId: 'c9' })).toBe('unknown-contact')
  expect(await codeOf('liaison/record', { ...talk, talkId: 't9' })).toBe('unknown-talk')
  await kit.ask('liaison/record', { ...talk, talkId, kind: 'meeting' })
  kit = await kit.restart()
  expect((await kit.ask('liaison/list', {})).talks).toMatchObject([
    { ...talk, kind: 'meeting', id: talkId, withdrawn: null },
  ])
  expect(JSON.stringify(await kit.events())).not.toMatch(/水源|李工|每季度/)
  await kit.ask('liaison/withdraw', { talkId, reason: '记重了' })
  expect((await kit.ask('liaison/list', {})).talks).toMatchObject([
    { withdrawn: { reason: '记重了' } },
  ])
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('a table of risks and one of talks are taken whole or not at all, and are the same again', async () => {
  await open()
  const { id: contactId } = await kit.ask('contacts/set', {
    ...{ name: '辖区消防救援站', category: 'outside-fire', numbers: [{ number: '119' }] },
  })
  const { id: postId } = await kit.ask('people/post-set', { name: '保安队长' })
  const risk = { row: 2, what: '舞台坍塌', place: '一号厅', measures: '搭建验收' }
  const rows = [
    { ...risk, kind: 'accident', grade: 'major', plan: '《预案fire》', owner: '保安队长' } as const,
    { ...risk, row: 3, what: '雷暴', kind: 'natural', grade: 'low', owner: '李工' } as const,
  ]
  const bad = {
    ...risk,
    row: 4,
    kind: 'health',
    grade: 'low',
    plan: '没有',
    place: '厨房',
  } as const
  expect((await kit.ask('risk/import', { rows, preview: true })).rows).toMatchObject([
    { row: 2, outcome: 'new' },
    { row: 3, outcome: 'new' },
  ])
  expect(await codeOf('risk/import', { rows: [...rows, bad] })).toBe('rows-refused')
  expect((await kit.ask('risk/list', {})).risks).toEqual([])
  await kit.ask('risk/import', { rows })
  expect((await kit.ask('risk/list', {})).risks).toMatchObject([
    { what: '舞台坍塌', planId: 'fire', owner: { postId }, assessedOn: '2026-11-24' },
    { what: '雷暴', planId: null, owner: { postId: null, name: { zh: '李工' } } },
  ])
  const again = [
    { ...risk, kind: 'accident', grade: 'major' } as const,
    { ...risk, row: 3, what: '雷暴', kind: 'natural', grade: 'general' } as const,
  ]
  expect((await kit.ask('risk/import', { rows: again })).rows).toMatchObject([
    { outcome: 'same' },
    { outcome: 'changed' },
  ])
  expect((await kit.ask('risk/list', {})).risks[1]).toMatchObject({
    ...{ grade: 'general', owner: { name: { zh: '李工' } }, earlier: [] },
  })
  const talks = [
    {
      ...({ row: 2, on: '2026-11-20', whom: '辖区消防救援站', kind: 'visit' } as const),
      ...{ person: '李工', words: '熟悉水源', agreed: '每季度来一次' },
    },
  ]
  await kit.ask('liaison/import', { rows: talks })
  expect((await kit.ask('liaison/import', { rows: talks })).rows).toMatchObject([
    { outcome: 'same' },
  ])
  expect((await kit.ask('liaison/list', {})).talks).toMatchObject([
    { contactId, whom: '辖区消防救援站', agreed: '每季度来一次' },
  ])
  const ahead = talks.map((row) => ({ ...row, on: '2026-11-25' }))
  expect(await codeOf('liaison/import', { rows: ahead })).toBe('rows-refused')
  expect(JSON.stringify(await kit.events())).not.toMatch(/舞台|搭建|李工|水源|每季度/)
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})
