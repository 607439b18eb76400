/**
 * A desk for component tests: the real stores and words over a line that the test holds in its
 * hand.
 */
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { vi } from 'vitest'
import { shallowRef, type Component, type Ref } from 'vue'
import {
  contract,
  type Answered,
  type Input,
  type Name,
  type Refused,
  type ReplyOf,
} from '#shared/contract/contract.ts'
import type { Push } from '#shared/contract/push.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { tabDrafts } from '#renderer/console/app/intake/intake-draft.ts'
import { consoleEn } from '#renderer/i18n/console.en.ts'
import { consoleZh } from '#renderer/i18n/console.zh.ts'
import { createWords, type Locale } from '#renderer/i18n/index.ts'
import type { FileLine } from '#renderer/transport/files.ts'
import { STATION, type LinkStatus, type StationLink } from '#renderer/transport/station.ts'
import { board as anyBoard } from '../board-parts.ts'
import { pageStores } from '../page-stores.ts'
import { heartOf } from './heart.ts'

export type Asked = { [N in Name]: { name: N; input: Input<N>; id: string | undefined } }[Name]
const FRAME_MS = 16
export type Answers = { [N in Name]?: (input: Input<N>) => Answered<N> | Promise<Answered<N>> }

export const accepted = <N extends Name>(reply: ReplyOf<N>): Answered<N> => ({
  ok: true,
  position: 1,
  reply,
})
export const refused = (
  code: string,
  zh: string,
  details?: readonly string[],
): Answered<never> => ({
  ok: false,
  code,
  message: localized(zh, code),
  ...(details && { details }),
})

const NO_FILES: Refused = {
  ok: false,
  code: 'files-not-offered',
  message: localized('不收文件', 'No files'),
}

export type ScriptedLink = Omit<StationLink, 'status' | 'connections'> & {
  status: Ref<LinkStatus>
  connections: number
} & {
  asked: Asked[]
  push: (push: Push) => void
  answers: Answers
  of: <N extends Name>(name: N) => Input<N>[]
  /** What becomes of files; a test puts its answers here. */
  files: { send: FileLine['sendFile']; get: FileLine['file'] }
}

/** A site that lacks nothing. */
const READY: ReplyOf<'site/read'> = {
  name: localized('江畔', 'Riverside'),
  zone: 'Asia/Shanghai',
  kinds: ['mall'],
  setUp: true,
  kindsOffered: [],
  canChangeZone: false,
  loaded: { plans: 1, types: 1, documents: [] },
  posts: [],
  missing: { posts: [], phones: [], units: [] },
}

/** No spare follows. */
export const NO_SPARE: ReplyOf<'spare/read'> = {
  ...{ offered: true, open: null, follower: null, taken: null, position: 1 },
}
/** Not paired with an HQ. */
export const NO_HQ: ReplyOf<'hq/read'> = {
  ...({ offered: true, paired: null, epoch: 1, state: 'unpaired' } as const),
  ...{ since: null, trouble: null, position: 1, handedUp: null, waiting: null, orders: [] },
}

const QUIET: Answers = {
  'site/read': () => accepted<'site/read'>(READY),
  'site/places-read': () =>
    accepted<'site/places-read'>({ places: [{ name: '一号楼', size: null }] }),
  'desk/code': () => accepted<'desk/code'>({ set: false, until: null }),
  'plans/list': () => accepted<'plans/list'>([]),
  'attachment/list': () =>
    accepted<'attachment/list'>({ files: [], document: null, ofDocument: [] }),
  'types/list': () => accepted<'types/list'>([]),
  'roster/read': () => accepted<'roster/read'>({ posts: null }),
  'people/read': () => accepted<'people/read'>({ persons: [], posts: [], groups: [], leave: [] }),
  'duty/read': (input) =>
    accepted<'duty/read'>({
      from: input?.from ?? '2026-11-23',
      until: input?.until ?? '2026-11-29',
      ...{ shifts: [], days: [], gaps: [], now: [], next: [] },
    }),
  'contacts/read': () =>
    accepted<'contacts/read'>({
      ...{ contacts: [], missing: [], due: [] },
      ...{ months: 6, usual: 6, range: [1, 36] },
    }),
  'sheet/arranged': () => accepted<'sheet/arranged'>({ everyMinutes: null, language: 'zh' }),
  'spare/read': () => accepted<'spare/read'>(NO_SPARE),
  'hq/read': () => accepted<'hq/read'>(NO_HQ),
  'outlets/read': () => accepted<'outlets/read'>({ outlets: [] }),
  'places/read': () => accepted<'places/read'>({ places: [] }),
  'incident/timeline': () => accepted<'incident/timeline'>({ entries: [] }),
  'incident/propose': () =>
    accepted<'incident/propose'>({
      proposals: [],
      heard: { casualties: {}, unhurt: false, severity: null, drill: false },
    }),
}

/**
 * A command that is not answered by `answers` is answered with an empty reply, a query refused: a
 * page draws no answer that it does not get.
 */
export function scriptedLink(answers: Answers = {}): ScriptedLink {
  const requests: Asked[] = []
  const hearts = new Set<ReturnType<typeof heartOf>>()
  const all = { ...QUIET, ...answers }
  const line: ScriptedLink['files'] = { send: async () => NO_FILES, get: async () => NO_FILES }
  return {
    asked: requests,
    answers: all,
    of: <N extends Name>(name: N) =>
      requests
        .filter((request) => request.name === name)
        .map((request) => request.input as Input<N>),
    save: async () => ({ ok: true, saved: true, file: null }),
    sendFile: (content, sending) => line.send(content, sending),
    file: (fileId) => line.get(fileId),
    files: line,
    async request<N extends Name>(name: N, input: Input<N>, id?: string): Promise<Answered<N>> {
      requests.push({ name, input, id } as Asked)
      const answer = all[name] as
        ((input: Input<N>) => Answered<N> | Promise<Answered<N>>) | undefined
      if (answer) return answer(input)
      if (contract[name].kind === 'query') return refused('internal', '没有回音')
      return { ok: true, position: 1, reply: {} }
    },
    onPush(listener) {
      const heart = heartOf(listener)
      hearts.add(heart)
      return () => {
        hearts.delete(heart)
        heart.stop()
      }
    },
    status: shallowRef<LinkStatus>('live'),
    name: shallowRef('周敏'),
    connections: 1,
    push: (push) => hearts.forEach(({ hear }) => hear(push)),
    stop: () => undefined,
  }
}

export type MountedConsole<C> = {
  page: VueWrapper
  component: C
  station: ScriptedLink
  show: (board: Partial<Board>) => Promise<void>
}

/** Until what has changed is on the screen: nobody presses a key for what is not there yet. */
export async function painted(): Promise<void> {
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(2 * FRAME_MS)
  else
    await new Promise((shown) => {
      requestAnimationFrame(() => requestAnimationFrame(shown))
    })
  await flushPromises()
}

/**
 * Mounts a part of the console in the document. `show` pushes a board and waits until it is drawn.
 */
export async function mountConsole(
  part: Component,
  props: Record<string, unknown> = {},
  answers: Answers = {},
  locale: Locale = 'zh-CN',
): Promise<MountedConsole<unknown>> {
  const station = scriptedLink(answers)
  document.body.innerText = ''
  tabDrafts.write({ narrative: '', place: '', drill: false }) // what the tab of another test keeps
  const root = document.createElement('div')
  document.body.append(root)
  const page = mount(part, {
    props,
    attachTo: root,
    global: {
      plugins: [pageStores(), createWords(consoleZh, consoleEn, locale)],
      provide: { [STATION as symbol]: station },
    },
  })
  const show = async (part: Partial<Board>): Promise<void> => {
    station.push({ kind: 'board', board: anyBoard(part) })
    await flushPromises()
    await painted()
  }
  await flushPromises()
  return { page, component: page.vm, station, show }
}

export const press = (
  key: string,
  more: Partial<KeyboardEventInit> & { on?: Element } = {},
): KeyboardEvent => {
  const { on = document.body, ...init } = more
  const event = new KeyboardEvent('keydown', {
    key,
    code: key,
    bubbles: true,
    cancelable: true,
    ...init,
  })
  on.dispatchEvent(event)
  return event
}
/** Text as it is read, without the white space of the markup. */
export const read = (wrapper: { text: () => string }): string => wrapper.text().replace(/\s+/g, ' ')
