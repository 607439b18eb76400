/**
 * Short numbers through the station: one for each report, given once, in its own series, the same
 * after a restart; on the board, in lists and files, and on no public wall.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { NewEvent } from '#main/core/ports.ts'
import { rowOf } from '#main/core/engine/changes.ts'
import { systemVault } from '#main/adapters/vault.ts'
import { evolve } from '#shared/domain/incident/evolve.ts'
import { initialIncident } from '#shared/domain/incident/record/state.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const QUIET = plan('quiet', [step('look')])

let kit: Kit
afterEach(() => kit.stop())

const report = (part: object = {}): Promise<string> => kit.run([], part)
const numberOf = async (id: string): Promise<string | undefined> => (await kit.incident(id)).number

/** As a program from before there were numbers wrote it. */
async function reportedBefore(at: number, drill = false): Promise<string> {
  const id = systemVault.id(at)
  const body = {
    ...{ place: '热线中心', narrative: { sealed: 'words' }, incidentType: null, category: null },
    ...{ legalCategory: null, channel: null, reporter: null, occurredAt: null, drill },
  }
  const stream = incidentStream.nameOf(id)
  const event: NewEvent = { stream, type: 'IncidentReported', at, by: '周敏', body }
  const incident = evolve(initialIncident(id), {
    ...body,
    type: 'IncidentReported',
    at,
    by: '周敏',
  })
  const world = { zone: 'Asia/Shanghai', calendar: {}, roster: null, plan: () => QUIET }
  await kit.journal.commit([
    {
      ...{ command: null, expect: { [stream]: 0 }, events: [event], seals: [], documents: [] },
      rows: [rowOf(incident, world)],
    },
  ])
  return id
}

describe('the short number', () => {
  it.each(['memory', 'sqlite'] as const)('is given once, drills apart (%s)', async (on) => {
    kit = await openStation({ on, plans: [QUIET] })
    const [first, drill, second] = [await report(), await report({ drill: true }), await report()]
    expect(await numberOf(first)).toBe('2026-001')
    expect(await numberOf(drill)).toBe('演2026-001')
    expect(await numberOf(second)).toBe('2026-002')
    await kit.ask('incident/move', { incidentId: second, to: 'false-report', reason: '误触' })
    kit = await kit.restart()
    expect(await numberOf(await report())).toBe('2026-003')
    const { rows } = await kit.ask('history/search', { drill: 'all' })
    expect(rows.map(({ number }) => number).sort()).toEqual([
      ...['2026-001', '2026-002', '2026-003'],
      '演2026-001',
    ])
  })

  it('of reports that share one commit differs', async () => {
    kit = await openStation({ on: 'sqlite', plans: [QUIET] })
    const ids = await Promise.all([report(), report(), report()])
    const numbers = await Promise.all(ids.map(numberOf))
    expect(numbers.sort()).toEqual(['2026-001', '2026-002', '2026-003'])
  })

  it('begins again with the year of the site', async () => {
    kit = await openStation({ plans: [QUIET], at: '2026-12-31T23:59:30+08:00' })
    const last = await report()
    await kit.clock.advance('1 min')
    expect([await numberOf(last), await numberOf(await report())]).toEqual(['2026-001', '2027-001'])
  })

  it.each(['memory', 'sqlite'] as const)(
    'what was recorded without one has one in the order of report (%s)',
    async (on) => {
      kit = await openStation({ on, plans: [QUIET] })
      const day = Date.parse('2026-03-01T08:00:00+08:00')
      const [first, drill, second] = [
        await reportedBefore(day),
        await reportedBefore(day + 1000, true),
        await reportedBefore(day + 2000),
      ]
      kit = await kit.restart()
      expect(await numberOf(first)).toBe('2026-001')
      expect(await numberOf(drill)).toBe('演2026-001')
      expect(await numberOf(second)).toBe('2026-002')
      expect(await numberOf(await report())).toBe('2026-003')
      const { rows } = await kit.ask('history/search', { drill: 'drill' })
      expect(rows.map(({ number }) => number)).toEqual(['演2026-001'])
    },
  )

  it('is found in the history, and is on no public wall', async () => {
    kit = await openStation({ plans: [QUIET] })
    await report()
    await report()
    const { rows } = await kit.ask('history/search', { words: '2026-002' })
    expect(rows.map(({ number }) => number)).toEqual(['2026-002'])
    const board = await kit.station.board('public')
    expect(board.incidents.map((incident) => 'number' in incident)).toEqual([false, false])
  })
})
