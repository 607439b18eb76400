/**
 * 100,000 lines as a workbook: time, memory and the longest block of the thread that limits run on,
 * beside the plain library used on that thread.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import { writeXlsx } from 'hucre'
import { createDocumentWriter } from '#main/adapters/export/document-writer.ts'
import { rowBatches } from '#main/adapters/export/row-batches.ts'
import { documentWith, SOURCE, table, VALUES } from '../adapters/export/papers.ts'
import { finish, printNote, within } from './lib/figures.ts'
import { inNewFolder, log } from './lib/place.ts'

const LINES = 100_000
const MOST_BLOCK_MS = 50
const MIB = 1024 * 1024

type Seen = { ms: number; block: number; memory: number }

/**
 * Runs `work` and looks in the meantime how long the thread was away at most, and how much memory
 * the process came to hold.
 */
async function seen(work: () => Promise<unknown>): Promise<Seen> {
  let [running, block, memory] = [true, 0, 0]
  const before = process.memoryUsage.rss()
  const look = (async () => {
    for (let last = performance.now(); running;) {
      await pause()
      const now = performance.now()
      block = Math.max(block, now - last)
      memory = Math.max(memory, process.memoryUsage.rss())
      last = now
    }
  })()
  const begun = performance.now()
  await work()
  const ms = performance.now() - begun
  running = false
  await look
  return { ms, block, memory: (memory - before) / MIB }
}

await inNewFolder(async (dir) => {
  const long = documentWith([
    table(
      'register',
      '事件登记',
      Array.from({ length: LINES }, (_, n) => [`A-${n}`, ...(VALUES[1] ?? []).slice(1)]),
    ),
  ])
  const writer = createDocumentWriter(
    () => Promise.reject(new Error('nothing is printed here')),
    log,
  )
  const file = join(dir, 'a.xlsx')
  const ours = await seen(
    () =>
      writer.write({ document: long, source: SOURCE, format: 'xlsx', language: 'zh', file }).done,
  )
  printNote(`${(statSync(file).size / MIB).toFixed(1)} MiB`)
  const rows = [...rowBatches(long)].flatMap((piece) =>
    piece.rows.map((row) =>
      row.map((value) => (typeof value === 'object' ? (value?.zh ?? null) : value)),
    ),
  )
  const plain = await seen(() => writeXlsx({ sheets: [{ name: 'a', rows }] }))
  finish([
    within(
      'export of 100,000 lines: longest block of the main thread',
      ours.block,
      plain.block,
      'ms',
      MOST_BLOCK_MS,
      1,
    ),
    within('export of 100,000 lines: time', ours.ms / 1000, plain.ms / 1000, 's', null),
    within(
      'export of 100,000 lines: memory added at most',
      ours.memory,
      plain.memory,
      'MiB',
      null,
      0,
    ),
  ])
})
