/** Alerts of no incident: faults of the station itself, acknowledged like any other alert. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
beforeEach(async () => {
  kit = await openStation()
  await kit.clock.advance('2 s')
})
afterEach(() => kit.stop())

/** A fault of no lasting: somebody set the clock. */
async function clockFault(): Promise<string> {
  kit.clock.jump('1 h')
  await kit.clock.advance('2 s')
  const [alert] = (await kit.station.board()).alerts
  return alert?.id ?? ''
}
const ofFaults = async () =>
  (await kit.events())
    .filter(({ type }) => type.startsWith('Fault'))
    .map(({ type, stream, by }) => ({ type, stream, by }))

describe('a fault of the station', () => {
  it('stands on the board beside the incidents, in the shape of their alerts', async () => {
    const id = await clockFault()
    expect((await kit.station.board()).alerts).toEqual([
      {
        id,
        kind: 'fault',
        incidentId: null,
        stepId: null,
        priority: 3,
        tone: null,
        cause: expect.anything(),
        action: expect.anything(),
        owner: { zh: '值班员', en: 'Duty desk' },
        people: [],
        actor: { role: { zh: '值班员', en: 'Duty desk' }, people: [] },
        repeats: 1,
        soundedAt: expect.any(Number),
        members: [],
        clause: '',
        dueAt: expect.any(Number),
        raisedAt: expect.any(Number),
        acknowledgedAt: null,
        acknowledgedBy: null,
        silencedUntil: null,
        shelved: null,
        told: [],
        next: null,
      },
    ])
    expect((await kit.station.board('wall')).alerts).toHaveLength(1)
  })

  it('is acknowledged by the request of every alert, in the name of who sits there', async () => {
    const alertId = await clockFault()
    await kit.ask('alert/acknowledge', { alertId })
    expect(await ofFaults()).toEqual([
      { type: 'FaultRaised', stream: 'station', by: 'Vigil' },
      { type: 'FaultAcknowledged', stream: 'station', by: '周敏' },
    ])
    expect(await kit.send('alert/acknowledge', { alertId })).toMatchObject({
      code: 'unknown-alert',
    })
    expect(kit.pushes.at(-1)).toMatchObject({ kind: 'board', board: { alerts: [] } })
    expect(await kit.journal.verify()).toMatchObject({ ok: true })
  })

  it('the same acknowledgement sent twice is answered twice and recorded once', async () => {
    const alertId = await clockFault()
    const id = crypto.randomUUID()
    const first = await kit.send('alert/acknowledge', { alertId }, { id })
    expect(await kit.send('alert/acknowledge', { alertId }, { id })).toEqual(first)
    expect(await ofFaults()).toHaveLength(2)
  })

  it('is acknowledged while nothing can be saved, and the record learns nothing of it', async () => {
    const alertId = await clockFault()
    kit.disk.broken = true
    await kit.send('incident/report', { narrative: '冒烟', place: '大厅' })
    expect(await kit.send('alert/acknowledge', { alertId })).toMatchObject({ ok: true })
    expect((await kit.station.board()).alerts.map(({ id }) => id)).not.toContain(alertId)
    kit.disk.broken = false
    await kit.clock.advance('6 s')
    expect((await ofFaults()).map(({ type }) => type)).toEqual(['FaultRaised'])
  })

  it('enters no figure of incidents', async () => {
    const period = { from: '2026-11-01', to: '2026-11-30' }
    const figures = async () => {
      const { now, yearToDate, trend } = await kit.ask('statistics/period', period)
      return [now, yearToDate, trend, await kit.ask('statistics/month', { month: '2026-11' })]
    }
    const before = await figures()
    await kit.ask('alert/acknowledge', { alertId: await clockFault() })
    expect(await figures()).toEqual(before)
  })
})
