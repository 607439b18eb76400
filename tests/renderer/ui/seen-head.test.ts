/** Tests what a screen remembers of the record, and what it says when the record lacks it. */
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick, shallowRef, type App } from 'vue'
import type { Push } from '#shared/contract/push.ts'
import type { SeenReply } from '#shared/contract/screens.ts'
import type { RecordHead } from '#shared/domain/station/head.ts'
import { useSeenHead } from '#renderer/stores/seen-head.ts'
import { STATION, type StationLink } from '#renderer/transport/station.ts'
import { missingRecord } from '#renderer/ui/missing-record.ts'
import { board, NOW } from '../board-parts.ts'

const KEY = 'vigil.heads.test'
const MINUTE = 60_000
const head = (position: number, hash = `h${position}`, record = 'r'): RecordHead => ({
  record,
  position,
  hash,
})

let app: App
let push: (push: Push) => void
let reply: SeenReply
let inputs: unknown[]
let now: number

/** A page of this machine that has just been opened: what it remembers is all that it brings. */
function open(unattended = false): ReturnType<typeof useSeenHead> {
  const link = {
    request: async (_name: string, input: unknown) => {
      inputs.push(input)
      return { ok: true, position: 1, reply }
    },
    onPush: (listener: (push: Push) => void) => {
      push = listener
      return () => undefined
    },
    status: shallowRef('live' as const),
    name: shallowRef(''),
    connections: 1,
  } as unknown as StationLink
  const pinia = createPinia()
  app = createApp({ render: () => null })
    .provide(STATION, link)
    .use(pinia)
  app.mount(document.createElement('div'))
  setActivePinia(pinia)
  return app.runWithContext(() => useSeenHead({ key: KEY, unattended }))
}

async function hear(next: RecordHead, after = 1_000): Promise<void> {
  now += after
  await vi.advanceTimersByTimeAsync(after)
  push({ kind: 'board', board: board({ head: next, now }) })
  await nextTick()
  await vi.advanceTimersByTimeAsync(0)
  await nextTick()
}

/** It has seen entry 120, and is opened again. */
async function seenBefore(unattended = false): Promise<ReturnType<typeof useSeenHead>> {
  open()
  await hear(head(119))
  await hear(head(120))
  app.unmount()
  return open(unattended)
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.removeItem(KEY)
  inputs = []
  reply = { hash: null, setBack: null }
  now = NOW
})
afterEach(() => {
  app.unmount()
  vi.useRealTimers()
})

describe('a record that has what the screen has seen', () => {
  it('is compared once a connection, and followed', async () => {
    const { missing } = await seenBefore()
    reply = { hash: 'h120', setBack: null }
    for (const position of [125, 126, 127]) await hear(head(position))
    expect([missing.value, inputs]).toEqual([null, [{ position: 120, hash: 'h120' }]])
  })

  it('is another one: no alarm', async () => {
    const { missing } = await seenBefore()
    await hear(head(3, 'x3', 'another'))
    expect([missing.value, inputs]).toEqual([null, []])
  })
})

describe('a record that lacks it', () => {
  it('is said with how many and since when, whatever comes after, until a person knows', async () => {
    await seenBefore()
    await hear(head(113))
    await hear(head(130, 'y130'))
    app.unmount()
    const { missing, accept } = open()
    await hear(head(131, 'y131'))
    const words = missing.value && missingRecord(missing.value, 'Asia/Shanghai')
    expect(words?.zh).toMatch(/^本屏见过记录第120条（.*:\d\d），之后记录却只到第113条，缺7条。$/)
    expect(words?.en).toMatch(/entry 120 .* ended at 113: 7 missing\.$/)
    accept()
    await hear(head(132, 'y132'))
    reply = { hash: 'y132', setBack: null }
    expect(missing.value).toBeNull()
    app.unmount()
    const again = open()
    await hear(head(133, 'y133'))
    expect(again.missing.value).toBeNull()
  })

  it('says something else there: so does the screen', async () => {
    const { missing } = await seenBefore()
    reply = { hash: 'y120', setBack: null }
    await hear(head(125, 'y125'))
    expect(missing.value && missingRecord(missing.value, 'Asia/Shanghai').zh).toMatch(
      /现在这一条的内容不同，至少缺1条。$/,
    )
  })

  it('is explained by a restoring since, not by one before', async () => {
    const restored = { why: 'restored', position: 100, hash: 'h100' } as const
    const { missing } = await seenBefore()
    reply = { hash: null, setBack: { ...restored, at: NOW - MINUTE } }
    await hear(head(113))
    expect(missing.value).not.toBeNull()
    reply = { hash: null, setBack: { ...restored, at: now } }
    await hear(head(113), 2 * MINUTE)
    expect(missing.value).toBeNull()
  })

  it.each([
    { unattended: true, stands: false },
    { unattended: false, stands: true },
  ])(
    'and the station tells it: a wall takes it in, a console keeps it for a person',
    async (on) => {
      const { missing } = await seenBefore(on.unattended)
      reply = {
        hash: null,
        setBack: { why: 'shortened', position: 113, hash: 'h113', at: now + 1 },
      }
      await hear(head(113))
      expect(missing.value !== null).toBe(on.stands)
    },
  )

  it('is said on a wall for a day, where nobody can say that it is known', async () => {
    const { missing } = await seenBefore(true)
    await hear(head(113))
    await hear(head(114), 23 * 60 * MINUTE)
    expect(missing.value).not.toBeNull()
    await hear(head(115), 61 * MINUTE)
    expect(missing.value).toBeNull()
  })
})

it('what another hand left in its place is begun anew', async () => {
  localStorage.setItem(KEY, '{"x":')
  const { missing } = open()
  await hear(head(5))
  expect([missing.value, JSON.parse(localStorage.getItem(KEY) ?? '')]).toMatchObject([
    null,
    [{ position: 5 }],
  ])
})
