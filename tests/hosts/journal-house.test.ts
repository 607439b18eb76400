/**
 * A record that an earlier program wrote goes on under this one: it verifies, shows the same board
 * and the same months, and its files are the same to the byte.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Station } from '#main/core/api.ts'
import type { Journal, Log } from '#main/core/ports.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { movedClock } from '#main/hosts/node/demo/moved-clock.ts'
import { openRecord, runStation } from '#main/hosts/node/open-station.ts'
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { dispatcher } from '../kit/station.ts'

const fixture = join(import.meta.dirname, '../fixtures/journal-house')
const expected = JSON.parse(readFileSync(join(fixture, 'expected.json'), 'utf8')) as {
  position: number
  board: object
  months: Record<string, object>
  files: Record<string, string>
  older: Record<string, string>
}
/** Ten seconds after the last event: two incidents and a drill are open, and nothing falls due. */
const NOW = Date.parse('2026-11-10T09:05:55+08:00')
const PERIOD = { from: '2026-09-01', to: '2026-11-10' }

const log: Log = {
  info: () => undefined,
  error: (event, error) => console.error(event, error),
}

let dir: string
let journal: Journal
let station: Station
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-house-'))
  writeFileSync(join(dir, 'journal.db'), gunzipSync(readFileSync(join(fixture, 'journal.db.gz'))))
  journal = openRecord(dir, log).journal
  const site = {
    name: localized('没有', 'None'),
    zone: 'UTC',
    kinds: [],
    demo: false,
    setUp: false,
  }
  const running = await runStation(journal, site, {
    clock: movedClock(NOW),
    log,
    notifier: { notify: () => Promise.resolve() },
    resources: join(fixture, 'resources'),
  })
  station = running.station
})
afterAll(async () => {
  await station.stop()
  await journal.close()
  rmSync(dir, { recursive: true, force: true })
})

async function ask<N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>> {
  const answer = await station.request<N>({ id: crypto.randomUUID(), name, input }, dispatcher)
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message.en}`)
  return answer.reply
}

/** The file that somebody gets who asks for it. */
async function fileOf(input: Input<'export/start'>): Promise<Buffer> {
  const { exportId } = await ask('export/start', input)
  await expect.poll(async () => (await ask('export/read', { exportId })).state).toBe('written')
  const { file } = station.exported(exportId) ?? { file: '' }
  return readFileSync(file)
}

const hashOf = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('hex')

/** Pages of before did not say of which language their words are. */
const withoutLanguages = (page: string): string =>
  page.replaceAll(/<span lang="[^"]*">(.*?)<\/span>/gs, '$1')

test('it verifies as it lies, and nothing is added but the attention of what runs', async () => {
  expect(await verifyWhole(journal)).toMatchObject({ ok: true })
  const added = await journal.eventsAfter(expected.position, 100)
  expect(new Set(added.map(({ type }) => type))).toEqual(new Set(['AttentionChanged']))
})

type StoredBoard = { incidents: { id: string }[]; duty: { role: { en: string } }[] }

/**
 * Boards of before stood in another order, incidents and posts on duty; each incident that runs has
 * one event more.
 */
const byId = (board: unknown): object => {
  const { incidents, duty, ...rest } = board as StoredBoard
  const posts = duty.toSorted((a, b) => (a.role.en < b.role.en ? -1 : 1))
  const before = incidents
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((incident) => ({ ...incident, version: 0 }))
  return { ...rest, position: 0, incidents: before, duty: posts }
}

test('the board is the same but for its order', async () => {
  const board: unknown = JSON.parse(JSON.stringify(await station.board()))
  expect(byId(board)).toMatchObject(byId(expected.board))
})

test('what it holds in clear is counted, and nothing else', async () => {
  expect(await ask('journal/clear-values', null)).toEqual({
    events: 433,
    byKind: {
      person: 28,
      phone: 1,
      channel: 1,
      commander: 14,
      reason: 30,
      evidence: 13,
      place: 0, // no type of its plans is private
      author: 407,
    },
    position: expected.position + 3, // the attention of what runs
  })
})

test('the figures of its months are the same', async () => {
  const months: Record<string, object> = {}
  for (const month of Object.keys(expected.months))
    months[month] = await ask('statistics/month', { month })
  expect(months).toEqual(expected.months)
})

test('a period, a month as issued, as corrected and as it runs, and an incident are the same files', async () => {
  const { rows } = await ask('history/search', {})
  const [incidentId = ''] = rows.map((row) => row.incidentId).sort()
  const files: Record<string, string> = {}
  for (const [name, what] of [
    ['period', PERIOD],
    ['issued', { month: '2026-10', number: 0 }],
    ['corrected', { month: '2026-10' }],
    ['running', { month: '2026-11' }],
    ['incident', { incidentId }],
  ] as const)
    for (const format of ['csv', 'html', 'xlsx'] as const)
      for (const language of format === 'html' ? (['zh', 'en'] as const) : (['zh'] as const)) {
        const file = await fileOf({ what, format, language })
        files[`${name}.${language}.${format}`] = hashOf(
          format === 'html' ? withoutLanguages(file.toString('utf8')) : file,
        )
      }
  // those that name the position of the record were made anew when attention added three events:
  // they differ from those of before in that line alone; a record in Chinese names the station 系统
  // and the record of an incident names the clause of each step, who did it, and what is proposed
  // all of them but tables without words were made anew when these were read language by language;
  // what has a minus, compares, or is a draft was once more: one sign, no data before the record
  // began, clauses by the number of their paper, no prompt (an issue differs in its minus alone);
  // pages name the font of the program first; what explains figures says what counts as a place;
  // the record of an incident, the register and the late limits of a period have the short number;
  // pages were made anew when their columns got a least width (nothing but their style), and the
  // running month when it named incidents by number and had its corrective actions; what explains
  // figures says that three-minute drills are no drills of the month
  expect(files).toEqual(expected.files)
})

/** The line that names what a file stands on, as it was before attention added to the record. */
async function asOfThen(text: string): Promise<string> {
  const position = await journal.position()
  const [before, now] = [await journal.hashAt(expected.position), await journal.hashAt(position)]
  return text
    .replaceAll(String(now), String(before))
    .replaceAll(
      new RegExp(`(第|no\\. |entry |位置 |记录条数 |position )${position}(?!\\d)`, 'g'),
      `$1${expected.position}`,
    )
}

const DUE = '<th scope="col" class="at">到期</th>'
/** The late limits without the column of short numbers, their second one. */
const unnumberedLate = (text: string): string =>
  text
    .replace(`${DUE}<th scope="col">编号</th>`, DUE)
    .replaceAll(/(<tr><td class="at">[^<]*<\/td>)<td>\d{4}-\d{3}<\/td>/g, '$1')

/** The register without the column of short numbers, its first one: there were none. */
const unnumbered = (text: string): string =>
  text.startsWith('\ufeff编号,')
    ? text.replaceAll(/(^\ufeff?|\n)[^,\n]*,/g, '$1')
    : text.replace(
        /<div class="\w+">\n<table><caption>[^<]*<\/caption>\n<thead><tr><th scope="col">编号.*?<\/table>/s,
        (register) =>
          register
            .replace('class="wide"', 'class="upright"') // seven columns
            .replace('<th scope="col">编号</th>', '')
            .replaceAll(/<tr><td[^>]*>[^<]*<\/td>/g, '<tr>'),
      )

test('with the reasons that people gave, figures and reports are those of the older program', async () => {
  const files: Record<string, string> = {}
  for (const [name, what] of [
    ['period', PERIOD],
    ['issued', { month: '2026-10', number: 0 }],
    ['corrected', { month: '2026-10' }],
    ['running', { month: '2026-11' }],
  ] as const)
    for (const format of ['csv', 'html'] as const) {
      const subject = { ...what, personal: true }
      const file = await fileOf({ what: subject, format, language: 'zh' })
      files[`${name}.zh.${format}`] = hashOf(
        await asOfThen(unnumberedLate(unnumbered(file.toString('utf8')))),
      )
    }
  expect(expected.older).toMatchObject(files)
})
