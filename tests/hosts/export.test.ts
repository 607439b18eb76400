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
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWithSample } from '#main/hosts/node/demo/demo.ts'
import { monthBefore } from '#main/hosts/node/demo/days.ts'
import { findInstallation } from '#main/hosts/node/install-paths.ts'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { localDate, localMonth } from '#shared/domain/calendar.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { lastDay } from '#shared/domain/monthly-report/as-of.ts'
import { readWorkbook } from '../adapters/export/workbook.ts'
import { chromePath } from '../e2e/browser.ts'
import { fontsOf, streamsOf } from '../kit/pdf.ts'
import { lineOf } from '../kit/report.ts'
import { newFolder, runProgram, served } from './cli.ts'
import { inRunningMonth } from './running-month.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.now()
/** Over for a day at least, so that its report is prepared already. */
const OVER = monthBefore(`${localMonth(NOW - DAY_MS, ZONE)}-01`)[0]?.slice(0, 7) ?? ''

let dir = ''
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-exported-'))
  await fillWithSample({
    dir,
    now: NOW,
    zone: ZONE,
    place: findInstallation(),
    log: { info: () => undefined, error: () => undefined },
  })
}, 120_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const exporting = (out: string, format: string, ...more: string[]) =>
  runProgram(['export', '--data', dir, '--format', format, '--out', out, ...more])
const month = ['--month', OVER]
const uuid = (n: number): string => `0199d6a0-0000-7000-8000-${String(n).padStart(12, '0')}`

/** What a station does by itself when it opens: the month that is over is prepared. */
async function prepared(): Promise<void> {
  const station = await served(dir)
  const isPrepared = async (): Promise<boolean> =>
    ((await station.ask('report/list'))['reply'] as ReplyOf<'report/list'>).months.some(
      ({ preparedAt }) => preparedAt !== null,
    )
  await expect.poll(isPrepared, { timeout: 20_000 }).toBe(true)
  await station.signal('SIGTERM')
}

test('the report of a month is the same to the byte beside a running station and without one; nothing is written into the record', async () => {
  const out = newFolder()
  const at = (name: string): string => join(out, name)
  await prepared()
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
  const [from, to] = [NOW - 2_000 * DAY_MS, NOW + DAY_MS].map((at) => localDate(at, ZONE))
  const dates = ['--from', `${from}`, '--to', `${to}`]
  expect((await exporting(out, 'xlsx', ...dates, '--lang', 'en')).code).toBe(0)
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

async function sameNumberOf(running: string): Promise<void> {
  const out = newFolder()
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
  const month = await ask<Figures>('statistics/month', { month: running })
  expect(await station.signal('SIGTERM')).toMatchObject({ code: 0 })
  const figures = ({ incidents, drills }: Figures): number[] => [incidents, drills]
  expect(figures(wall)).toEqual(figures(now))
  expect(figures(month)).toEqual(figures(now))
  const lines = ['突发事件（起）', '演练（次，不计入）']
  expect(lines.map((line) => lineOf(document, 'compared', line)[1]?.value)).toEqual(figures(now))

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
}

test('page, month, wall, report and every kind of file say the same number of one record', () =>
  inRunningMonth(ZONE, sameNumberOf))

/** A program in place of the browser, of these lines of a shell. */
function browserOf(lines: string): string {
  const program = join(newFolder(), 'browser')
  writeFileSync(program, `#!/bin/sh\n${lines}\n`)
  chmodSync(program, 0o755)
  return program
}

test('a PDF of the same month says the same twice, in the font of the program', async (context) => {
  const chrome = await chromePath().catch(() => null)
  if (chrome === null) return context.skip('no browser at hand (CHROME_BIN)')
  const out = newFolder()
  const program = browserOf(`exec "${chrome}" --no-sandbox --disable-dev-shm-usage "$@"`)
  // dates, and the numbers that the browser gives to its nodes, stand outside of the streams
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
  expect(fontsOf(join(out, 'a.pdf')).filter((name) => !/^NotoSansSC\b/.test(name))).toEqual([])
  expect(fontsOf(join(out, 'a.pdf'))).not.toEqual([])
  expect(await print('b.pdf', ...month)).toEqual(first)
  expect(await print('c.pdf', ...month, '--lang', 'en'), 'planted: other words').not.toEqual(first)
})

test('says which paper of a month it writes, and offers the others; the program names the file', async () => {
  const station = await served(dir)
  const out = newFolder()
  const write = async (...more: string[]) => {
    const { code, out: line, err } = await exporting(out, 'html', '--month', OVER, ...more)
    const says = err.split('\n').find((words) => words.startsWith('report: ')) ?? ''
    return { code, ...(code === 0 && (JSON.parse(line) as Record<string, unknown>)), says }
  }
  const month = `${OVER.slice(0, 4)}年${Number(OVER.slice(5))}月月报`
  expect(await write()).toMatchObject({
    file: join(out, `${month}（草稿）.html`),
    report: { month: OVER, number: null, issuedAt: null, issues: 0 },
    says: expect.stringContaining('写的是草稿；这个月还没有签发'),
  })
  expect(await write('--number', '0')).toMatchObject({ code: 66 })

  await station.ask('report/issue', { month: OVER }, uuid(1))
  await station.ask('report/edit', { month: OVER, section: 'outlook', words: ['另写'] }, uuid(2))
  await station.ask('report/issue', { month: OVER, reason: '补写' }, uuid(3))
  expect(await write()).toMatchObject({
    file: join(out, `${month}（更正第1号）.html`),
    report: { number: 1, issuedAt: expect.any(Number), issues: 2 },
    says: expect.stringMatching(
      /写的是更正第1号（.*签发）；现在的草稿用--draft；共签发2次.*\/ .*correction no. 1/,
    ),
  })
  expect(await station.signal('SIGTERM')).toMatchObject({ code: 0 })
  // and without it the same
  expect(await write('--number', '0')).toMatchObject({
    file: join(out, `${month}.html`),
    report: { number: 0, issues: 2 },
    says: expect.stringContaining('写的是正式签发的一期'),
  })
  expect(await write('--draft', '--lang', 'en')).toMatchObject({
    file: join(out, `${OVER}-report-draft.html`),
    report: { number: null, issues: 2 },
    says: expect.stringContaining('写的是草稿（--draft）；已签发2次'),
  })
})

test('a browser that prints nothing is told with its own reason, in the line and in the log', async () => {
  const out = join(newFolder(), 'a.pdf')
  const print = async (says: string): Promise<string> => {
    const { code, err } = await runProgram(
      ['export', '--data', dir, '--format', 'pdf', '--out', out, ...month],
      { VIGIL_BROWSER: browserOf(`echo '${says}' >&2; exit 1`) },
    )
    expect(code).toBe(70)
    return err
  }
  const asRoot = await print(
    '[12:34:ERROR:zygote_host_impl_linux.cc(100)] Running as root without --no-sandbox is not supported.',
  )
  expect(asRoot).toMatch(/^export-failed: 浏览器没能生成PDF：.*root身份.* \/ .*runs as root/m)
  expect(asRoot).toMatch(/"event":"not-printed".*refuses to run as root/)
  expect(await print('[1:2:FATAL] no room on the moon')).toMatch(
    /^export-failed: 浏览器没能生成PDF：no room on the moon。/m,
  )
})

test('beside a running station the browser is that of the station, and it is said so', async () => {
  const station = await served(dir, ['--port', '0'], { VIGIL_BROWSER: '/nowhere/browser' })
  const { code, err } = await runProgram(
    ['export', '--data', dir, '--format', 'pdf', '--out', newFolder(), ...month],
    { CHROME_BIN: '/my/chrome' },
  )
  expect(code).toBe(3)
  expect(err).toMatch(/^browser: PDF由正在运行的值守站生成.*CHROME_BIN不起作用 \/ .*no effect$/m)
  expect(err.trimEnd().split('\n').at(-1)).toMatch(/^no-browser: /)
  expect(await station.signal('SIGTERM')).toMatchObject({ code: 0 })
})

test.each([
  ['no month and no period', 64, 'usage', []],
  ['a month that is none', 64, 'usage', ['--month', '2026-13']],
  [
    'a period that ends before it begins',
    64,
    'usage',
    ['--from', '2026-02-02', '--to', '2026-02-01'],
  ],
  ['a table of another kind of file', 64, 'usage', [...month, '--table', 'register']],
])('%s: exit %i', async (_what, code, word, args) => {
  const { code: exit, err } = await exporting(join(newFolder(), 'a'), 'xlsx', ...args)
  expect(exit).toBe(code)
  expect(err.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^${word}: `))
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
