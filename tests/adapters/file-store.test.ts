/** Files on disk: by content, whole or not at all, the same bytes once. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import type { FileStore } from '#main/core/ports.ts'
import { MOST_FILE_BYTES, MOST_INCIDENT_BYTES } from '#shared/domain/incident/record/files.ts'
import { gbk } from '../kit/gbk.ts'
import { photo, REFUSED, TAKEN } from '../kit/sample-files.ts'

const NOON = Date.parse('2026-11-24T12:00:00+08:00')
const DAY = 86_400_000

type Opened = {
  dir: string
  files: FileStore
  logged: string[]
  reopen(others?: string[]): FileStore
  pass(ms: number): void
}

function opened(): Opened {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-files-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const logged: string[] = []
  let now = NOON
  const reopen = (others: string[] = []): FileStore =>
    openFileStore(dir, {
      clock: { wall: () => now },
      log: { info: () => undefined, error: (event) => void logged.push(event) },
      others,
    })
  return {
    dir,
    files: reopen(),
    logged,
    reopen,
    pass(ms) {
      now += ms
    },
  }
}

async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const take = (files: FileStore, bytes: Uint8Array, room = MOST_INCIDENT_BYTES) =>
  files.take(pieces(bytes, 64 * 1024), room)
const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const lying = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

describe('what is taken', () => {
  it.each(Object.entries(TAKEN))('%s, by what is in it', async (format, bytes) => {
    const { files } = opened()
    expect(await take(files, bytes)).toEqual({
      ok: true,
      file: { id: idOf(bytes), bytes: bytes.length, format },
    })
  })

  it.each(Object.entries(REFUSED))('no %s, and nothing is left of it', async (_, bytes) => {
    const { files, dir } = opened()
    expect(await take(files, bytes)).toMatchObject({
      ok: false,
      code: expect.stringMatching(/^file-(format|macros|code)$/),
    })
    expect(lying(dir)).toEqual([])
  })

  it.each([
    ['macros', 'file-macros', '不带宏'],
    ['page', 'file-code', '<script>'],
    ['script', 'file-code', '代码'],
    ['gif', 'file-format', '可以传'],
  ])('says why it is no %s', async (name, code, says) => {
    const { files } = opened()
    expect(await take(files, REFUSED[name] ?? new Uint8Array())).toMatchObject({
      code,
      message: { zh: expect.stringContaining(says) },
    })
  })

  it('text with a tag in its midst, which is a sign like any other', async () => {
    const { files } = opened()
    const bytes = new TextEncoder().encode(
      '一、处置\n1. 录入<script>alert(1)</script>的，报告经理。',
    )
    expect(await take(files, bytes)).toMatchObject({ ok: true, file: { format: 'txt' } })
  })

  it('text of older editors and in UTF-16', async () => {
    const { files } = opened()
    const wide = Buffer.from('\ufeff经过', 'utf16le')
    for (const bytes of [gbk('三点零二分发现'), new Uint8Array(wide)])
      expect(await take(files, bytes)).toMatchObject({ ok: true, file: { format: 'txt' } })
  })

  it('25 MB and no byte more', async () => {
    const { files, dir } = opened()
    const most = new Uint8Array(MOST_FILE_BYTES)
    most.set(photo())
    expect(await take(files, most)).toMatchObject({ ok: true })
    rmSync(join(dir, 'files'), { recursive: true })
    const more = new Uint8Array(MOST_FILE_BYTES + 1)
    more.set(photo())
    expect(await take(files, more)).toMatchObject({ code: 'file-too-large' })
    expect(lying(dir)).toEqual([])
  })

  it('no more than its incident has room for', async () => {
    const { files } = opened()
    expect(await take(files, photo(), photo().length)).toMatchObject({ ok: true })
    expect(await take(files, photo('2'), photo().length)).toMatchObject({ code: 'files-full' })
  })

  it('nothing that is empty', async () => {
    expect(await take(opened().files, new Uint8Array())).toMatchObject({ code: 'file-empty' })
  })

  it('nothing of which the sender breaks off', async () => {
    const { files, dir, logged } = opened()
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield photo()
      throw new Error('gone')
    }
    expect(await files.take(broken(), MOST_INCIDENT_BYTES)).toMatchObject({
      code: 'file-incomplete',
    })
    expect([lying(dir), logged]).toEqual([[], []])
  })
})

describe('what was taken', () => {
  it('is the same file when it comes again, before and after it is attached', async () => {
    const { files, dir } = opened()
    const [first, second] = [await take(files, photo()), await take(files, photo())]
    expect(second).toEqual(first)
    await files.keep(idOf(photo()))
    expect(await take(files, photo())).toEqual(first)
    expect(lying(dir)).toEqual([idOf(photo())])
  })

  it('is given out byte by byte, also after a restart', async () => {
    const { files, reopen } = opened()
    await take(files, TAKEN['pdf'] ?? photo())
    await files.keep(idOf(TAKEN['pdf'] ?? photo()))
    const file = await reopen().look(idOf(TAKEN['pdf'] ?? photo()))
    expect(file).toMatchObject({ format: 'pdf' })
    expect(new Uint8Array(readFileSync(file?.path ?? ''))).toEqual(TAKEN['pdf'])
  })

  it('waits a day to be attached, and stays once it is', async () => {
    const { files, pass, reopen } = opened()
    await take(files, photo('a'))
    await take(files, photo('b'))
    await files.keep(idOf(photo('b')))
    pass(DAY - 1000)
    expect(await reopen().look(idOf(photo('a')))).not.toBeNull()
    pass(2000)
    const again = reopen()
    expect(await again.look(idOf(photo('a')))).toBeNull()
    expect(await again.keep(idOf(photo('a')))).toBeNull()
    expect(await again.look(idOf(photo('b')))).not.toBeNull()
  })

  it('no name leads out of its folder', async () => {
    const { files, dir } = opened()
    writeFileSync(join(dir, 'secret.txt'), 'secret')
    for (const name of ['../secret.txt', 'incoming', '', '..%2Fsecret.txt'])
      expect(await files.look(name)).toBeNull()
  })
})

it('what a kill has left half is gone at the next start', async () => {
  const { dir, reopen } = opened()
  mkdirSync(join(dir, 'files', 'incoming'), { recursive: true })
  writeFileSync(join(dir, 'files', 'incoming', 'half.part'), photo())
  reopen()
  expect(lying(dir)).toEqual([])
})

it('an emergency record reads what the record has for which it stands in, and copies what it attaches', async () => {
  const [main, emergency] = [opened(), opened()]
  await take(main.files, photo())
  await main.files.keep(idOf(photo()))
  const files = emergency.reopen([main.dir])
  expect(await files.look(idOf(photo()))).toMatchObject({ format: 'jpg' })
  expect(lying(emergency.dir)).toEqual([])
  await files.keep(idOf(photo()))
  expect(lying(emergency.dir)).toEqual([idOf(photo())])
})

it('what an emergency record brings along is whole, or is not brought; half a copy is no file', async () => {
  const [main, emergency] = [opened(), opened()]
  await take(main.files, photo())
  await main.files.keep(idOf(photo()))
  const files = emergency.reopen([main.dir])
  const lies = join(main.dir, 'files', idOf(photo()))
  writeFileSync(
    lies,
    Uint8Array.from(photo(), (byte, n) => (n === 5 ? byte ^ 1 : byte)),
  )
  expect(await files.keep(idOf(photo()))).toBeNull()
  expect(lying(emergency.dir)).toEqual([])
  writeFileSync(lies, photo())
  expect(await files.keep(idOf(photo()))).toMatchObject({ format: 'jpg' })
  expect(lying(emergency.dir)).toEqual([idOf(photo())])
})
