/** What the desk is told when somebody touches the data folder of a running station. */
import { expect, it, onTestFinished } from 'vitest'
import type { FolderGuard, FolderState } from '#main/core/ports.ts'
import { openStation } from '../kit/station.ts'

async function watched() {
  const now: { state: FolderState; isRecordThere: boolean; isHeadWritten: boolean } = {
    state: 'held',
    isRecordThere: true,
    isHeadWritten: true,
  }
  const folder: FolderGuard = {
    check: () => now.state,
    isRecordThere: () => now.isRecordThere,
    isHeadWritten: () => now.isHeadWritten,
  }
  const kit = await openStation({ folder })
  onTestFinished(() => kit.stop())
  const alerts = async (span = '6 s') => {
    await kit.clock.advance(span)
    return (await kit.station.board()).alerts
  }
  return { kit, now, alerts }
}

it('says nothing as long as nobody does', async () => {
  expect(await (await watched()).alerts('1 min')).toEqual([])
})

it('tells of a lock that was taken away and is locked again, until somebody acknowledges it', async () => {
  const { kit, now, alerts } = await watched()
  now.state = 'retaken'
  await alerts()
  now.state = 'held'
  const [alert] = await alerts()
  expect(alert?.cause.zh).toMatch(/lock\.db.*已重新锁定/)
  expect(alert?.action.zh).not.toMatch(/腾出|磁盘/)
  await kit.ask('alert/acknowledge', { alertId: alert?.id ?? '' })
  expect(await alerts()).toEqual([])
})

it('names the other station once it is seen twice, with a tone, for as long as it is there', async () => {
  const { now, alerts } = await watched()
  now.state = { holder: 'pid 7, now' }
  await alerts()
  expect(await alerts()).toMatchObject([
    {
      priority: 1,
      tone: 'fault',
      cause: { zh: expect.stringContaining('另一个值守站（pid 7, now）') },
    },
  ])
  now.state = 'held'
  expect(await alerts()).toEqual([])
})

it('says that the file of the record is gone, and not to stop', async () => {
  const { now, alerts } = await watched()
  now.isRecordThere = false
  expect(await alerts()).toMatchObject([
    { priority: 1, tone: 'fault', action: { zh: expect.stringContaining('不要停机') } },
  ])
})

it('says that head.json cannot be written, without a tone, until it can', async () => {
  const { now, alerts } = await watched()
  now.isHeadWritten = false
  expect(await alerts()).toMatchObject([
    { priority: 2, tone: null, cause: { zh: expect.stringContaining('head.json写不进去') } },
  ])
  now.isHeadWritten = true
  expect(await alerts()).toEqual([])
})

it('does not speak of room on the disk where another program writes into the record', async () => {
  const disk = { broken: true, commits: 0, trouble: 'shared' as const }
  const kit = await openStation({ disk: { broken: false, commits: 0 } })
  onTestFinished(() => kit.stop())
  Object.assign(kit.disk, disk)
  await kit.send('incident/report', { narrative: '冒烟', place: '三楼' })
  await kit.clock.advance('2 s')
  const [alert] = (await kit.station.board()).alerts
  expect(alert?.cause.zh).toContain('另一个程序')
  expect(alert?.action.zh).not.toMatch(/腾出|换盘/)
})
