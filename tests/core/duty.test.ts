/**
 * The desk around an incident: who is on duty, what may be the same incident, what was proposed.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const late = [
  { after: 0, notify: 'head', say: null, proposed: false },
  { after: 10 * MINUTE, notify: 'manager', say: null, proposed: false },
]
const timed = plan('timed', [step('a', { due: { within: MINUTE, from: 'activated' }, late })], {
  triggers: ['热线 打不进'],
})
const person = (name: string) => [{ person: name, phone: '8001' }]

let kit: Kit
afterEach(() => kit.stop())

const firstRecipients = async (id: string) =>
  (await kit.incident(id)).alerts[0]?.told.map(({ role, people, skipped }) => ({
    role: role.en,
    people,
    skipped: skipped.map(({ en }) => en),
  }))

describe('escalation', () => {
  it('without a roster tells every post, and skips none', async () => {
    kit = await openStation({ plans: [timed] })
    const id = await kit.run(['timed'])
    await kit.clock.advance('1 min')
    expect(await firstRecipients(id)).toEqual([
      { role: 'Post desk', people: [], skipped: [] },
      { role: 'Post head', people: [], skipped: [] },
    ])
  })

  it('with a roster passes a post that nobody holds, at once, and says so; that survives a restart', async () => {
    kit = await openStation({ on: 'sqlite', plans: [timed] })
    await kit.ask('roster/set', {
      posts: { desk: person('李娜'), head: [], manager: person('陈军') },
    })
    kit = await kit.restart('1 s')
    const id = await kit.run(['timed'])
    await kit.clock.advance('1 min')
    expect(await firstRecipients(id)).toEqual([
      { role: 'Post desk', people: ['李娜'], skipped: [] },
      { role: 'Post head', people: [], skipped: ['Post head'] },
      { role: 'Post manager', people: ['陈军'], skipped: [] },
    ])
    const { entries } = await kit.ask('incident/timeline', { incidentId: id })
    expect(entries.map(({ says }) => says.zh).join('\n')).toContain('无人在岗')
    expect(await kit.ask('roster/read', {})).toMatchObject({
      posts: { desk: [{ person: '李娜' }], head: [] },
    })
  })

  it('names the posts that every site has by their names: on the board and in the record', async () => {
    kit = await openStation({ plans: [plan('untimed', [step('a', { lifeSafety: true })])] })
    await kit.ask('roster/set', { posts: { desk: person('李娜'), 'duty-leader': person('周岚') } })
    expect((await kit.station.board()).duty.map(({ role }) => role.zh)).toContain('值班领导')
    const id = await kit.run(['untimed'])
    await kit.clock.advance('6 min')
    const { entries } = await kit.ask('incident/timeline', { incidentId: id })
    const record = entries.map(({ says }) => `${says.zh} ${says.en}`).join('\n')
    expect(record).toContain('已向值班领导告警：周岚')
    expect(record).not.toContain('duty-leader')
  })

  it('the board names the desk first, then who leads the shift and who commands', async () => {
    kit = await openStation({ plans: [plan('untimed', [step('a')])] })
    await kit.ask('roster/set', {
      posts: {
        desk: person('云大己'),
        leader: person('陈军'),
        'duty-leader': person('周岚'),
        'duty-officer': person('李娜'),
      },
    })
    expect((await kit.station.board()).duty.map(({ roleId }) => roleId)).toEqual([
      'duty-officer',
      'duty-leader',
      'leader',
      'desk',
    ])
  })

  it('nobody is on duty as whoever only happens to be there', async () => {
    const roles = plan('untimed', []).roles.map((role) =>
      role.id === 'desk' ? ({ ...role, kind: 'anyone' } as const) : role,
    )
    kit = await openStation({ plans: [plan('untimed', [step('a')], { roles })] })
    await kit.ask('roster/set', { posts: { desk: person('云大己'), head: person('陈军') } })
    expect((await kit.station.board()).duty.map(({ roleId }) => roleId)).toEqual(['head'])
  })

  it('a roster that is set while an alert climbs holds from then on', async () => {
    kit = await openStation({ plans: [timed] })
    const id = await kit.run(['timed'])
    await kit.clock.advance('1 min')
    await kit.ask('roster/set', { posts: { manager: person('陈军') } })
    await kit.clock.advance('2 min')
    expect((await firstRecipients(id))?.at(-1)).toEqual({
      role: 'Post manager',
      people: ['陈军'],
      skipped: [],
    })
  })
})

describe('the roster', () => {
  it('takes posts of the site only; one that nobody has is refused by name, and nothing is saved', async () => {
    kit = await openStation({ plans: [timed] })
    expect(
      await kit.send('roster/set', {
        posts: { desk: person('李娜'), dsek: person('王磊'), hedd: [] },
      }),
    ).toMatchObject({
      code: 'unknown-post',
      details: ['dsek', 'hedd'],
      message: {
        zh: expect.stringContaining('dsek、hedd') as unknown,
        en: expect.stringContaining('dsek, hedd') as unknown,
      },
    })
    expect(await kit.ask('roster/read', {})).toEqual({ posts: null })
  })
})

describe('an incident that may be known already', () => {
  const types = [
    {
      code: 'hotline',
      name: { zh: '热线', en: 'Hotline' },
      category: 'system',
      legal: null,
      words: ['热线'],
    },
  ] as const

  it('is reported all the same, with the one it resembles', async () => {
    kit = await openStation({ library: smallLibrary([timed], { types }) })
    const first = await kit.run([], { type: 'hotline' })
    const same = await kit.ask('incident/report', {
      narrative: '又有人说打不进',
      place: '热线中心',
    })
    expect(same.similar).toEqual([{ incidentId: first, place: '热线中心' }])
    await kit.clock.advance('29 min')
    const kind = await kit.ask('incident/report', {
      narrative: '热线坏了',
      place: '城南',
      type: 'hotline',
    })
    expect(kind.similar.map(({ incidentId }) => incidentId)).toEqual([first])
    await kit.clock.advance('31 min')
    expect(
      (await kit.ask('incident/report', { narrative: '热线坏了', place: '城北', type: 'hotline' }))
        .similar,
    ).toEqual([])
    expect((await kit.station.board()).incidents).toHaveLength(4)
  })

  it('does not resemble one that is closed', async () => {
    kit = await openStation()
    const first = await kit.run()
    await kit.ask('incident/move', { incidentId: first, to: 'closed', reason: '已修复' })
    expect(
      (await kit.ask('incident/report', { narrative: '打不进', place: '热线中心' })).similar,
    ).toEqual([])
  })
})

describe('a proposal', () => {
  it('comes with the report as with the question, the reason in both languages', async () => {
    kit = await openStation({ plans: [timed, plan('other', [step('x')])] })
    const narrative = '热线中心来人说热线打不进'
    const { proposals } = await kit.ask('incident/propose', { narrative })
    const word: unknown = expect.stringContaining('打不进')
    expect(proposals).toMatchObject([
      { planId: 'timed', place: '热线中心', reason: { zh: word, en: word } },
    ])
    const reported = await kit.ask('incident/report', { narrative, place: '热线中心' })
    expect(reported.proposals.map(({ planId, reason }) => ({ planId, reason }))).toEqual(
      proposals.map(({ planId, reason }) => ({ planId, reason })),
    )
  })

  it('plans are listed with their steps and limits, and read whole', async () => {
    kit = await openStation({ plans: [timed] })
    const listed = {
      id: 'timed',
      title: { zh: '预案timed' },
      document: 'test',
      steps: 1,
      timed: 1,
      completeness: 'complete',
    }
    expect(await kit.ask('plans/list', {})).toMatchObject([listed])
    expect(await kit.ask('plans/read', { planId: 'timed' })).toEqual(timed)
  })
})

describe('a plan that is activated', () => {
  const type = (code: string) => ({
    ...{ code, name: { zh: code, en: code }, category: 'fire', legal: null, words: [] },
  })
  const types = [type('fire.hall'), type('fire.shop')]

  it.each([
    [['fire.shop'], 'fire.shop'],
    [['fire.hall', 'fire.shop'], null],
    [['fire.gone'], null],
  ])(
    'of %j gives an incident without a type %j: only one that is known and the only one',
    async (of, known) => {
      const plans = [plan('response', [step('a')], { types: of })]
      kit = await openStation({ library: smallLibrary(plans, { types }) })
      const id = await kit.run(['response'])
      expect((await kit.incident(id)).type).toBe(known)
    },
  )
})
