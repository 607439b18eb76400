/**
 * `station export` as a program of its own: the same bytes beside a running station and without
 * one, exit codes, and an older file that stays whole.
 */
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWithSample } from '#main/hosts/node/demo/demo.ts'
import { findInstallation } from '#main/hosts/node/install-paths.ts'
import { localMonth } from '#shared/domain/calendar.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { lastDay } from '#shared/domain/monthly-report/as-of.ts'
import { readWorkbook } from '../adapters/export/workbook.ts'
import { chromePath } from '../e2e/browser.ts'
import { lineOf } from '../kit/report.ts'
import { newFolder, runProgram, served } from './cli.ts'

let dir = ''
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-exported-'))
  await fillWithSample({
    dir,
    now: Date.now(),
    zone: 'Asia/Shanghai',
    place: findInstallation(),
    log: { info: () => undefined, error: () => undefined },
  })
}, 120_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const exporting = (out: string, format: string, ...more: string[]) =>
  runProgram(['export', '--data', dir, '--format', format, '--out', out, ...more])
const month = ['--month', '2026-10']

test('the report of a month is the same to the byte beside a running station and without one; nothing is written into the record', async () => {
  const out = newFolder()
  const at = (name: string): string => join(out, name)
  for (const format of ['xlsx', 'html'])
    expect((await exporting(at(`closed.${format}`), format, ...month)).code).toBe(0)
  const station = await served(dir)
  for (const format of ['xlsx', 'html']) {
    const { code, out: stderr } = await exporting(at(`open.${format}`), format, ...month)
    expect([code, JSON.parse(stderr)]).toMatchObject([
      0,
      { file: at(`open.${format}`), bytes: readFileSync(at(`open.${format}`)).length },
    ])
    expect(readFileSync(at(`open.${format}`)).equals(readFileSync(at(`closed.${format}`)))).toBe(
      true,
    )
  }
  expect(await station.signal('SIGTERM')).toMatchObject({ code: 0 })
  expect(readdirSync(out).sort()).toEqual(['closed.html', 'closed.xlsx', 'open.html', 'open.xlsx'])
})

test('a period has its figures and its register, in the language that was asked for', async () => {
  const out = join(newFolder(), 'a.xlsx')
  expect(
    (await exporting(out, 'xlsx', '--from', '2020-01-01', '--to', '2031-12-31', '--lang', 'en'))
      .code,
  ).toBe(0)
  const sheets = readWorkbook(out)
  expect(sheets.map(({ name }) => name)).toEqual([
    'About',
    'Main figures',
    'By category',
    'By type',
    'By level',
    'By severity',
    'By place',
    'Limits by clause',
    'Times taken',
    'Late limits',
    'Register of incidents',
    'Charts',
  ])
  const figure = [...(sheets[1]?.rows.values() ?? [])].find(
    (row) => row['A']?.value === 'Incidents',
  )
  expect(figure?.['B']?.value).toBe(
    (sheets.find(({ name }) => name === 'Register of incidents')?.rows.size ?? 0) - 1,
  )
})

test('page, month, wall, report and every kind of file say the same number of one record', async () => {
  const out = newFolder()
  const running = localMonth(Date.now(), 'Asia/Shanghai')
  const dates = { from: `${running}-01`, to: lastDay(running) }
  const station = await served(dir)
  const ask = async <T>(name: string, input: object): Promise<T> =>
    (await station.ask(name, input))['reply'] as T
  type Figures = { incidents: number; drills: number }
  const { now } = await ask<{ now: Figures }>('statistics/period', dates)
  const { paper: document } = await ask<{ paper: ReportDocument }>('report/read', {
    month: running,
  })
  const { month: wall } = (await station.board()) as { month: Figures }
  const figures = ({ incidents, drills }: Figures): number[] => [incidents, drills]
  expect(figures(wall)).toEqual(figures(now))
  expect(figures(await ask<Figures>('statistics/month', { month: running }))).toEqual(figures(now))
  const lines = ['突发事件（起）', '演练（次，不计入）']
  expect(lines.map((line) => lineOf(document, 'compared', line)[1]?.value)).toEqual(figures(now))
  expect(await station.signal('SIGTERM')).toMatchObject({ code: 0 })

  const written = async (name: string, format: string, ...which: string[]): Promise<string> => {
    expect((await exporting(join(out, name), format, ...which)).code).toBe(0)
    return join(out, name)
  }
  const inSheet = (file: string, line: string): unknown =>
    readWorkbook(file)
      .flatMap(({ rows }) => [...rows.values()])
      .find((row) => row['A']?.value === line)?.['B']?.value
  const report = await written('report.xlsx', 'xlsx', '--month', running)
  expect(lines.map((line) => inSheet(report, line))).toEqual(figures(now))
  const period = await written('period.xlsx', 'xlsx', '--from', dates.from, '--to', dates.to)
  expect(['突发事件', '演练'].map((line) => inSheet(period, line))).toEqual(figures(now))
  const html = readFileSync(await written('report.html', 'html', '--month', running), 'utf8')
  expect(
    lines.map((line) => Number(new RegExp(`${line}</t[dh]><td[^>]*>(\\d+)<`).exec(html)?.[1])),
  ).toEqual(figures(now))
  const csv = readFileSync(await written('register.csv', 'csv', '--month', running), 'utf8')
  expect(csv.trimEnd().split('\r\n').length - 1).toBe(now.incidents)
})

/**
 * What a PDF holds: its streams, unpacked, pages and fonts among them. Dates and the numbers that
 * the browser gives to its nodes stand outside.
 */
const streamsOf = (file: string): string[] =>
  [...readFileSync(file, 'latin1').matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].map(
    ([, packed = '']) => {
      const bytes = Buffer.from(packed, 'latin1')
      // zlib begins with x
      return bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : packed
    },
  )

test('a PDF of the same month says the same twice', async (context) => {
  const chrome = await chromePath().catch(() => null)
  if (chrome === null) return context.skip('no browser at hand (CHROME_BIN)')
  const out = newFolder()
  const program = join(out, 'browser')
  writeFileSync(program, `#!/bin/sh\nexec "${chrome}" --no-sandbox --disable-dev-shm-usage "$@"\n`)
  chmodSync(program, 0o755)
  const print = async (name: string, ...what: string[]): Promise<string[]> => {
    const { code } = await runProgram(
      ['export', '--data', dir, '--format', 'pdf', '--out', join(out, name), ...what],
      { VIGIL_BROWSER: program },
    )
    expect(code).toBe(0)
    return streamsOf(join(out, name))
  }
  const first = await print('a.pdf', ...month)
  expect(
    first.some((stream) => / T[jJ]\b/.test(stream)),
    'a page with words is among them',
  ).toBe(true)
  expect(await print('b.pdf', ...month)).toEqual(first)
  expect(await print('c.pdf', ...month, '--lang', 'en'), 'planted: other words').not.toEqual(first)
})

test.each([
  ['no month and no period', [], 64, 'usage'],
  ['a month that is none', ['--month', '2026-13'], 64, 'usage'],
  [
    'a period that ends before it begins',
    ['--from', '2026-02-02', '--to', '2026-02-01'],
    64,
    'usage',
  ],
  ['a table of another kind of file', [...month, '--table', 'register'], 64, 'usage'],
])('%s: exit %i', async (_what, args, code, word) => {
  const { code: exit, err } = await exporting(join(newFolder(), 'a'), 'xlsx', ...args)
  expect([exit, err.startsWith(`${word}: `)]).toEqual([code, true])
})

test('a month that has not begun has no file, neither beside a running station nor without one', async () => {
  const folder = newFolder()
  const ask = () => exporting(join(folder, 'a'), 'csv', '--month', '2399-01')
  const refused = {
    code: 66,
    err: expect.stringMatching(
      /^month-not-begun: 2399年1月还没有开始.* \/ January 2399 has not begun/,
    ) as string,
  }
  expect(await ask()).toMatchObject(refused)
  const station = await served(dir)
  expect(await ask()).toMatchObject(refused)
  for (const draft of [false, true])
    expect(
      await station.ask('export/start', {
        what: { month: '2399-01', draft },
        format: 'csv',
        language: 'zh',
      }),
    ).toMatchObject({ ok: false, code: 'month-not-begun' })
  expect(await station.signal('SIGTERM')).toMatchObject({ code: 0 })
  expect(readdirSync(folder)).toEqual([])
})

test('what cannot be done ends with its own exit code and words, and leaves the older file as it is', async () => {
  const folder = newFolder()
  const out = join(folder, 'a')
  writeFileSync(out, 'older')
  const pdf = await runProgram(
    ['export', '--data', dir, '--format', 'pdf', '--out', out, ...month],
    {
      VIGIL_BROWSER: join(folder, 'no-browser'),
    },
  )
  expect([pdf.code, pdf.err]).toEqual([3, expect.stringMatching(/^no-browser: .*html.* \/ .*html/)])
  expect((await exporting(out, 'csv', ...month, '--table', 'nothing')).code).toBe(64)
  expect((await exporting(join(folder, 'none', 'a'), 'csv', ...month)).code).toBe(74)
  const empty = newFolder()
  expect(
    (await runProgram(['export', '--data', empty, '--format', 'csv', '--out', out, ...month])).code,
  ).toBe(66)
  expect([
    readFileSync(out, 'utf8'),
    readdirSync(folder),
    existsSync(join(empty, 'journal.db')),
  ]).toEqual(['older', ['a'], false])
})
