/**
 * The real station with its real writer, over the end of a month: the report is prepared, and lies
 * as files in the folder that was arranged.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { until } from '../kit/until.ts'

let served: Served
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-copy-'))
  served = await serveStation('2026-11-30T23:30:00+08:00', ['gas-customer-service'])
})
afterEach(async () => {
  await served.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('goes to no folder that is not there, and says so when it is named', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const [named, why] of [
    [join(folder, 'none'), '没有这个目录'],
    [file, '它不是目录'],
  ] as const)
    expect(
      await served.station.request<'report/arrange'>(
        {
          id: crypto.randomUUID(),
          name: 'report/arrange',
          input: { hour: 2, copy: { folder: named, formats: ['html'], language: 'zh' } },
        },
        { name: '本机程序', role: 'administrator' },
      ),
    ).toMatchObject({
      ok: false,
      code: 'folder-unusable',
      message: { zh: expect.stringContaining(`${named}不能用：${why}`) },
    })
  expect(await served.ask('report/list', {})).toMatchObject({ arranged: { copy: null } })
})

it('is copied whole, in every format, without a click, and nothing else lies beside it', async () => {
  await served.ask('report/arrange', {
    hour: 2,
    copy: { folder, formats: ['xlsx', 'csv', 'html'], language: 'zh' },
  })
  await served.ask('incident/report', { narrative: '热线打不进来', place: '热线中心' })
  await served.pass('2 h')
  expect(readdirSync(folder), 'before its hour').toEqual([])
  await served.pass('31 min')
  await until(() =>
    expect(
      readdirSync(folder)
        .map((name) => name.slice(name.lastIndexOf('.')))
        .sort(),
    ).toEqual(['.csv', '.html', '.xlsx']),
  )
  const page = readdirSync(folder).find((name) => name.endsWith('.html')) ?? ''
  expect(readFileSync(join(folder, page), 'utf8')).toContain('2026年11月')
  const { months } = await served.ask('report/list', {})
  const november = months.find(({ month }) => month === '2026-11')
  expect(november).toMatchObject({ standing: 'draft', incidents: 1 })
  expect(november?.preparedAt).toBeGreaterThanOrEqual(Date.parse('2026-12-01T02:00:00+08:00'))
  expect(served.errors).toEqual([])
})
