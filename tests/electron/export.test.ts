/**
 * Files in the desktop program: where downloads are held up, the program asks the person where to,
 * and writes there; a PDF is printed by a locked window of its own.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bridge, ToSave } from '#shared/contract/bridge.ts'
import type { Format } from '#shared/domain/document/file-formats.ts'
import { useBrowser } from './kit/browser.ts'
import { expectLocked } from './kit/checks.ts'
import { newFolder, start, type Program } from './kit/program.ts'
import { fontsOf } from '../kit/pdf.ts'
import { until } from '../kit/until.ts'

const browser = useBrowser()
let program: Program
beforeAll(async () => {
  program = await start({ browser: browser() })
})
afterAll(() => program?.end())

async function writtenExport(format: Format): Promise<string> {
  const { exportId } = await program.ask('export/start', {
    what: { month: '2026-10' },
    format,
    language: 'zh',
  })
  await until(async () =>
    expect(await program.ask('export/read', { exportId })).toMatchObject({ state: 'written' }),
  )
  return exportId
}
/** As the page does it. */
const save = async (what: ToSave): Promise<unknown> =>
  (await program.page('console')).evaluate(
    (request) => (globalThis as unknown as { station: Bridge }).station.save(request),
    what,
  )
const saving = () => program.electron.double.saving

it('an export is written where the person says, over an older file; a closed dialog writes nothing', async () => {
  const [exportId, folder] = [await writtenExport('csv'), newFolder()]
  writeFileSync(join(folder, 'a.csv'), 'older')
  saving().answer = null
  expect(await save({ exportId })).toEqual({ ok: true, saved: false, file: null })
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('older')
  saving().answer = join(folder, 'a.csv')
  expect(await save({ exportId })).toEqual({ ok: true, saved: true, file: 'a.csv' })
  expect([
    saving().offered.at(-1),
    readFileSync(join(folder, 'a.csv'), 'utf8').startsWith('\ufeff'),
    readdirSync(folder),
  ]).toEqual(['2026年10月月报（草稿）.csv', true, ['a.csv']])
})

it('a plan is written as the station has it, whatever the page says', async () => {
  const file = join(newFolder(), 'plan.yaml')
  saving().answer = file
  expect(await save({ planId: 'gas-hotline-failure' })).toMatchObject({ saved: true })
  expect(readFileSync(file, 'utf8')).toContain('id: gas-hotline-failure')
})

it('what is not there, and a place that cannot be written, are refused in words', async () => {
  saving().answer = join(newFolder(), 'none', 'a.csv')
  expect(await save({ exportId: await writtenExport('csv') })).toMatchObject({
    ok: false,
    code: 'file-not-written',
  })
  expect(await save({ exportId: 'no-such' })).toMatchObject({ ok: false, code: 'not-found' })
  expect(existsSync(saving().answer ?? '')).toBe(false)
})

it('a PDF is printed by a window that is locked, hidden, without script, and gone afterwards, in the font of the program', async () => {
  const exportId = await writtenExport('pdf')
  const windows = program.electron.double.windows.filter(
    ({ options }) => options.webPreferences?.javascript === false,
  )
  expect(windows).toHaveLength(1)
  expectLocked(windows[0]!, 'print')
  expect([windows[0]!.options.show, windows[0]!.isDestroyed()]).toEqual([false, true])
  const file = join(newFolder(), 'a.pdf')
  saving().answer = file
  await save({ exportId })
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  expect(fontsOf(file)).not.toEqual([])
  expect(fontsOf(file).filter((name) => !/^NotoSansSC\b/.test(name))).toEqual([])
})

it('on battery the power-cut sheet is printed without a question; without a printer it lies as a file', async () => {
  const { powerMonitor, double } = program.electron
  powerMonitor.emit('on-battery')
  await until(() => expect(double.printing.pages).toBe(1))
  double.printing.takes = false
  const sheets = () => readdirSync(join(program.dir, 'power-cut'))
  await until(() => expect(sheets()).toEqual([expect.stringMatching(/断电纸\.html$/)]))
  powerMonitor.emit('on-battery')
  await until(() => expect(sheets().some((name) => name.endsWith('.pdf'))).toBe(true))
})
