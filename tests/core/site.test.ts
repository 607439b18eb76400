/**
 * Setting up the site, and who sits at a desk: what it says holds at once on every screen, after a
 * restart, and for anyone who checks the record.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { libraryOf } from '#main/adapters/plans/library.ts'
import type { Inspected } from '#main/adapters/plans/inspect.ts'
import type { Caller } from '#main/core/api.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input } from '#shared/contract/contract.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { isOutsideUnit } from '#shared/domain/roster/outside-units.ts'
import { withSetUp } from '#shared/domain/site/site.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { rowsFromEvents, siteIn } from '../kit/replay.ts'
import { openStation, type Kit } from '../kit/station.ts'

const document = (id: string, kind: string, type: string): Inspected['documents'][number] =>
  ({
    id,
    title: localized(`文件${id}`, `Document ${id}`),
    siteKinds: [kind],
    roles: [
      {
        id: `${id}-head`,
        name: localized(`${id}主任`, `Head of ${id}`),
        aliases: [],
        duty: null,
        substitutes: [],
      },
    ],
    categories: [{ code: `${id}-category`, name: localized(`${id}类`, `Category ${id}`) }],
    types: [
      {
        code: type,
        name: localized(`${type}型`, `Type ${type}`),
        category: `${id}-category`,
        legal: null,
        words: [],
      },
    ],
  }) as unknown as Inspected['documents'][number]
const fire = plan('mall-fire', [step('mf-1')], {
  document: 'mall',
  siteKinds: ['mall'],
  types: ['fire'],
  title: localized('商场火灾', 'Mall fire'),
  triggers: ['冒烟'],
})
const leak = plan('gas-leak', [step('gl-1')], {
  document: 'gas',
  siteKinds: ['gas-customer-service'],
  types: ['leak'],
  title: localized('燃气泄漏', 'Gas leak'),
  triggers: ['漏气'],
})
const catalog = {
  documents: [document('mall', 'mall', 'fire'), document('gas', 'gas-customer-service', 'leak')],
  plans: [fire, leak],
}

let kit: Kit
afterEach(() => kit.stop())

type Start = Parameters<typeof openStation>[0]
const founded = async (options: Start = {}): Promise<void> => {
  kit = await openStation({
    library: libraryOf(catalog, {}, options.site?.kinds ?? ['mall']),
    ...options,
  })
}
const GAS = {
  name: { zh: '云雀湾燃气', en: 'Lark Bay Gas' },
  kinds: ['gas-customer-service'],
  zone: 'Asia/Shanghai',
} satisfies Input<'site/set-up'>
const plans = async (): Promise<string[]> => (await kit.ask('plans/list', {})).map(({ id }) => id)
const refused = async (input: unknown): Promise<unknown> => {
  const answer = await kit.send('site/set-up', input)
  return answer.ok ? 'ok' : { code: answer.code, details: answer.details, words: answer.message.en }
}

describe('a site that nobody has set up', () => {
  it('says so, offers the kinds with their plans, and has all of them until it is told', async () => {
    await founded({ site: { kinds: ['all'], setUp: false } })
    expect(await kit.ask('site/read', {})).toMatchObject({
      setUp: false,
      kinds: ['all'],
      canChangeZone: true,
      loaded: {
        plans: 2,
        types: 2,
        documents: [
          { id: 'mall', plans: 1 },
          { id: 'gas', plans: 1 },
        ],
      },
    })
    const { kindsOffered } = await kit.ask('site/read', {})
    expect(
      Object.fromEntries(kindsOffered.map(({ kind, plans: count }) => [kind, count])),
    ).toMatchObject({ mall: 1, 'gas-customer-service': 1, hotel: 0, all: 2 })
    expect(kindsOffered.find(({ kind }) => kind === 'mall')?.name).toEqual({
      zh: '商场',
      en: 'Shopping mall',
    })
    expect((await kit.station.board()).site.setUp).toBe(false)
  })

  it('founded before there was a set-up, counts as set up if a kind was named', () => {
    const old = {
      name: localized('站', 'Site'),
      zone: 'Asia/Shanghai',
      kinds: ['mall'],
      demo: false,
    }
    expect([
      withSetUp(old).setUp,
      withSetUp({ ...old, kinds: ['all'] }).setUp,
      withSetUp({ ...old, kinds: ['all'], setUp: true }).setUp,
    ]).toEqual([true, false, true])
  })
})

describe('site/set-up', () => {
  it('changes board.site on every screen at once, and plans, types, proposals and posts with it', async () => {
    await founded({ site: { kinds: ['all'], setUp: false } })
    const walls: Board[] = []
    kit.station.listen((push) => {
      if (push.kind === 'board') walls.push(push.board)
    }, 'wall')
    await kit.ask('site/set-up', GAS)
    const now = { name: GAS.name, kinds: GAS.kinds, zone: GAS.zone, setUp: true, demo: false }
    expect(walls.at(-1)?.site).toEqual(now)
    expect(kit.pushes.at(-1)).toMatchObject({ kind: 'board', board: { site: now } })
    expect(await plans()).toEqual(['gas-leak'])
    expect(
      (await kit.ask('incident/propose', { narrative: '一楼冒烟，又漏气' })).proposals.map(
        ({ planId }) => planId,
      ),
    ).toEqual(['gas-leak'])
    expect(await kit.ask('site/read', {})).toMatchObject({
      setUp: true,
      loaded: {
        plans: 1,
        types: 1,
        documents: [{ id: 'gas', plans: 1, levels: [{}, {}, {}, {}] }],
      },
    })
    const posts = (await kit.ask('site/read', {})).posts.filter(({ id }) => !isOutsideUnit(id))
    expect(posts).toMatchObject([{ id: 'duty-officer' }, {}, {}, { id: 'desk' }, {}, {}, {}])
    expect(
      await kit.send('incident/report', { narrative: '冒烟', place: '一楼', type: 'fire' }),
    ).toMatchObject({ ok: false, code: 'unknown-type' })
  })

  it('takes one text for both languages, every kind once, and “all” for whatever stands beside it', async () => {
    await founded()
    await kit.ask('site/set-up', {
      name: '云雀湾',
      kinds: ['mall', 'gas-customer-service', 'mall'],
    })
    expect((await kit.station.board()).site).toMatchObject({
      name: { zh: '云雀湾', en: '云雀湾' },
      kinds: ['mall', 'gas-customer-service'],
      zone: 'Asia/Shanghai',
    })
    expect(await plans()).toEqual(['mall-fire', 'gas-leak'])
    await kit.ask('site/set-up', { name: '云雀湾', kinds: ['mall', 'all'] })
    expect((await kit.station.board()).site.kinds).toEqual(['all'])
  })

  it('holds after a restart, keeps a demo a demo, and is replayed from the record by whoever checks it', async () => {
    await founded({ on: 'sqlite', site: { kinds: ['all'], setUp: false, demo: true } })
    await kit.ask('site/set-up', { ...GAS, zone: 'Asia/Urumqi' })
    kit = await kit.restart('1 s')
    expect((await kit.station.board()).site).toEqual({
      name: GAS.name,
      kinds: GAS.kinds,
      zone: 'Asia/Urumqi',
      setUp: true,
      demo: true,
    })
    // still October in Urumqi
    await kit.run([], { occurredAt: Date.parse('2026-11-01T01:00:00+08:00') })
    const events = await kit.events()
    expect(siteIn(events)).toEqual((await kit.station.board()).site)
    expect([...rowsFromEvents(events).values()].map(({ stats }) => stats.month)).toEqual([
      '2026-10',
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
    const site = await kit.journal.document('site', 'site')
    expect(
      await verifyWhole({
        ...kit.journal,
        document: async (kind, id) =>
          kind === 'site' ? { ...(site as object), zone: 'UTC' } : kit.journal.document(kind, id),
      }),
    ).toEqual({ ok: false, firstBad: 0, why: 'projection-mismatch', where: 'site' })
  })

  it('writes nothing if it says nothing new', async () => {
    await founded()
    await kit.ask('site/set-up', GAS)
    const { length } = await kit.events()
    await kit.ask('site/set-up', GAS)
    expect((await kit.events()).length).toBe(length)
  })

  it('refuses what is no zone or kind, and no kind at all', async () => {
    await founded()
    expect(await refused({ ...GAS, zone: 'Mars/Olympus' })).toMatchObject({ code: 'bad-zone' })
    expect(await refused({ ...GAS, kinds: ['circus'] })).toMatchObject({ code: 'bad-input' })
    expect(await refused({ ...GAS, kinds: [] })).toMatchObject({ code: 'bad-input' })
    expect(await refused({ ...GAS, name: ' ' })).toMatchObject({ code: 'bad-input' })
  })
})

describe('the zone', () => {
  it('can be changed until something was reported, a drill too; then it is refused with words, and everything else goes on', async () => {
    await founded()
    await kit.ask('site/set-up', { ...GAS, zone: 'Asia/Urumqi' })
    await kit.run([], { drill: true })
    expect((await kit.ask('site/read', {})).canChangeZone).toBe(false)
    expect(await refused({ ...GAS, zone: 'Asia/Shanghai' })).toMatchObject({
      code: 'zone-fixed',
      words: expect.stringContaining('Asia/Urumqi'),
    })
    expect(await refused({ ...GAS, name: '新名', zone: null })).toBe('ok')
    expect((await kit.station.board()).site).toMatchObject({
      name: { en: '新名' },
      zone: 'Asia/Urumqi',
    })
    kit = await kit.restart('1 s')
    expect((await kit.ask('site/read', {})).canChangeZone).toBe(false)
  })

  it('never disagrees with a report that comes in the same turn: whoever is first decides', async () => {
    await founded()
    const report = {
      narrative: '热线打不进',
      place: '热线中心',
      occurredAt: Date.parse('2026-11-01T01:00:00+08:00'),
    }
    const answers = await Promise.all([
      kit.send('incident/report', report),
      kit.send('site/set-up', { ...GAS, zone: 'Asia/Urumqi' }),
      kit.send('incident/report', report),
    ])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual([
      'ok',
      'zone-fixed',
      'ok',
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
    await kit.stop()
    await founded()
    const others = await Promise.all([
      kit.send('site/set-up', { ...GAS, zone: 'Asia/Urumqi' }),
      kit.send('incident/report', report),
    ])
    expect(others.map(({ ok }) => ok)).toEqual([true, true])
    expect(
      [...rowsFromEvents(await kit.events()).values()].map(({ stats }) => stats.month),
    ).toEqual(['2026-10'])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('taking a kind away', () => {
  const BOTH: Input<'site/set-up'> = { ...GAS, kinds: ['mall', 'gas-customer-service'] }

  it('is refused while an open incident runs one of its plans, naming it; closed, it is no reason any more', async () => {
    await founded()
    await kit.ask('site/set-up', BOTH)
    const incidentId = await kit.run(['mall-fire'])
    expect(await refused(GAS)).toMatchObject({
      code: 'site-kind-needed',
      details: ['mall-fire'],
      words: expect.stringContaining('Mall fire'),
    })
    expect(await plans()).toEqual(['mall-fire', 'gas-leak'])
    await kit.ask('incident/step', { incidentId, stepId: 'mf-1', outcome: 'done' })
    await kit.ask('incident/move', { incidentId, to: 'closed' })
    expect(await refused(GAS)).toBe('ok')
    expect(await plans()).toEqual(['gas-leak'])
  })

  it('is no matter for a plan that another has taken the place of', async () => {
    await founded()
    await kit.ask('site/set-up', BOTH)
    const incidentId = await kit.run(['mall-fire'])
    await kit.ask('incident/activate', { incidentId, planId: 'gas-leak', supersedes: 'mall-fire' })
    expect(await refused(GAS)).toBe('ok')
    expect((await kit.incident(incidentId)).steps.map(({ id }) => id)).toEqual(['mf-1', 'gl-1'])
  })

  it('leaves the names of what was recorded: the type of an incident, its category in the month, a post of the roster', async () => {
    await founded()
    await kit.ask('roster/set', { posts: { 'mall-head': [{ person: '陈军', phone: '1' }] } })
    const id = await kit.run([], { type: 'fire' })
    await kit.ask('site/set-up', GAS)
    expect((await kit.incident(id)).typeName).toEqual(localized('fire型', 'Type fire'))
    const { month, duty } = await kit.station.board()
    expect(month.byCategory).toEqual([
      { code: 'gas-category', name: localized('gas类', 'Category gas'), count: 0 },
      { code: 'mall-category', name: localized('mall类', 'Category mall'), count: 1 },
    ])
    expect(duty).toEqual([
      { roleId: 'mall-head', role: localized('mall主任', 'Head of mall'), people: ['陈军'] },
    ])
    expect((await kit.ask('site/read', {})).posts.at(-1)).toEqual({
      id: 'mall-head',
      name: localized('mall主任', 'Head of mall'),
      kind: 'person',
      documents: [],
    })
  })
})

describe('who sits at a desk', () => {
  const desk = (session: string): { by: Caller } => ({
    by: { name: '值班员', role: 'dispatcher', session },
  })
  const report = { narrative: '热线打不进', place: '热线中心' }
  const reporters = async (): Promise<string[]> =>
    (await kit.events()).filter(({ type }) => type === 'IncidentReported').map(({ by }) => by)
  const person = async (session: string): Promise<unknown> =>
    kit.send('desk/read', {}, desk(session))

  it('is 值班员 until somebody says so; then the record says that person, for this desk and no other', async () => {
    await founded()
    await kit.send('incident/report', report, desk('a'))
    expect(await kit.send('desk/sign-on', { person: '周敏' }, desk('a'))).toMatchObject({
      ok: true,
    })
    await kit.send('incident/report', report, desk('a'))
    await kit.send('incident/report', report, desk('b'))
    expect(await reporters()).toEqual(['值班员', '周敏', '值班员'])
    expect(await person('a')).toMatchObject({ reply: { person: '周敏' } })
    expect(await person('b')).toMatchObject({ reply: { person: null } })
  })

  it('stays over a restart, changes with the shift, and ends', async () => {
    await founded({ on: 'sqlite' })
    await kit.send('desk/sign-on', { person: '周敏' }, desk('a'))
    kit = await kit.restart('1 s')
    await kit.send('incident/report', report, desk('a'))
    await kit.send('desk/sign-on', { person: '李娜' }, desk('a'))
    await kit.send('incident/report', report, desk('a'))
    await kit.send('desk/sign-on', { person: null }, desk('a'))
    await kit.send('incident/report', report, desk('a'))
    expect(await reporters()).toEqual(['周敏', '李娜', '值班员'])
    expect(
      (await kit.events())
        .filter(({ stream }) => stream === 'desk.a')
        .map(({ by, body }) => [by, body]),
    ).toEqual([
      ['周敏', { person: { sealed: expect.any(String) } }],
      ['李娜', { person: { sealed: expect.any(String) } }],
      ['李娜', { person: null }],
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('tells every screen, so that a second page of the desk knows', async () => {
    await founded()
    kit.pushes.length = 0
    await kit.send('desk/sign-on', { person: '周敏' }, desk('a'))
    expect(kit.pushes.filter(({ kind }) => kind === 'board')).toHaveLength(1)
  })

  it('is nobody at a program, and never the station itself', async () => {
    await founded()
    expect(
      await kit.send(
        'desk/sign-on',
        { person: '周敏' },
        { by: { name: '本机程序', role: 'administrator' } },
      ),
    ).toMatchObject({ ok: false, code: 'no-desk' })
    for (const name of ['Vigil', '本机程序', '大屏'])
      expect(await kit.send('desk/sign-on', { person: name }, desk('a'))).toMatchObject({
        ok: false,
        code: 'name-reserved',
      })
    expect(
      await kit.send(
        'desk/sign-on',
        { person: '周敏' },
        { by: { name: '大屏', role: 'wall', session: 'w' } },
      ),
    ).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await kit.send('desk/sign-on', { person: '  ' }, desk('a'))).toMatchObject({
      ok: false,
      code: 'bad-input',
    })
  })
})
