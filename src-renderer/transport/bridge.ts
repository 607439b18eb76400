/**
 * The line between the console and its station inside Electron: the same as over HTTP, without
 * network and without a sign-in. It guesses nothing, queues nothing and never repeats what a person
 * asked for.
 */
import { shallowReadonly, shallowRef } from 'vue'
import type { Bridge, ToSave } from '#shared/contract/bridge.ts'
import type { Answered, Input, Name } from '#shared/contract/contract.ts'
import type { Push } from '#shared/contract/push.ts'
import { createFileLine } from './files.ts'
import { ANSWER_WITHIN, noAnswer, type FileToSave } from './requests.ts'
import { SILENT_TOO_LONG } from './silent.ts'
import type { LinkStatus, StationLink } from './station.ts'

declare global {
  interface Window {
    /** Only there in the console's window under Electron. */
    readonly station?: Bridge
  }
}

const GREET_AGAIN = 5_000 // ms

/** The page says which file, and hands over no content. */
const namedOnly = (what: FileToSave): ToSave =>
  'exportId' in what
    ? { exportId: what.exportId }
    : 'fileId' in what
      ? { fileId: what.fileId }
      : 'documentId' in what
        ? { documentId: what.documentId }
        : { planId: what.planId }

export function connectBridge(bridge: Bridge): StationLink {
  const status = shallowRef<LinkStatus>('connecting')
  const name = shallowRef('')
  const listeners = new Set<(push: Push) => void>()
  let lastHeardAt = 0
  let greetedAt = -Infinity

  function greet(): void {
    greetedAt = performance.now()
    bridge.hello().then(
      (hello) => {
        name.value = hello.name
      },
      () => undefined,
    ) // nobody there yet: asked again below
  }

  const stopHearing = bridge.onPush((text) => {
    lastHeardAt = performance.now()
    status.value = 'live'
    const push = JSON.parse(text) as Push
    for (const listener of listeners) listener(push)
  })
  greet()
  const watchdog = setInterval(() => {
    const now = performance.now()
    if (lastHeardAt > 0 && now - lastHeardAt > SILENT_TOO_LONG) status.value = 'lost'
    if (status.value !== 'live' && now - greetedAt >= GREET_AGAIN) greet()
  }, 1_000)

  async function request<N extends Name>(
    name: N,
    input: Input<N>,
    id: string = crypto.randomUUID(),
  ): Promise<Answered<N>> {
    // a reactive object cannot cross the border
    const plain: unknown = JSON.parse(JSON.stringify(input ?? null))
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLate = new Promise<Answered<N>>((done) => {
      timer = setTimeout(() => done(noAnswer), ANSWER_WITHIN)
    })
    const answered = bridge.request({ id, name, input: plain }).catch(() => noAnswer) as Promise<
      Answered<N>
    >
    const first = await Promise.race([answered, tooLate])
    clearTimeout(timer)
    return first
  }

  return {
    request,
    save: (what) => bridge.save(namedOnly(what)).catch(() => noAnswer),
    ...createFileLine('', () => ''), // the page's own scheme
    onPush: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    status: shallowReadonly(status),
    name: shallowReadonly(name),
    connections: 1, // the process that shows this page runs the station: there is no other line
    stop: () => {
      clearInterval(watchdog)
      stopHearing()
      listeners.clear()
    },
  }
}
