/**
 * Files that pages ask for: started, watched, called off, fetched, and what becomes of those that
 * nobody fetches. The writer is one that the test moves.
 */
import { describe, expect, test } from 'vitest'
import { createExports, type ExportOrder } from '#main/core/features/export/queue.ts'
import type { DocumentOrder, DocumentWritten } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { openStation } from '../kit/station.ts'

type Held = {
  order: DocumentOrder
  end: (result: DocumentWritten | Refusal) => void
  cancelled: boolean
}
const WHOLE: DocumentWritten = { ok: true, bytes: 10, rows: 2, sha256: 'ab' }
const CALLED_OFF: Refusal = {
  ok: false,
  code: 'export-cancelled',
  message: localized('已取消', 'Cancelled'),
}

function desk() {
  const [writes, removed]: [Held[], string[]] = [[], []]
  let ids = 0
  const exports = createExports(
    {
      write(order) {
        let end: Held['end'] = () => undefined
        const done = new Promise<DocumentWritten | Refusal>((resolve) => {
          end = resolve
        })
        const write: Held = { order, end, cancelled: false }
        writes.push(write)
        return {
          done,
          cancel: () => {
            write.cancelled = true
            end(CALLED_OFF)
          },
        }
      },
    },
    {
      place: (name) => `/shelf/${name}`,
      remove: (file) => void removed.push(file),
      clear: () => void removed.push('all'),
    },
    { id: () => `e${++ids}`, salt: () => '', digest: () => '' },
    () => 0,
  )
  const order: ExportOrder = {
    document: {
      kind: 'month',
      name: '2026-10-report',
      title: localized('月报', 'Report'),
      lines: [],
      mark: null,
      zone: 'Asia/Shanghai',
      sections: [],
    },
    source: { position: 1, hash: '' },
    format: 'xlsx',
    language: 'zh',
  }
  const start = (): string => {
    const started = exports.start(order)
    if (!started.ok) throw new Error(started.code)
    return started.exportId
  }
  const settled = async (): Promise<void> => {
    for (let n = 0; n < 5; n++) await Promise.resolve()
  }
  return { exports, writes, removed, order, start, settled }
}

describe('one file after another', () => {
  test('it waits, is written, and can then be fetched under its name', async () => {
    const { exports, writes, start, settled } = desk()
    const [first, second] = [start(), start()]
    await settled()
    writes[0]?.order.progress?.(1, 2)
    expect([exports.read(first), exports.read(second)]).toMatchObject([
      { state: 'writing', done: 1, of: 2 },
      { state: 'waiting' },
    ])
    expect([exports.exported(first), writes.length]).toEqual([null, 1])
    writes[0]?.end(WHOLE)
    await settled()
    expect(exports.read(first)).toMatchObject({
      state: 'written',
      fileName: '2026年10月月报.xlsx',
      bytes: 10,
      sha256: 'ab',
    })
    expect(exports.exported(first)).toEqual({
      file: '/shelf/e1.xlsx',
      fileName: '2026年10月月报.xlsx',
      format: 'xlsx',
    })
    expect(writes.length).toBe(2)
  })

  test('in English it has its English name', () => {
    const { exports, order } = desk()
    const started = exports.start({ ...order, language: 'en' })
    expect(started.ok && exports.read(started.exportId)?.fileName).toBe('2026-10-report.xlsx')
  })

  test('called off while it waits or is written: it says so, and the next one has its turn', async () => {
    const { exports, writes, start, settled } = desk()
    const [first, second, third] = [start(), start(), start()]
    await settled()
    expect([exports.cancel(second), exports.cancel(first), exports.cancel('e9')]).toEqual([
      true,
      true,
      false,
    ])
    await settled()
    expect([exports.read(first), exports.read(second)]).toMatchObject([
      { state: 'failed', code: 'export-cancelled' },
      { state: 'failed', code: 'export-cancelled' },
    ])
    expect([writes.length, writes[0]?.cancelled, exports.read(third)?.state]).toEqual([
      2,
      true,
      'waiting',
    ])
  })

  test('eight are kept, the oldest goes first; who would push out what is not written yet is refused', async () => {
    const { exports, writes, removed, start, order, settled } = desk()
    const first = start()
    await settled()
    writes[0]?.end(WHOLE)
    await settled()
    for (let n = 0; n < 8; n++) start()
    expect([exports.read(first), removed]).toEqual([null, ['/shelf/e1.xlsx']])
    expect(exports.start(order)).toMatchObject({ ok: false, code: 'export-busy' })
  })

  test('a station that stops calls off what is written and clears the shelf', async () => {
    const { exports, writes, removed, start, settled } = desk()
    start()
    await settled()
    await exports.stop()
    expect([writes[0]?.cancelled, removed]).toEqual([true, ['all']])
  })
})

test('a station without files says so; a drill, a month and a period are asked for in the words of the contract', async () => {
  const kit = await openStation()
  expect(
    await kit.send('export/start', { what: { month: '2026-10' }, format: 'csv', language: 'zh' }),
  ).toMatchObject({ ok: false, code: 'export-not-offered' })
  expect(await kit.send('export/read', { exportId: 'x' })).toMatchObject({
    ok: false,
    code: 'unknown-export',
  })
  expect(
    await kit.send('export/start', { what: { month: '2026-10' }, format: 'doc', language: 'zh' }),
  ).toMatchObject({ ok: false, code: 'bad-input' })
  await kit.stop()
})

test.each([
  [{ from: '2026-02-30', to: '2026-03-01' }, 'what.from'],
  [{ from: '2026-03-02', to: '2026-03-01' }, 'what.to'],
  [{ month: '2026-13' }, 'what.month'],
  [{ month: '2026-11', number: -1 }, 'what.number'],
  [{ from: '2026-03-01', to: '2026-03-02', filter: { drill: 'yes' } }, 'what.filter.drill'],
  // of no form, or of two
  [{ anything: 1 }, 'what'],
  [{ month: '2026-11', incidentId: 'x' }, 'what'],
])('what is wrong with %j is named: %s', async (what, field) => {
  const kit = await openStation()
  const refused = await kit.send('export/start', { what, format: 'csv', language: 'zh' })
  expect(refused).toMatchObject({
    ok: false,
    code: 'bad-input',
    message: { zh: expect.stringMatching(new RegExp(`^输入有误：${field}[^.\\w]`)) },
  })
  await kit.stop()
})
