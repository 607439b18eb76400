/** Pages of HQ over answers and a stream that the test holds in its hand. */
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { vi } from 'vitest'
import type { BoardFrame, BoardSite, HqReply } from '#shared/contract/hq-replies.ts'
import type { HqRequestName } from '#shared/contract/hq.ts'
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import type { HqPerson } from '#shared/domain/hq/scope.ts'
import { localized } from '#shared/domain/text.ts'
import HqRoot from '#renderer/hq/HqRoot.vue'
import { hqPagesEn } from '#renderer/i18n/hq-pages.en.ts'
import { hqPagesZh } from '#renderer/i18n/hq-pages.zh.ts'
import { createWords } from '#renderer/i18n/index.ts'
import { pageStores } from '../page-stores.ts'

export const NOW = Date.parse('2026-11-24T12:00:00+08:00')
export const ZHAO: HqPerson = { name: '赵敏', role: 'administrator', regions: null }

export const site = (id: string, part: Partial<BoardSite> = {}): BoardSite => ({
  ...{ id, name: localized(`${id}号楼`, `Building ${id}`), zone: 'Asia/Shanghai', kinds: ['mall'] },
  ...{ program: '0.1.0', region: '华东', pairedAt: NOW, head: { epoch: 1, seq: 40, hash: 'a' } },
  heard: {
    ...{ at: NOW - 4_000, offset: 0, station: { epoch: 1, seq: 40 }, waiting: 0 },
    wholeAt: NOW - 4_000,
  },
  ...{ fork: null, outOfTouch: false, stuck: false, differs: false, early: false },
  unpairedAt: null,
  ...part,
})

export const incident = (
  of: string,
  id: string,
  part: Partial<IncidentLine> = {},
): IncidentLine => ({
  ...{ site: of, id, number: '2026-017', place: '地下车库', kind: localized('火灾', 'Fire') },
  ...{ state: 'responding', level: 2, drill: false, discreet: false, urgency: 'level' },
  ...{ receivedAt: NOW - 600_000, hurt: false },
  matter: {
    ...{ kind: 'limit', title: localized('疏散', 'Evacuate'), note: null, standing: 'far' },
    ...{ role: localized('带班领导', 'Duty leader'), at: NOW + 300_000 },
  },
  ...part,
})

export const frame = (
  sites: readonly BoardSite[],
  incidents: readonly IncidentLine[] = [],
  part: Partial<BoardFrame> = {},
): BoardFrame => ({
  ...{ at: NOW, copies: 2, sites, incidents },
  order: {
    sites: sites.map(({ id }) => id),
    incidents: incidents.map((row) => `${row.site} ${row.id}`),
  },
  ...part,
})

/** A stream of the browser's own kind. */
class Stream {
  static readonly CLOSED = 2
  static last: Stream | null = null
  readyState = 1
  onmessage: (event: { data: string }) => void = () => undefined
  onerror: () => void = () => undefined
  constructor() {
    Stream.last = this
  }
  close(): void {
    this.readyState = Stream.CLOSED
  }
}

export type Refusal = { refused: string }
type Answers = {
  [N in HqRequestName | 'sign-in' | 'sign-out']?: (
    input: never,
  ) => (N extends HqRequestName ? HqReply<N> : unknown) | Refusal
}
export type HqPages = {
  page: VueWrapper
  asked: { name: string; input: unknown }[]
  send: (frame: BoardFrame) => Promise<void>
  /** The line is cut; the browser tries again by itself. */
  cut: () => Promise<void>
  go: (hash: string) => Promise<void>
}

/** `me/read` answers 赵敏 unless `answers` say otherwise. */
export async function openHqPages(
  answers: Answers = {},
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<HqPages> {
  const requests: HqPages['asked'] = []
  const all: Answers = { 'me/read': () => ZHAO, ...answers }
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    const name = path.replace('/api/', '') as keyof Answers
    const input: unknown = JSON.parse(body)
    requests.push({ name, input })
    const reply = all[name]?.(input as never) ?? { refused: 'unknown-request' }
    const code = (reply as Partial<Refusal>).refused
    return new Response(JSON.stringify(code === undefined ? reply : { code }), {
      status: code === undefined ? 200 : 400,
    })
  })
  const page = mount(HqRoot, {
    attachTo: document.body,
    global: { plugins: [pageStores(), createWords(hqPagesZh, hqPagesEn, locale)] },
  })
  await flushPromises()
  return {
    page,
    asked: requests,
    async send(sent) {
      Stream.last?.onmessage({ data: JSON.stringify(sent) })
      await flushPromises()
    },
    async cut() {
      if (Stream.last) Stream.last.readyState = 0
      Stream.last?.onerror()
      await flushPromises()
    },
    async go(hash) {
      location.hash = hash
      dispatchEvent(new Event('hashchange'))
      await flushPromises()
    },
  }
}
