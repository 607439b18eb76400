/**
 * History: every incident and drill is found and read whole, whether on the board or long archived.
 */
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const types = [
  {
    code: 'hotline',
    name: { zh: '热线故障', en: 'Hotline failure' },
    category: 'system',
    legal: null,
    words: [],
  },
] as const
const response = plan('response', [step('call'), step('arrive')], {
  title: { zh: '充值机停用', en: 'Terminals down' },
  short: { zh: '充值机', en: 'Terminals' },
})
const library = () =>
  smallLibrary([response], {
    types,
    categories: [{ code: 'system', name: { zh: '系统故障', en: 'System' } }],
  })
const romaniser = createRomaniser()

let kit: Kit
afterEach(() => kit.stop())
const search = (input: object = {}): Promise<ReplyOf<'history/search'>> =>
  kit.ask('history/search', input)
const places = async (input: object = {}): Promise<string[]> =>
  (await search(input)).rows.map(({ place }) => place)

async function archive(incidentId: string): Promise<void> {
  await kit.ask('incident/move', { incidentId, to: 'closed', reason: '已处理' })
  await kit.ask('incident/move', { incidentId, to: 'archived' })
}
async function aYear(): Promise<void> {
  const first = await kit.run(['response'], {
    narrative: '东区充值机黑屏',
    place: '东区',
    occurredAt: Date.parse('2026-03-01T08:00:00+08:00'),
  })
  await archive(first)
  await kit.run([], {
    narrative: '热线打不进来',
    place: '热线中心',
    type: 'hotline',
    occurredAt: Date.parse('2026-11-01T00:00:00+08:00'),
  })
  await kit.run(['response'], { narrative: '演练：大厅冒烟', place: '政务大厅', drill: true })
}

describe.each([['memory'], ['sqlite']] as const)('with the record in %s', (on) => {
  it('finds by Chinese, pinyin and initials: place, words of the caller, plan, type; also after a restart', async () => {
    kit = await openStation({ on, library: library(), romaniser })
    await aYear()
    for (const again of [false, true]) {
      if (again) kit = await kit.restart('1 min')
      for (const [words, expectedPlaces] of [
        ['黑屏', ['东区']],
        ['heiping', ['东区']],
        ['cdjtz', []],
        ['czjty', ['政务大厅', '东区']],
        ['terminals', ['政务大厅', '东区']],
        ['打不进', ['热线中心']],
        ['rxdbjl', ['热线中心']],
        ['故障', ['热线中心']],
        ['guzhang', ['热线中心']],
        ['hotline', ['热线中心']],
        ['大厅 冒烟', ['政务大厅']],
        ['大厅 黑屏', []],
        ['  ', ['政务大厅', '热线中心', '东区']],
      ] as const)
        expect(await places({ words }), words).toEqual(expectedPlaces)
    }
  })

  it('filters by local dates, type, level, state and drill, newest first, page by page', async () => {
    kit = await openStation({ on, library: library(), romaniser })
    await aYear()
    expect(await places()).toEqual(['政务大厅', '热线中心', '东区'])
    expect([
      await places({ from: '2026-11-01' }),
      await places({ to: '2026-10-31' }),
      await places({ from: '2026-11-01', to: '2026-11-01' }),
    ]).toEqual([['政务大厅', '热线中心'], ['东区'], ['热线中心']])
    expect([
      await places({ drill: 'real' }),
      await places({ drill: 'drill' }),
      await places({ types: ['hotline'] }),
      await places({ states: ['archived'] }),
      await places({ levels: ['none'] }),
    ]).toEqual([
      ['热线中心', '东区'],
      ['政务大厅'],
      ['热线中心'],
      ['东区'],
      ['政务大厅', '热线中心', '东区'],
    ])
    const first = await search({ limit: 2 })
    expect([first.rows.length, first.total, first.next !== null]).toEqual([2, 3, true])
    expect(await search({ limit: 2, after: first.next })).toMatchObject({
      rows: [
        {
          place: '东区',
          state: 'archived',
          drill: false,
          plans: [{ title: { zh: '充值机停用' } }],
        },
      ],
      next: null,
      total: 3,
    })
    expect(await search({ limit: 3 })).toMatchObject({ next: null })
  })

  it('reads an incident whole, on the board or archived', async () => {
    kit = await openStation({ on, library: library(), romaniser })
    await kit.ask('roster/set', { posts: { desk: [{ person: '周敏', phone: '1' }] } })
    const id = await kit.run(['response'], { narrative: '东区充值机黑屏', reporter: '赵女士' })
    await kit.ask('incident/step', { incidentId: id, stepId: 'call', outcome: 'done' })
    expect(await kit.ask('history/read', { incidentId: id })).toEqual({
      incident: await kit.incident(id),
      entries: (await kit.ask('incident/timeline', { incidentId: id })).entries,
      alerts: [],
    })
    await archive(id)
    const { incident, entries } = await kit.ask('history/read', { incidentId: id })
    expect(incident).toMatchObject({
      id,
      state: 'archived',
      narrative: '东区充值机黑屏',
      reporter: '赵女士',
      plans: [{ planId: 'response' }],
      steps: [{ id: 'call', state: 'done', people: [] }, { id: 'arrive' }],
    })
    expect(entries.map(({ type }) => type)).toEqual([
      'IncidentReported',
      'PlanActivated',
      'StepFinished',
      'StepFinished',
      'IncidentMoved',
      'IncidentMoved',
    ])
    expect(await kit.send('history/read', { incidentId: 'nobody' })).toMatchObject({
      code: 'unknown-incident',
    })
  })
})

it('reported and activated in one turn, it is found by both', async () => {
  kit = await openStation({ library: library(), romaniser })
  const { incidentId } = await kit.ask('incident/report', { narrative: '黑屏', place: '东区' })
  await Promise.all([
    kit.ask('incident/activate', { incidentId, planId: 'response' }),
    kit.ask('incident/note', { incidentId, words: '到了' }),
  ])
  expect([
    await places({ words: '黑屏' }),
    await places({ words: '充值机' }),
    await places({ words: '到了' }),
  ]).toEqual([['东区'], ['东区'], []])
})

it('words that cannot be made keep nothing from being saved', async () => {
  kit = await openStation({
    library: library(),
    romaniser: {
      syllables: (words) => {
        if (words === '东区') throw new Error('no syllables')
        return []
      },
    },
  })
  await kit.run([], { place: '东区' })
  expect([(await search()).total, kit.logged.map(({ event }) => event)]).toEqual([
    1,
    ['words-not-made'],
  ])
})

it("a caller's words are personal: they answer no search once they are purged", async () => {
  kit = await openStation({ on: 'sqlite', library: library(), romaniser })
  await aYear()
  expect(await places({ words: '黑屏' })).toEqual(['东区'])
  const db = new DatabaseSync(kit.file)
  db.exec("DELETE FROM personal WHERE value LIKE '%黑屏%'")
  db.close()
  expect([
    await places({ words: '黑屏' }),
    await places({ words: 'heiping' }),
    await places({ words: '东区' }),
    await places({ words: '打不进' }),
  ]).toEqual([[], [], ['东区'], ['热线中心']])
})

it('says of a line which part of it was typed, and whether something of that was only told', async () => {
  kit = await openStation({ library: library(), romaniser })
  await aYear()
  const linesFor = async (words: string) =>
    (await search({ words })).rows.map(({ place, matched, said }) => ({ place, matched, said }))
  expect(await linesFor('东区')).toEqual([{ place: '东区', matched: ['东区'], said: false }])
  expect(await linesFor('黑屏')).toEqual([{ place: '东区', matched: [], said: true }])
  expect(await linesFor('东区 黑屏')).toEqual([{ place: '东区', matched: ['东区'], said: true }])
  expect(await linesFor('黑屏 东区')).toEqual([{ place: '东区', matched: ['东区'], said: true }])
  expect(await linesFor('中心 故障')).toEqual([
    { place: '热线中心', matched: ['中心', '故障'], said: false },
  ])
  expect(await linesFor('')).toMatchObject([{ said: false }, { said: false }, { said: false }])
})

it.each([
  [{ after: 'x' }],
  [{ limit: 201 }],
  [{ from: '2026-02-30' }],
  [{ states: ['gone'] }],
  [{ drill: 'no' }],
])('refuses %j', async (input) => {
  kit = await openStation()
  expect(await kit.send('history/search', input)).toMatchObject({ ok: false, code: 'bad-input' })
})
