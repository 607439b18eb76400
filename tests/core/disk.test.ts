/**
 * Tests what the desk is told of the disk: little room, the last room in use, nothing can be saved.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DataDisk, StorageTrouble } from '#main/core/ports.ts'
import { openStation, type Kit } from '../kit/station.ts'

const MB = 1e6
/** A disk with so much room; what is kept back is taken from it. */
const disk = { free: 5_000 * MB, kept: 0 }
const dataDisk: DataDisk = {
  free: async () => disk.free,
  get kept() {
    return disk.kept
  },
  async keep() {
    if (disk.free < 32 * MB) return false
    disk.kept = 16 * MB
    return true
  },
}

let kit: Kit
beforeEach(async () => {
  Object.assign(disk, { free: 5_000 * MB, kept: 0 })
  kit = await openStation({ dataDisk })
  await kit.clock.advance('11 s')
})
afterEach(() => kit.stop())

async function look(free: number) {
  disk.free = free * MB
  await kit.clock.advance('11 s')
  const { alerts, notes } = await kit.station.board()
  return { alerts, notes: notes.map(({ zh }) => zh) }
}

describe('room on the disk', () => {
  it('below 1 GB is a calm line, below 200 MB an alert without a tone, with what to do', async () => {
    expect(await look(1_001)).toEqual({ alerts: [], notes: [] })
    expect(await look(999)).toEqual({
      alerts: [],
      notes: ['磁盘只剩999MB，请抽空清理，保持1GB以上。'],
    })
    expect(await look(199)).toMatchObject({
      notes: [],
      alerts: [
        {
          priority: 2,
          tone: null,
          cause: { zh: '磁盘只剩199MB，快要不能保存记录了。', en: expect.stringMatching(/199 MB/) },
          action: { zh: expect.stringMatching(/回收站/) },
        },
      ],
    })
    expect((await look(150)).alerts[0]?.cause.zh).toContain('150MB')
  })

  it('is not told back and forth around the limit', async () => {
    await look(199)
    const raised = (await kit.events()).length
    expect((await look(201)).alerts).toHaveLength(1)
    await look(199)
    expect(await kit.events()).toHaveLength(raised)
    expect(await look(500)).toMatchObject({ alerts: [], notes: [expect.stringContaining('500MB')] })
    expect((await look(1_050)).notes).toHaveLength(1)
    expect(await look(1_101)).toEqual({ alerts: [], notes: [] })
  })

  it('is kept back; once that is given up it is told with a tone until there is really room again', async () => {
    expect(disk.kept).toBe(16 * MB)
    disk.kept = 0 // the record was full, and took it
    expect((await look(15)).alerts).toMatchObject([
      { priority: 1, tone: 'fault', cause: { zh: '磁盘已满，正在用最后留出的空间记录。' } },
    ])
    expect((await look(100)).alerts).toHaveLength(1)
    expect(await look(5_000)).toEqual({ alerts: [], notes: [] })
    expect(disk.kept).toBe(16 * MB)
  })
})

it('room that is used up is told as nothing saved, and not as room that is in use', async () => {
  disk.kept = 0
  await look(15)
  Object.assign(kit.disk, { broken: true, trouble: 'full' })
  await kit.send('incident/report', { narrative: '冒烟', place: '大厅' })
  expect((await look(0)).alerts).toMatchObject([{ cause: { zh: '磁盘已满，目前什么都记不下。' } }])
})

describe('while nothing can be saved', () => {
  it.each<[StorageTrouble | undefined, RegExp, RegExp]>([
    ['full', /磁盘已满/, /腾出至少1GB.*纸笔/],
    ['read-only', /只读/, /管理员.*纸笔/],
    ['broken', /读写出错/, /管理员.*换盘.*纸笔/],
    [undefined, /存盘失败/, /管理员.*纸笔/],
  ])(
    '%s: says so by its cause, with a tone, and can be acknowledged; then it heals',
    async (trouble, cause, action) => {
      Object.assign(kit.disk, { broken: true, trouble })
      await kit.send('incident/report', { narrative: '冒烟', place: '大厅' })
      const [alert] = (await kit.station.board()).alerts
      expect(alert).toMatchObject({
        priority: 1,
        tone: 'fault',
        cause: { zh: expect.stringMatching(cause) },
        action: { zh: expect.stringMatching(action) },
      })
      expect(kit.pushes.at(-1)).toMatchObject({
        kind: 'board',
        board: { alerts: [{ tone: 'fault' }] },
      })
      expect(await kit.send('alert/acknowledge', { alertId: alert?.id ?? '' })).toMatchObject({
        ok: true,
      })
      await kit.clock.advance('20 s')
      expect((await kit.station.board()).alerts).toMatchObject([
        { id: alert?.id, acknowledgedBy: '周敏' },
      ])
      kit.disk.broken = false
      await kit.clock.advance('6 s')
      expect(await kit.station.board()).toMatchObject({ alerts: [], storageFailed: false })
    },
  )
})
