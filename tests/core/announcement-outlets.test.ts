/**
 * Announcements by channels of the site's own: done or failed is told of each, texts come into
 * folders by themselves and again after a failure, and each refusal.
 */
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { OutletFolders } from '#main/core/ports.ts'
import type { Input } from '#shared/contract/contract.ts'
import { refuse } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'
import { until } from '../kit/until.ts'

const fire = plan('fire', [step('ring')])
const FULL = refuse('file-not-written', localized('磁盘已满', 'the disk is full'))
let kit: Kit
let incidentId: string
let full = false
const files = new Map<string, string>()
const outletFolders: OutletFolders = {
  async put(folder, name, text) {
    if (full) return FULL
    files.set(`${folder}/${name}`, text)
    return null
  },
}
beforeEach(async () => {
  full = false
  files.clear()
  kit = await openStation({ on: 'sqlite', plans: [fire], outletFolders })
  incidentId = await kit.run(['fire'])
})
afterEach(() => kit.stop())

const name = async (part: Partial<Input<'outlets/set'>> = {}): Promise<string> => {
  const whole = { name: '业主群', kind: 'chat-group', way: 'copy', ...part } as const
  return (await kit.ask('outlets/set', whole)).id
}
const compose = (outlets: readonly string[], lifeSafety = true): Promise<unknown> =>
  kit.ask('announcement/compose', {
    ...{ incidentId, text: '三楼停业', targets: [], outlets: [...outlets], lifeSafety },
  })
const sent = async (input: object): Promise<string> => {
  const answer = await kit.send('announcement/sent', {
    ...{ incidentId, announcementId: 'a1', ...input },
  })
  return answer.ok ? 'taken' : answer.code
}
const announcement = async () => (await kit.incident(incidentId)).announcements?.[0]
const says = async (): Promise<readonly string[]> =>
  (await kit.ask('incident/timeline', { incidentId })).entries.map(({ says: line }) => line.zh)

describe('a channel that a person serves', () => {
  it('is told done or failed, each with time and author, by the name that it had', async () => {
    const [group, account] = [
      await name(),
      await name({ name: '公众号', kind: 'official-account' }),
    ]
    await compose([group, account])
    expect(await sent({ outletId: group })).toBe('taken')
    expect(await sent({ outletId: account, failed: '没有网' })).toBe('taken')
    await kit.ask('outlets/remove', { id: group })
    const [at, by] = [kit.clock.wall(), '周敏']
    expect(await announcement()).toMatchObject({
      outlets: [{ name: '业主群' }, { name: '公众号' }],
      tries: [
        { place: { outletId: group, name: '业主群' }, failed: false, reason: null, at, by },
        { place: { outletId: account, name: '公众号' }, failed: true, reason: '没有网', at, by },
      ],
    })
    expect((await says()).slice(-3)).toEqual([
      '公告1发布（保命，先发后核）：业主群、公众号',
      '公告1已发到业主群',
      expect.stringMatching(/^公告1没能发到公众号，原因：/),
    ])
    expect(JSON.stringify(await kit.events())).not.toContain('没有网')
  })

  it('is not on walls', async () => {
    await compose([await name()])
    const wall = await kit.station.board('wall')
    expect(wall.incidents[0]?.announcements?.[0]).not.toHaveProperty('outlets')
    expect(JSON.stringify(wall)).not.toContain('业主群')
  })
})

describe('a channel whose text comes into a folder', () => {
  it('has it there as soon as it is out, and the record says so', async () => {
    await compose([await name({ way: 'file', folder: '/公告' })], false)
    await kit.clock.advance(2000)
    expect(files.size).toBe(0)
    await kit.ask('announcement/check', { incidentId, announcementId: 'a1' })
    await kit.clock.advance(2000)
    await until(async () => expect((await announcement())?.tries).toHaveLength(1))
    expect([...files]).toEqual([[expect.stringMatching(/^\/公告\/公告_.+_1\.txt$/), '三楼停业\n']])
    expect((await says()).at(-1)).toBe('公告1已发到业主群')
  })

  it('fails once in the record, and is there by itself when the folder is back', async () => {
    full = true
    await compose([await name({ way: 'file', folder: '/公告' })])
    await kit.clock.advance(2000)
    await until(async () =>
      expect((await announcement())?.tries).toMatchObject([{ failed: true, reason: '磁盘已满' }]),
    )
    await kit.clock.advance(5 * MINUTE)
    expect((await announcement())?.tries).toHaveLength(1)
    full = false
    await kit.clock.advance(10 * MINUTE)
    await until(async () =>
      expect((await announcement())?.tries?.map(({ failed }) => failed)).toEqual([true, false]),
    )
    expect(files.size).toBe(1)
  })

  it.each([
    ['what lives hang on once it is contained', true, ['contained']],
    ['all else once the response is lifted', false, ['contained', 'lifted']],
    ['all once it is a false report', false, ['false-report']],
    ['all once it is closed', false, ['closed']],
  ] as const)('does not get after the incident what was true in it: %s', async (_, life, way) => {
    full = true
    await compose([await name({ way: 'file', folder: '/公告' })], life)
    await kit.ask('announcement/check', { incidentId, announcementId: 'a1' })
    await kit.clock.advance(2000)
    await until(async () => expect((await announcement())?.tries).toHaveLength(1))
    for (const to of way)
      await kit.ask('incident/move', { incidentId, to, reason: '误报', reasons: { ring: '不用' } })
    full = false
    await kit.clock.advance(5 * 60 * MINUTE)
    expect(files.size).toBe(0)
    if (!way.some((to) => to === 'false-report'))
      expect(await announcement()).toMatchObject({ ended: null, over: { at: expect.any(Number) } })
  })

  it('gets the all-clear that is composed after the response was lifted', async () => {
    await kit.ask('incident/move', { incidentId, to: 'lifted', reasons: { ring: '不用' } })
    await compose([await name({ way: 'file', folder: '/公告' })])
    await kit.clock.advance(2000)
    await until(() => expect(files.size).toBe(1))
    expect(await announcement()).not.toHaveProperty('over')
  })

  it('comes there after a restart, without a click', async () => {
    full = true
    await compose([await name({ way: 'file', folder: '/公告' })])
    await kit.clock.advance(2000)
    await until(async () => expect((await announcement())?.tries).toHaveLength(1))
    kit = await kit.restart()
    full = false
    await kit.clock.advance(2000)
    await until(() => expect(files.size).toBe(1))
    await until(async () => expect((await announcement())?.tries).toHaveLength(2))
  })

  it('says of a drill that it is one', async () => {
    const outlet = await name({ way: 'file', folder: '/公告' })
    incidentId = await kit.run(['fire'], { drill: true })
    await compose([outlet])
    await kit.clock.advance(2000)
    await until(() => expect([...files.values()]).toEqual(['【演练 EXERCISE】三楼停业\n']))
  })
})

describe('it is refused', () => {
  test.each([
    ['for a channel that it was not meant for', { outletId: 'gone' }, 'unknown-outlet'],
    ['for both', { outletId: 'o', target: 'loudspeaker' }, 'bad-input'],
    ['for none', {}, 'bad-input'],
  ])('%s', async (_what, input, code) => {
    await compose([await name()])
    expect(await sent(input)).toBe(code)
  })

  it('while it waits to be checked, and once it is over', async () => {
    const outlet = await name()
    await compose([outlet], false)
    expect(await sent({ outletId: outlet })).toBe('bad-move')
    await kit.ask('announcement/end', { incidentId, announcementId: 'a1', why: 'expired' })
    expect(await sent({ outletId: outlet })).toBe('no-change')
  })

  test.each([
    ['a channel that is not there', { targets: [], outlets: ['gone'] }, 'unknown-outlet'],
    ['nowhere to go', { targets: [] }, 'bad-input'],
  ])('to compose one with %s', async (_what, input, code) => {
    const answer = await kit.send('announcement/compose', { incidentId, text: '停业', ...input })
    expect(answer).toMatchObject({ ok: false, code })
  })

  test.each([
    ['a file without a folder', { way: 'file' }],
    ['a folder for what is copied', { way: 'copy', folder: '/公告' }],
  ])('to name %s', async (_what, part) => {
    const answer = await kit.send('outlets/set', { name: '群', kind: 'other', ...part })
    expect(answer).toMatchObject({ ok: false, code: 'bad-input' })
  })
})
