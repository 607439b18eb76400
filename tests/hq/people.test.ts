/**
 * Who may see and do what at HQ: nobody is there from the start, each role does what it may, and a
 * site of another region does not exist.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BoardSeen, Deed, PairingParts } from '#shared/contract/hq-replies.ts'
import { HQ_REQUESTS, SESSION_MS, type HqRequestName } from '#shared/contract/hq.ts'
import { HQ_ROLES, type HqRole } from '#shared/domain/hq/scope.ts'
import { firstOf, handUp, pairSite, type PairedSite } from '../kit/hand-up-client.ts'
import { browserOf, cookieOf, PASSWORD, type Asked, type HqBrowser } from '../kit/hq-browser.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { plan, step } from '../kit/plan.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

const NAMES = Object.keys(HQ_REQUESTS) as HqRequestName[]

describe.skipIf(!hasPostgres)('people of HQ', () => {
  const postgres = sharedPostgres()
  let kit: HqKit
  beforeEach(async () => {
    kit = await openHqKit(postgres)
  })
  afterEach(() => kit.stop())

  const send: HqBrowser['send'] = (...args) => browserOf(kit).send(...args)
  async function signIn(name: string, password = PASSWORD): Promise<string> {
    const answer = await send('sign-in', { name, password })
    expect(answer.status).toBe(200)
    return cookieOf(answer)
  }
  const signedIn = (
    name: string,
    role: HqRole,
    regions: readonly string[] | null = null,
  ): Promise<(request: string, input?: unknown) => Promise<Asked>> =>
    browserOf(kit).signedIn({ name, role, regions })

  test('nobody is there before somebody is appointed on the machine itself', async () => {
    for (const name of ['admin', 'root', 'vigil', ''])
      expect((await send('sign-in', { name, password: 'admin' })).status).not.toBe(200)
    for (const name of NAMES) expect((await send(name, {})).status, name).toBe(401)
  })

  test('a cookie is for HQ alone, and no page of another origin can send with it', async () => {
    await kit.people.appoint({ name: '赵', role: 'administrator', regions: null }, PASSWORD, 'test')
    const answer = await send('sign-in', { name: '赵', password: PASSWORD })
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Strict/)
    const cookie = await signIn('赵')
    for (const foreign of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await send('people/read', {}, { cookie, ...foreign } as never)).status).toBe(403)
    expect((await send('people/read', {}, { cookie, origin: kit.server.url })).status).toBe(200)
  })

  test('a wrong password is refused like a wrong name, and guessing is slowed down', async () => {
    await kit.people.appoint({ name: '赵', role: 'viewer', regions: null }, PASSWORD, 'test')
    const refused = await send('sign-in', { name: '赵', password: 'wrong' })
    const unknown = await send('sign-in', { name: '钱', password: 'wrong' })
    expect([refused.status, await refused.json()]).toEqual([unknown.status, await unknown.json()])
    const tries = []
    for (let n = 0; n < 20; n++)
      tries.push((await send('sign-in', { name: '赵', password: 'x' })).status)
    expect(tries).toContain(429)
  })

  test('that somebody could not sign in is kept; of nobody the name is not, which may be a password', async () => {
    const administrator = await signedIn('赵', 'administrator')
    await send('sign-in', { name: '赵', password: 'wrong' })
    await send('sign-in', { name: 'correct horse', password: 'wrong' })
    const { body } = await administrator('deeds/read')
    expect((body as Deed[]).slice(0, 2)).toMatchObject([
      { person: '', deed: 'sign-in-failed', detail: {} },
      { person: '赵', deed: 'sign-in-failed', detail: {} },
    ])
  })

  test('whoever holds a session guesses its password no faster than at the sign-in', async () => {
    const ask = await signedIn('孙', 'viewer')
    const tries = []
    for (let n = 0; n < 20; n++)
      tries.push(
        (await ask('me/password', { before: `wrong ${n}`, password: 'a long password' })).status,
      )
    expect(tries).toContain(429)
  })

  test('a session ends by leaving, without use, by another password, and with its person', async () => {
    const administrator = await signedIn('赵', 'administrator')
    const viewer = await signedIn('孙', 'viewer')
    expect((await viewer('me/read')).status).toBe(200)
    await administrator('people/dismiss', { name: '孙' })
    expect((await viewer('me/read')).status).toBe(401)
    const again = await signedIn('孙', 'viewer')
    kit.clock.jump(SESSION_MS + 1)
    expect((await again('me/read')).status).toBe(401)
    const third = await signedIn('孙', 'viewer')
    const wrong = { before: 'not it', password: 'another long password' }
    expect((await third('me/password', wrong)).body).toEqual({ code: 'wrong-password' })
    expect((await third('me/password', { ...wrong, before: PASSWORD })).status).toBe(200)
    expect((await third('me/read')).status).toBe(401)
    await signIn('孙', wrong.password)
  })

  test('the last one who may appoint people stays', async () => {
    const administrator = await signedIn('赵', 'administrator')
    const gone = await administrator('people/dismiss', { name: '赵' })
    expect(gone.body).toEqual({ code: 'last-administrator' })
    const lower = { name: '赵', role: 'viewer', regions: null, password: null }
    expect((await administrator('people/appoint', lower)).body).toEqual(gone.body)
    await signedIn('钱', 'administrator')
    expect((await administrator('people/dismiss', { name: '赵' })).status).toBe(200)
  })

  test.each(HQ_ROLES)('%s: exactly what the role may', async (role) => {
    const ask = await signedIn('孙', role)
    for (const name of NAMES) {
      const { body } = await ask(name, { nonsense: true })
      const may = HQ_ROLES.indexOf(role) >= HQ_ROLES.indexOf(HQ_REQUESTS[name].who)
      expect(body, name).toEqual({ code: may ? 'bad-input' : 'not-yours' })
    }
  })

  describe('with a site in two regions each', () => {
    let east: PairedSite
    let west: PairedSite
    let station: Kit
    let incidentId: string
    beforeEach(async () => {
      const PLAN = plan('quiet', [step('look')])
      station = await openStation({ plans: [PLAN] })
      incidentId = await station.run(['quiet'])
      const first = await firstOf(station.journal)
      east = await pairSite(kit.server.url, await kit.hq.code('华东', '赵'), { first })
      west = await pairSite(kit.server.url, await kit.hq.code('西南', '赵'), {
        first: 'f'.repeat(64),
      })
      await handUp(east, station.journal, ['2026-11'])
      await kit.hq.look()
    })
    afterEach(() => station.stop())

    test('a site of another region does not exist', async () => {
      const ask = await signedIn('李', 'administrator', ['西南'])
      const unknown = { code: 'unknown-site' }
      const order = { kind: 'order', title: '通知', body: '加强巡查' }
      expect((await ask('site/read', { site: east.site })).body).toEqual(unknown)
      expect((await ask('incident/read', { site: east.site, id: incidentId })).body).toEqual(
        unknown,
      )
      expect((await ask('month/read', { month: '2026-11', sites: [east.site] })).body).toEqual(
        unknown,
      )
      expect(
        (await ask('order/hand-down', { ...order, sites: [west.site, east.site] })).body,
      ).toEqual(unknown)
      expect((await ask('site/code', { region: '华东' })).body).toEqual(unknown)
      expect((await ask('site/unpair', { site: east.site, why: '试' })).body).toEqual(unknown)
      for (const name of ['people/read', 'people/dismiss', 'deeds/read'] as const)
        expect((await ask(name, name === 'people/dismiss' ? { name: '李' } : {})).body).toEqual({
          code: 'not-yours',
        })
      const { body } = await ask('board/read')
      expect(JSON.stringify(body)).not.toContain(east.site)
      expect(body).toMatchObject({ sites: [{ id: west.site }], incidents: [] })
      expect((await ask('month/read', { month: '2026-11' })).body).toMatchObject({
        parts: [],
        missing: [{ site: west.site, why: 'never' }],
      })
    })

    test('somebody of its region sees the incident, and what was handed down to it', async () => {
      const ask = await signedIn('王', 'sender', ['华东'])
      const { body } = await ask('board/read')
      expect(body).toMatchObject({
        sites: [{ id: east.site, outOfTouch: true }],
        incidents: [{ site: east.site, id: incidentId, place: expect.any(String) }],
      })
      expect((await ask('incident/read', { site: east.site, id: incidentId })).body).toMatchObject({
        id: incidentId,
        narrative: null,
      })
      const order = { kind: 'order', title: '通知', body: '加强巡查', sites: [east.site] }
      const { body: handed } = await ask('order/hand-down', order)
      expect((await ask('orders/read')).body).toEqual([
        {
          id: (handed as { id: string }).id,
          kind: 'order',
          title: '通知',
          at: kit.clock.wall(),
          by: '王',
          withdrawals: [],
          sites: [{ site: east.site, state: 'waiting', withdrawn: false }],
        },
      ])
    })

    test('somebody of its region takes it back, with a reason, and the list of deeds says so', async () => {
      const ask = await signedIn('王', 'sender', ['华东'])
      const order = { kind: 'order', title: '通知', body: '加强巡查', sites: [east.site] }
      const { id } = (await ask('order/hand-down', order)).body as { id: string }
      const other = await signedIn('李', 'sender', ['西南'])
      const why = '写错了'
      expect((await other('order/withdraw', { order: id, why })).body).toEqual({
        code: 'unknown-order',
      })
      expect((await ask('order/withdraw', { order: id, why })).body).toEqual({ sites: 1 })
      expect((await ask('order/withdraw', { order: id, why })).body).toEqual({
        code: 'not-to-withdraw',
      })
      expect((await ask('orders/read')).body).toMatchObject([
        { id, withdrawals: [{ by: '王', why, sites: 1 }], sites: [{ withdrawn: true }] },
      ])
      const [deed] = await kit.sql.query<{ deed: string; detail: string }>(
        `select deed, detail from deed where deed = 'withdrew'`,
      )
      expect(JSON.parse(deed!.detail)).toEqual({ id, title: '通知', sites: 1, why })
    })

    test('each sees the board live: whole at first, then what has changed', async () => {
      await kit.people.appoint({ name: '王', role: 'viewer', regions: ['华东'] }, PASSWORD, 'test')
      const cookie = await signIn('王')
      const stop = new AbortController()
      const answer = await fetch(`${kit.server.url}/api/board`, {
        headers: { cookie },
        signal: stop.signal,
      })
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
      const next = async () => JSON.parse((await reader.read()).value!.slice('data: '.length))
      await kit.frames.send()
      expect(await next()).toMatchObject({
        order: { sites: [east.site], incidents: [`${east.site} ${incidentId}`] },
        sites: [{ id: east.site }],
        incidents: [{ id: incidentId }],
      })
      await kit.frames.send()
      expect(await next()).toEqual({
        at: kit.clock.wall(),
        copies: 1,
        order: null,
        sites: [],
        incidents: [],
      })
      stop.abort()
      await expect.poll(() => kit.frames.readers()).toBe(0)
    })

    test('a code for a site that is paired already is for no other record', async () => {
      const ask = await signedIn('赵', 'administrator')
      const { body } = await ask('site/code', { region: '华东', site: east.site })
      expect(body).toMatchObject({ address: null, fingerprint: null })
      const { code } = body as PairingParts
      const other = pairSite(kit.server.url, code, { first: 'e'.repeat(64) })
      await expect(other).rejects.toMatchObject({ body: { code: 'other-record' } })
      const again = await pairSite(kit.server.url, code, {
        first: await firstOf(station.journal),
      })
      expect(again.site).toBe(east.site)
    })

    test('a site that was unpaired is awaited no more, and says so, until it is paired again', async () => {
      const ask = await signedIn('赵', 'administrator')
      const seen = async () => (await ask('board/read')).body as BoardSeen
      expect((await seen()).incidents).toHaveLength(1)
      await ask('site/unpair', { site: east.site, why: '撤店' })
      const { sites, incidents } = await seen()
      expect(incidents).toEqual([])
      expect(sites.map(({ id, outOfTouch, unpairedAt }) => [id, outOfTouch, unpairedAt])).toEqual([
        [west.site, true, null],
        [east.site, false, kit.clock.wall()],
      ])
      expect(await kit.hq.health()).toMatchObject({ sites: 2, outOfTouch: 1 })
      const code = await kit.hq.code('华东', '赵', east.site)
      await pairSite(kit.server.url, code, { first: await firstOf(station.journal) })
      expect((await seen()).incidents).toHaveLength(1)
    })

    test('what people did is kept, without what is secret', async () => {
      const ask = await signedIn('赵', 'administrator')
      const { body: fresh } = await ask('site/code', { region: '华东' })
      await ask('site/unpair', { site: west.site, why: '撤店' })
      const { body: deeds } = await ask('deeds/read')
      expect(deeds).toMatchObject([
        { person: '赵', deed: 'unpaired', detail: { site: west.site, why: '撤店' } },
        { person: '赵', deed: 'made-code', detail: { region: '华东', site: null } },
        { person: '赵', deed: 'signed-in' },
        { person: 'test', deed: 'appointed', detail: { name: '赵', role: 'administrator' } },
        { person: '赵', deed: 'paired', detail: { site: west.site } },
        { person: '赵', deed: 'paired', detail: { site: east.site } },
      ])
      const [, second] = deeds as { id: number }[]
      expect((await ask('deeds/read', { before: second!.id })).body).toEqual(
        (deeds as object[]).slice(2),
      )
      const text = JSON.stringify(deeds)
      for (const secret of [PASSWORD, (fresh as { code: string }).code])
        expect(text).not.toContain(secret)
    })
  })
})
