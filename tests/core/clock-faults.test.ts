/** The desk is told when the machine's clock was changed, and the record keeps it. */
import { expect, it } from 'vitest'
import { openStation } from '../kit/station.ts'

it('a clock set back by an hour is an alert until somebody has seen it, and recorded', async () => {
  const kit = await openStation({ at: '2026-11-24T14:00:00+08:00' })
  await kit.clock.advance('2 s')
  kit.clock.jump('-1 h')
  await kit.clock.advance('2 s')
  const { alerts, notes } = await kit.station.board()
  expect(notes).toEqual([])
  expect(alerts).toMatchObject([
    {
      cause: {
        zh: '本机时钟被改动−1:00:00，现为13:00:03。',
        en: "This machine's clock was changed by −1:00:00; it now says 13:00:03.",
      },
      action: { zh: '时限不受影响；请核对时间。' },
      tone: null,
    },
  ])
  expect((await kit.events()).filter((event) => event.type === 'ClockChanged')).toMatchObject([
    { body: { byMs: -3_600_000 } },
  ])
  await kit.clock.advance('5 h')
  expect((await kit.station.board()).alerts).toEqual(alerts)
  await kit.ask('alert/acknowledge', { alertId: alerts[0]?.id ?? '' })
  expect((await kit.station.board()).alerts).toEqual([])
  await kit.stop()
})

it('a clock put back while the station was down is told at the start: limits that run look too long', async () => {
  let kit = await openStation({ at: '2026-11-24T14:00:00+08:00', on: 'sqlite' })
  await kit.station.request(
    {
      id: crypto.randomUUID(),
      name: 'incident/report',
      input: { narrative: '冒烟', place: '大厅' },
    },
    { name: '周敏', role: 'dispatcher' },
  )
  kit.clock.jump('-2 h')
  kit = await kit.restart('1 s')
  expect((await kit.station.board()).alerts).toMatchObject([
    { cause: { zh: expect.stringMatching(/拨回：记录写到14:00:00，本机慢了至少1:59:59/) } },
  ])
  await kit.stop()
})
