/**
 * The aftermath of an incident through the station: sealed, over a restart, taken back within ten
 * seconds, and what holds the archive of it.
 */
import { cpSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { inquiryDocument } from '#shared/domain/document/inquiry-document.ts'
import { localized } from '#shared/domain/text.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { countPlainly } from '../kit/plain-count/count.ts'
import { readPlainly } from '../kit/plain-count/read.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const response = plan('response', [step('act')])
const PAY = {
  kind: 'compensation',
  ...{ whom: '张三', owner: { postId: 'desk' }, dueOn: '2026-12-01' },
  agreedFen: 150_000,
} as const

async function contained(level?: number): Promise<string> {
  const incidentId = await kit.run(['response'])
  if (level) await kit.ask('incident/level', { incidentId, level })
  await kit.ask('incident/step', { incidentId, stepId: 'act', outcome: 'done' })
  await kit.ask('incident/move', { incidentId, to: 'contained' })
  return incidentId
}
const codeOf = async (name: Parameters<Kit['send']>[0], input: unknown): Promise<string> => {
  const answer = await kit.send(name, input as never)
  return answer.ok ? 'ok' : answer.code
}

it('is recorded with its names sealed, and is there again after a restart', async () => {
  kit = await openStation({ on: 'sqlite', plans: [response] })
  const incidentId = await contained()
  const { aftercareId } = await kit.ask('incident/aftercare', { incidentId, ...PAY, words: '误工' })
  await kit.ask('incident/aftercare-change', { incidentId, aftercareId, dueOn: '2026-12-05' })
  await kit.ask('incident/aftercare-done', { incidentId, aftercareId, paidFen: 149_950 })
  await kit.ask('incident/inquiry', {
    ...{ incidentId, course: '插座起火', cause: '过载', opinion: '换插座', handedTo: '分管领导' },
  })
  await kit.ask('incident/review', {
    ...{ incidentId, kind: 'review', well: '扑救快', lessons: ['每月查线'], people: '王强、李敏' },
    plans: ['response'],
  })
  const events = JSON.stringify(await kit.events())
  for (const words of ['张三', '误工', '过载', '换插座', '分管领导', '每月查线', '王强'])
    expect(events).not.toContain(words)
  kit = await kit.restart('1 s')
  expect((await kit.incident(incidentId)).aftermath).toMatchObject({
    entries: [{ whom: '张三', words: '误工', dueOn: '2026-12-05', done: { paidFen: 149_950 } }],
    ...{ agreedFen: 150_000, paidFen: 149_950 },
    inquiry: { cause: '过载', handed: { to: '分管领导' } },
    reviews: [{ well: '扑救快', lessons: [{ id: '1', text: '每月查线' }], people: '王强、李敏' }],
    evaluations: [{ planId: 'response', title: localized('预案response', 'Plan response') }],
  })
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  expect(entries.map(({ says }) => says.zh)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^善后事项：赔偿张三，交给.+，2026-12-01前办，议定1500元$/),
      '善后办结：赔偿张三，实付1499.50元',
      '处理意见已呈报分管领导',
      '复盘已记录，教训1条',
    ]),
  )
})

it('stands on paper with its names only where somebody asks for them', async () => {
  kit = await openStation({ plans: [response] })
  const incidentId = await contained()
  const { aftercareId } = await kit.ask('incident/aftercare', { incidentId, ...PAY, words: '误工' })
  await kit.ask('incident/aftercare-done', { incidentId, aftercareId, paidFen: 149_950 })
  await kit.ask('incident/inquiry', { incidentId, cause: '插座过载', opinion: '换插座' })
  await kit.ask('incident/review', { incidentId, kind: 'review', lessons: ['每月查线'] })
  const record = async (personal: boolean) => {
    const read = await kit.ask('history/read', { incidentId, ...(personal ? {} : { plain: true }) })
    const site = { at: 0, zone: 'Asia/Shanghai', site: localized('', ''), personal }
    const { sections } = incidentDocument(read, site)
    return JSON.stringify(sections.filter(({ id }) => id === 'aftermath' || id === 'timeline'))
  }
  const [open, covered] = [await record(true), await record(false)]
  for (const words of ['张三', '误工', '插座过载', '换插座', '每月查线']) {
    expect(open).toContain(words)
    expect(covered).not.toContain(words)
  }
  for (const fact of ['1499.50', '已办结', '2026-12-01']) expect(covered).toContain(fact)
  const { aftermath } = await kit.incident(incidentId)
  if (!aftermath?.inquiry) throw new Error('no inquiry')
  const inquiry = inquiryDocument(
    {
      inquiry: aftermath.inquiry,
      what: localized('甲', 'A'),
      site: localized('', ''),
      drill: false,
    },
    'Asia/Shanghai',
  )
  expect(inquiry.sections.map(({ id }) => id)).toEqual(['cause', 'opinion'])
})

it('is taken back within ten seconds', async () => {
  kit = await openStation({ plans: [response] })
  const incidentId = await contained()
  const commandId = crypto.randomUUID()
  await kit.send('incident/aftercare', { incidentId, ...PAY }, { id: commandId })
  await kit.ask('incident/undo', { incidentId, commandId })
  expect((await kit.incident(incidentId)).aftermath?.entries).toEqual([])
})

it('is refused as its page says', async () => {
  kit = await openStation({ plans: [response] })
  const incidentId = await contained()
  const of = { incidentId, aftercareId: '7' }
  expect([
    await codeOf('incident/aftercare', { incidentId: 'none', ...PAY }),
    await codeOf('incident/aftercare', { incidentId, ...PAY, owner: { personId: 'nobody' } }),
    await codeOf('incident/aftercare', { incidentId, ...PAY, owner: { postId: 'nowhere' } }),
    await codeOf('incident/aftercare', { incidentId, ...PAY, dueOn: '2026-13-01' }),
    await codeOf('incident/aftercare', { incidentId, ...PAY, agreedFen: 1.5 }),
    await codeOf('incident/aftercare-done', of),
    await codeOf('incident/aftercare-change', { ...of, dueOn: '2026-12-09' }),
    await codeOf('incident/aftercare-withdraw', { ...of, reason: '因' }),
    await codeOf('incident/inquiry', { incidentId }),
    await codeOf('incident/review', { incidentId, kind: 'review' }),
  ]).toEqual([
    ...['unknown-incident', 'unknown-person', 'unknown-post', 'bad-input', 'bad-input'],
    ...['unknown-item', 'unknown-item', 'unknown-item', 'bad-input', 'bad-input'],
  ])
})

it('holds the archive from the level that the site sets, and says so before', async () => {
  kit = await openStation({ plans: [response] })
  const incidentId = await contained(3)
  const result = { cause: 'known', handedTo: '物业' } as const
  await kit.ask('incident/move', { incidentId, to: 'closed', result })
  expect(await kit.ask('site/archive-read', {})).toMatchObject({
    ...{ reviewFrom: 3, closed: [{ incidentId, open: { reviewMissing: true, aftercare: 0 } }] },
  })
  expect(await codeOf('incident/move', { incidentId, to: 'archived' })).toBe('review-missing')
  kit.clock.leap('40 d')
  await kit.clock.advance('2 s')
  expect((await kit.incident(incidentId)).aftermath).toMatchObject({
    ...{ review: 'missing', result: { cause: 'known', handedTo: '物业' } },
  })
  await kit.ask('site/archive-set', { days: 30, reviewFrom: null, reason: '由总部统一复盘' })
  await kit.clock.advance('2 s')
  expect((await kit.ask('history/read', { incidentId })).incident.state).toBe('archived')
})

it('of an archived incident what is owed is told beyond its record: calm page, handover, figures', async () => {
  kit = await openStation({ on: 'sqlite', plans: [response] })
  const incidentId = await contained()
  const { aftercareId } = await kit.ask('incident/aftercare', { incidentId, ...PAY })
  const due = async () => (await kit.ask('incident/aftermath-due', {})).items
  expect(await due()).toEqual([])
  for (const to of ['closed', 'archived'] as const)
    await kit.ask('incident/move', { incidentId, to })
  expect(await due()).toMatchObject([
    {
      ...{ incidentId, number: '2026-001', evaluations: [] },
      entries: [{ kind: 'compensation', whom: '张三', dueOn: '2026-12-01' }],
    },
  ])
  const pageNow = async () => (await kit.ask('handover/read', null)).page.aftermath
  expect(await pageNow()).toEqual({ open: 1, reviews: 0 })
  kit = await kit.restart('25 d')
  expect(await due()).toMatchObject([{ evaluations: [{ planId: 'response' }] }])
  expect(await pageNow()).toEqual({ open: 1, reviews: 0, evaluations: 1 })
  await kit.ask('incident/aftercare-done', { incidentId, aftercareId, paidFen: 1_500_000 })
  await kit.ask('incident/aftercare-correct', {
    ...{ incidentId, aftercareId, paidFen: 150_000, reason: '多一个零' },
  })
  await kit.ask('incident/review', {
    ...{ incidentId, kind: 'evaluation', well: '够用', plans: ['response'] },
  })
  expect(await due()).toEqual([])
  expect(await pageNow()).toBeUndefined()
  const query = { from: '2026-01-01', to: '2026-12-31' }
  const { now, at } = await kit.ask('statistics/period', query)
  expect(now).toMatchObject({
    aftercare: { opened: 1, done: 1, open: 0, overdue: 0, agreed: 1500, paid: 1500 },
    ...{ reviews: { done: 0, passedOver: 0 }, evaluations: { done: 1, late: 0 } },
  })
  const copy = `${kit.file}-counted`
  cpSync(kit.file, copy)
  cpSync(`${kit.file}-wal`, `${copy}-wal`)
  const { incidents, zone } = readPlainly(copy)
  expect(now).toEqual(countPlainly(incidents, query, at, zone))
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  expect(entries.map(({ says }) => says.zh)).toContainEqual(
    expect.stringMatching(/^善后更正：赔偿张三，实付1500元（原15000元）.*多一个零/),
  )
})
