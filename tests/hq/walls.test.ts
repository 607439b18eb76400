/**
 * Walls of HQ: a code lets one screen in, once and for a day; its cookie is good for the board of
 * its regions, survives restarts, may ask nothing else, and is gone when somebody ends it.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HQ_REQUESTS, WALL_CODE_MS } from '#shared/contract/hq.ts'
import type { BoardFrame, HqWallRow } from '#shared/contract/hq-replies.ts'
import type { HqPerson } from '#shared/domain/hq/scope.ts'
import { pairSite } from '../kit/hand-up-client.ts'
import { browserOf, cookieOf, PASSWORD, type HqBrowser } from '../kit/hq-browser.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'

describe.skipIf(!hasPostgres)('walls of HQ', () => {
  const postgres = sharedPostgres()
  let kit: HqKit
  beforeEach(async () => {
    kit = await openHqKit(postgres)
  })
  afterEach(() => kit.stop())

  const send: HqBrowser['send'] = (...args) => browserOf(kit).send(...args)
  async function signedIn(person: HqPerson) {
    const ask = await browserOf(kit).signedIn(person)
    return async (request: string, input?: unknown) =>
      (await ask(request, input)).body as Record<string, unknown>
  }
  const ZHAO: HqPerson = { name: '赵敏', role: 'administrator', regions: null }
  const enter = (code: string) => send('wall/enter', { code })
  async function entered(regions: readonly string[] | null): Promise<string> {
    return cookieOf(await enter(await kit.walls.add({ name: '大厅', regions }, '赵敏')))
  }
  const me = async (cookie: string): Promise<number> =>
    (await fetch(`${kit.server.url}/api/wall/me`, { headers: { cookie } })).status
  /** The first picture that it gets. */
  async function firstFrame(cookie: string): Promise<BoardFrame> {
    const answer = await fetch(`${kit.server.url}/api/wall/board`, { headers: { cookie } })
    const reader = answer.body!.getReader()
    await kit.frames.send()
    const { value } = await reader.read()
    await reader.cancel()
    return JSON.parse(Buffer.from(value!).toString().replace('data: ', '')) as BoardFrame
  }

  test('its code lets one screen in, as it is typed, and no second one', async () => {
    const ask = await signedIn(ZHAO)
    const { code } = await ask('wall/add', { name: '大厅', regions: null })
    const typed = String(code).toLowerCase().replace('-', ' ')
    const first = await enter(typed)
    expect(first.headers.getSetCookie()[0]).toMatch(
      /Max-Age=34560000; Path=\/api\/wall; HttpOnly; SameSite=Strict/,
    )
    expect(await me(cookieOf(first))).toBe(200)
    const second = await enter(typed)
    expect([second.status, await second.json()]).toEqual([401, { code: 'unknown-code' }])
  })

  test('a code waits for a day', async () => {
    const [early, late] = [
      await kit.walls.add({ name: '一', regions: null }, '赵敏'),
      await kit.walls.add({ name: '二', regions: null }, '赵敏'),
    ]
    kit.clock.leap(WALL_CODE_MS - 1)
    expect((await enter(early)).status).toBe(200)
    kit.clock.leap(1)
    expect((await enter(late)).status).toBe(401)
  })

  test('guessing is slowed down', async () => {
    const tries = []
    for (let n = 0; n < 20; n++) tries.push((await enter(`AAAAA-AAAA${n}`)).status)
    expect(tries).toContain(429)
  })

  test('it sees the sites of its regions, also after a year and another start of HQ', async () => {
    for (const [region, n] of [
      ['华东', '1'],
      ['西南', '2'],
    ] as const)
      await pairSite(kit.server.url, await kit.hq.code(region, 'test'), {
        ...{ name: `${region}站`, first: n.repeat(64) },
      })
    const cookie = await entered(['西南'])
    const regionsIn = ({ sites }: BoardFrame) => sites.map(({ region }) => region)
    expect(regionsIn(await firstFrame(cookie))).toEqual(['西南'])
    kit.clock.leap(365 * 24 * 60 * 60_000)
    const { url, clock } = kit
    await kit.stop()
    kit = await openHqKit(postgres, { url, clock })
    expect(regionsIn(await firstFrame(cookie))).toEqual(['西南'])
  })

  test('it may ask nothing that people may', async () => {
    const cookie = await entered(null)
    for (const name of Object.keys(HQ_REQUESTS)) {
      const answer = await send(name, {}, { cookie })
      expect([name, answer.status]).toEqual([name, 401])
    }
    const board = await fetch(`${kit.server.url}/api/board`, { headers: { cookie } })
    expect(board.status).toBe(401)
  })

  test('ended, it sees nothing any more, and a code that waited is good for nothing', async () => {
    const ask = await signedIn(ZHAO)
    const cookie = await entered(null)
    const waiting = await kit.walls.add({ name: '备用', regions: null }, '赵敏')
    for (const { id } of await kit.walls.all()) expect(await ask('wall/end', { id })).toEqual({})
    expect(await me(cookie)).toBe(401)
    expect((await enter(waiting)).status).toBe(401)
    const deeds = (await ask('deeds/read')) as unknown as { deed: string; person: string }[]
    expect(
      deeds.filter(({ deed, person }) => deed === 'wall-ended' && person === '赵敏'),
    ).toHaveLength(2)
  })

  test('whoever is signed in sees the same picture; nobody else does', async () => {
    await kit.people.appoint({ name: '孙', role: 'viewer', regions: null }, PASSWORD, 'test')
    const cookie = cookieOf(await send('sign-in', { name: '孙', password: PASSWORD }))
    expect(await me(cookie)).toBe(200)
    expect(await me('vigil-hq-wall=guessed')).toBe(401)
  })

  test('an administrator of one region makes, sees and ends the walls of it alone', async () => {
    const all = await signedIn(ZHAO)
    const east = await signedIn({ name: '钱', role: 'administrator', regions: ['华东'] })
    for (const regions of [null, ['西南'], ['华东', '西南']])
      expect(await east('wall/add', { name: '大厅', regions })).toEqual({ code: 'not-yours' })
    await east('wall/add', { name: '东', regions: ['华东'] })
    await all('wall/add', { name: '全', regions: null })
    const walls = (await east('walls/read')) as unknown as HqWallRow[]
    expect(walls.map(({ name }) => name)).toEqual(['东'])
    const whole = (await kit.walls.all()).find(({ name }) => name === '全')!
    expect(await east('wall/end', { id: whole.id })).toEqual({ code: 'unknown-wall' })
  })
})
