/**
 * Announcements through the station: what lives hang on is out at once, all else once checked;
 * on walls until it is over; each refusal, and nothing of it in the record in clear.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Name } from '#shared/contract/contract.ts'
import { toldTables } from '#shared/domain/document/told-tables.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const fire = plan('fire', [step('ring')])
let kit: Kit
let incidentId: string
beforeEach(async () => {
  kit = await openStation({ on: 'sqlite', plans: [fire] })
  incidentId = await kit.run(['fire'])
})
afterEach(() => kit.stop())

const compose = (part: Partial<Input<'announcement/compose'>> = {}): Promise<unknown> =>
  kit.ask('announcement/compose', {
    ...{ incidentId, text: '三楼停业，请走西门', targets: ['wall', 'chat-group'] },
    ...part,
  })
const onWalls = async (): Promise<readonly string[]> => {
  const { incidents } = await kit.station.board('wall')
  return (incidents[0]?.notices ?? []).map(({ zh }) => zh)
}
const codeOf = async (name: Name, input: object): Promise<string> => {
  const answer = await kit.send(name, { incidentId, announcementId: 'a1', ...input })
  return answer.ok ? 'taken' : answer.code
}
const move = (to: 'contained' | 'lifted') =>
  kit.ask('incident/move', { incidentId, to, reasons: { ring: '不用' } })

describe('what lives hang on', () => {
  it('is out at once and checked after, and comes down once the incident is contained', async () => {
    await compose({ lifeSafety: true })
    expect(await onWalls()).toEqual(['三楼停业，请走西门'])
    expect((await kit.incident(incidentId)).announcements).toMatchObject([
      { id: 'a1', outAt: kit.clock.wall(), checked: null, ended: null },
    ])
    await kit.ask('announcement/check', { incidentId, announcementId: 'a1' })
    expect((await kit.incident(incidentId)).announcements?.[0]?.checked).toMatchObject({
      by: '周敏',
    })
    await move('contained')
    expect(await onWalls()).toEqual([])
    const over = { at: kit.clock.wall() }
    expect((await kit.incident(incidentId)).announcements).toMatchObject([{ ended: null, over }])
  })

  it('is out again when the move is taken back', async () => {
    await compose({ lifeSafety: true })
    await move('contained')
    await kit.ask('incident/move-back', { incidentId, reason: '复燃' })
    expect(await onWalls()).toEqual(['三楼停业，请走西门'])
    expect((await kit.incident(incidentId)).announcements?.[0]).not.toHaveProperty('over')
  })
})

describe('what no life hangs on', () => {
  it('goes out only when it is checked, and stays until it is withdrawn', async () => {
    await compose()
    expect(await onWalls()).toEqual([])
    expect(await codeOf('announcement/sent', { target: 'chat-group' })).toBe('bad-move')
    await kit.ask('announcement/check', { incidentId, announcementId: 'a1' })
    expect(await onWalls()).toEqual(['三楼停业，请走西门'])
    await move('contained')
    expect(await onWalls()).toEqual(['三楼停业，请走西门'])
    await kit.ask('announcement/end', { incidentId, announcementId: 'a1', why: 'withdrawn' })
    expect(await onWalls()).toEqual([])
  })

  it('comes down by itself once the response is lifted, and the gate says so before', async () => {
    await compose({ lifeSafety: false })
    await kit.ask('announcement/check', { incidentId, announcementId: 'a1' })
    const gate = (await kit.incident(incidentId)).gates.find(({ to }) => to === 'lifted')
    await move('contained')
    const later = (await kit.incident(incidentId)).gates.find(({ to }) => to === 'lifted')
    expect((later ?? gate)?.announcements.map(({ zh }) => zh)).toEqual(['三楼停业，请走西门'])
    await move('lifted')
    expect(await onWalls()).toEqual([])
  })
})

it('keeps a log of where it went, when and by whom', async () => {
  await compose({ lifeSafety: true })
  await kit.ask('announcement/sent', { incidentId, announcementId: 'a1', target: 'chat-group' })
  expect((await kit.incident(incidentId)).announcements?.[0]?.sent).toEqual([
    { target: 'chat-group', at: kit.clock.wall(), by: '周敏' },
  ])
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  expect(entries.slice(-2).map(({ says, words }) => [says.zh, words])).toEqual([
    ['公告1发布（保命，先发后核）：大屏、微信群', '三楼停业，请走西门'],
    ['公告1已发到微信群', null],
  ])
})

it('went only where it was meant to, and there once', async () => {
  await compose({ lifeSafety: true })
  const sent = (target: string) => codeOf('announcement/sent', { target })
  expect(await sent('notice-board')).toBe('unknown-outlet')
  expect(await codeOf('announcement/sent', { target: 'loudspeaker', failed: '没电' })).toBe(
    'unknown-outlet',
  )
  expect(await sent('chat-group')).toBe('taken')
  expect(await sent('chat-group')).toBe('no-change')
})

it('knows when its text was printed and copied, by whom, also on paper and once it is over', async () => {
  await compose({ lifeSafety: true })
  await kit.ask('announcement/taken', { incidentId, announcementId: 'a1', way: 'print' })
  await kit.ask('announcement/sent', { incidentId, announcementId: 'a1', target: 'chat-group' })
  await kit.ask('announcement/end', { incidentId, announcementId: 'a1', why: 'expired' })
  expect(await codeOf('announcement/taken', { way: 'copy' })).toBe('taken')
  const incident = await kit.incident(incidentId)
  const act = { at: kit.clock.wall(), by: '周敏' }
  expect(incident.announcements?.[0]?.taken).toEqual([
    { way: 'print', ...act },
    { way: 'copy', ...act },
  ])
  const table = toldTables(incident, false).find(({ id }) => id === 'announced')
  expect(table?.rows.map((row) => row.map(({ value }) => value))).toMatchObject([
    ['1', { zh: '已发到微信群' }, act.at, act.by],
    ['1', { zh: '已打印' }, act.at, act.by],
    ['1', { zh: '已复制' }, act.at, act.by],
  ])
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  expect(entries.map(({ says }) => says.zh)).toContain('公告1已打印')
})

it('refuses one that is not there, is over, or was checked already', async () => {
  expect(await codeOf('announcement/check', {})).toBe('unknown-item')
  await compose()
  expect(await codeOf('announcement/check', {})).toBe('taken')
  expect(await codeOf('announcement/check', {})).toBe('no-change')
  expect(await codeOf('announcement/end', { why: 'expired' })).toBe('taken')
  for (const [name, input] of [
    ['announcement/end', { why: 'expired' }],
    ['announcement/sent', { target: 'wall' }],
  ] as const)
    expect(await codeOf(name, input)).toBe('no-change')
})

it('stands in the record sealed', async () => {
  await compose({ lifeSafety: true })
  expect(JSON.stringify(await kit.events())).not.toContain('三楼停业')
})
