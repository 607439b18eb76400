/** Reads of a page: what is asked alike at one moment is sent once, and too fast is no error. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, KeepAlive, ref, watch } from 'vue'
import type { Answered } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { useLibrary } from '#renderer/console/base/library.ts'
import { useCommand, type Command } from '#renderer/console/base/use-command.ts'
import { useQuery, type Query } from '#renderer/console/base/use-query.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { board } from '../board-parts.ts'
import { accepted, mountConsole, refused } from './desk.ts'
import { contact, onFile } from './on-file-kit.ts'

const TOO_FAST = refused('too-many-requests', '请求太快')

/** A part that reads the places, and again whenever the board's duty changes. */
const queries: Query<'places/read'>[] = []
const Part = defineComponent(() => {
  const query = useQuery('places/read', () => ({}))
  const screen = useBoard()
  queries.push(query)
  watch(
    () => screen.board?.duty,
    () => void query.again(),
  )
  return () => h('p', query.refusal.value?.message.zh ?? String(query.reply.value?.places.length))
})
let command: Command
const Page = defineComponent(() => {
  command = useCommand()
  return () => [h(Part), h(Part), h(Part)]
})
const save = () => command.send('contacts/verification-set', { months: 3 })

/** Answers wait until the test lets them go. */
function slowStation() {
  const waiting: (() => void)[] = []
  const answers = {
    'places/read': () =>
      new Promise<Answered<'places/read'>>((answer) => {
        waiting.push(() => answer(accepted<'places/read'>({ places: [] })))
      }),
    'contacts/verification-set': () => accepted<'contacts/verification-set'>({}),
  }
  const letGo = async (): Promise<void> => {
    for (const answer of waiting.splice(0)) answer()
    await flushPromises()
  }
  return { answers, letGo, waiting }
}

beforeEach(() => {
  queries.length = 0
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what several parts read at one moment', () => {
  it('is asked of the station once, and answers them all', async () => {
    const { answers, letGo } = slowStation()
    const { page, station } = await mountConsole(Page, {}, answers)
    expect(station.of('places/read')).toHaveLength(1)
    await letGo()
    expect(page.text()).toBe('000')
  })

  it('because of one push is asked once', async () => {
    const { answers, letGo } = slowStation()
    const { station, show } = await mountConsole(Page, {}, answers)
    await letGo()
    await show({ position: 101 })
    await letGo()
    const before = station.of('places/read').length
    await show({ position: 102 })
    expect(station.of('places/read')).toHaveLength(before + 1)
  })

  it('because of a save and of the push that tells of it is asked once', async () => {
    const { answers, letGo } = slowStation()
    const { station, show } = await mountConsole(
      Page,
      {},
      {
        ...answers,
        'contacts/verification-set': () => ({ ok: true, position: 103, reply: {} }),
      },
    )
    await show({ position: 102 })
    await letGo()
    const before = station.of('places/read').length
    await save()
    void queries[0]!.again()
    await show({ position: 103 })
    expect(station.of('places/read')).toHaveLength(before + 1)
  })

  it('is asked again after a command was answered: what is under way may not know of it', async () => {
    const { answers, letGo, waiting } = slowStation()
    const { show } = await mountConsole(Page, {}, answers)
    await show({})
    await letGo()
    void queries[0]!.again()
    await save()
    void queries[1]!.again()
    expect(waiting).toHaveLength(2)
  })

  it('is asked again when a push tells of something newer', async () => {
    const { answers, waiting } = slowStation()
    const { show } = await mountConsole(Page, {}, answers)
    await show({ position: 101 })
    expect(waiting).toHaveLength(2)
  })

  it('is asked again when time alone has changed the board', async () => {
    const { answers, letGo, waiting } = slowStation()
    const { station } = await mountConsole(Page, {}, answers)
    station.push({ kind: 'board', board: board({ position: 101 }) })
    await flushPromises()
    await letGo()
    station.push({ kind: 'board', board: board({ position: 101 }) })
    await flushPromises()
    station.push({ kind: 'board', board: board({ position: 101 }) })
    await flushPromises()
    expect(waiting).toHaveLength(2)
  })
})

describe('a read that comes too fast', () => {
  it('is sent again after a second, and nobody sees a refusal', async () => {
    vi.useFakeTimers()
    let refusals = 2
    const { page, station } = await mountConsole(
      Page,
      {},
      {
        'places/read': () => (refusals-- > 0 ? TOO_FAST : accepted<'places/read'>({ places: [] })),
      },
    )
    expect(page.text()).not.toContain('请求太快')
    await vi.advanceTimersByTimeAsync(999)
    expect(station.of('places/read')).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(station.of('places/read')).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(page.text()).toBe('000')
  })

  it('of the telephones to be rung is sent again, too', async () => {
    vi.useFakeTimers()
    let isFirst = true
    const Calls = defineComponent(() => {
      const library = useLibrary()
      return () => h('p', `${library.contacts?.length ?? '?'}`)
    })
    const { page, station } = await mountConsole(
      Calls,
      {},
      {
        'contacts/read': () => {
          const refusal = isFirst ? TOO_FAST : onFile([contact('a')])['contacts/read']!({})
          isFirst = false
          return refusal
        },
      },
    )
    station.push({ kind: 'board', board: board() })
    await vi.advanceTimersByTimeAsync(0)
    expect(page.text()).toBe('?')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(page.text()).toBe('1')
  })

  it('is no command: that is refused, said, and sent again by nobody', async () => {
    vi.useFakeTimers()
    const { station } = await mountConsole(
      Page,
      {},
      {
        'contacts/verification-set': () => TOO_FAST,
      },
    )
    station.push({ kind: 'board', board: board() })
    await save()
    expect(command.refusal.value?.message).toEqual(localized('请求太快', 'too-many-requests'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(station.of('contacts/verification-set')).toHaveLength(1)
  })

  it('is shown as refused for any other reason', async () => {
    const { page } = await mountConsole(
      Page,
      {},
      {
        'places/read': () => refused('no-contact', '没有联系'),
      },
    )
    expect(page.text()).toContain('没有联系')
  })
})

it('a page that is only kept alive reads nothing, and what it has missed once it is shown', async () => {
  const isShown = ref(true)
  const Frame = defineComponent(
    () => () => h(KeepAlive, () => (isShown.value ? h(Part) : h('p', '另一页'))),
  )
  const { page, station, show } = await mountConsole(
    Frame,
    {},
    {
      'places/read': () => accepted<'places/read'>({ places: [] }),
    },
  )
  await show({ position: 101 })
  isShown.value = false
  await flushPromises()
  const before = station.of('places/read').length
  await show({ position: 102 })
  await show({ position: 103 })
  expect(page.text()).toBe('另一页')
  expect(station.of('places/read')).toHaveLength(before)
  isShown.value = true
  await flushPromises()
  expect(station.of('places/read')).toHaveLength(before + 1)
})
