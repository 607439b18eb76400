/** A replay on a wall gives way at once to whatever is really going on, and the live wall stays. */
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { wallEn } from '#renderer/i18n/wall.en.ts'
import { wallZh } from '#renderer/i18n/wall.zh.ts'
import { createWords } from '#renderer/i18n/index.ts'
import { STATION } from '#renderer/transport/station.ts'
import { endsReplay } from '#renderer/wall/replay-end.ts'
import WallRoot from '#renderer/wall/WallRoot.vue'
import type { Board } from '#shared/domain/board/types.ts'
import { scriptedLink, accepted } from '../console/desk.ts'
import { alert, board, incident, MINUTE, NOW, step } from '../board-parts.ts'
import { pageStores } from '../page-stores.ts'

const ringing = (part: Partial<Parameters<typeof incident>[0]> = {}) =>
  incident({ id: 'a', alerts: [alert()], ...part })
const known = new Set(['a', 'b'])
const ends = (part: Partial<Board>, live = true): boolean => endsReplay(board(part), live, known)

describe('a replay ends', () => {
  it.each<[string, Partial<Board>, boolean]>([
    ['by a real alarm', { incidents: [ringing()] }, true],
    ['by a real incident that is new', { incidents: [incident({ id: 'new' })] }, true],
    ['when nothing can be saved', { incidents: [], storageFailed: true }, true],
    [
      'not while what goes on is acknowledged',
      { incidents: [ringing({ alerts: [alert({ acknowledgedAt: NOW })] }), incident({ id: 'b' })] },
      false,
    ],
    ['not by a drill, new or ringing', { incidents: [ringing({ id: 'new', drill: true })] }, false],
    ['not by one that is closed', { incidents: [incident({ id: 'new', state: 'closed' })] }, false],
  ])('%s', (_, part, over) => expect(ends(part)).toBe(over))
  it('when contact is lost', () => expect(ends({ incidents: [] }, false)).toBe(true))
})

describe('the wall', () => {
  afterEach(() => history.replaceState(null, '', '/'))
  const past = incident({
    id: 'past',
    place: '东区',
    steps: [step({ dueAt: NOW + MINUTE, startedAt: NOW })],
  })

  async function opened() {
    history.replaceState(null, '', '/wall?replay=past')
    const station = scriptedLink({
      'history/moments': () =>
        accepted<'history/moments'>({
          moments: [
            { seq: 1, at: NOW },
            { seq: 3, at: NOW + MINUTE },
          ],
        }),
      'history/at': () => accepted<'history/at'>({ incident: past }),
    })
    const page = mount(WallRoot, {
      global: {
        plugins: [pageStores(), createWords(wallZh, wallEn)],
        provide: { [STATION as symbol]: station },
      },
    })
    const show = async (part: Partial<Board>): Promise<void> => {
      station.push({ kind: 'board', board: board(part) })
      await flushPromises()
    }
    await show({ incidents: [] })
    return { page, station, show }
  }

  it('plays it, marked, with what is really going on below, and sends nothing but its sign of life', async () => {
    const { page, station } = await opened()
    expect(page.text()).toContain('回放 REPLAY')
    expect(page.get('[data-incident="past"]').text()).toContain('东区')
    expect(page.get('footer').text()).toContain('无事件')
    for (const key of [' ', 'ArrowRight', 'ArrowUp', 'F8', 'F4'])
      dispatchEvent(new KeyboardEvent('keydown', { key }))
    await flushPromises()
    expect(new Set(station.asked.map(({ name }) => name))).toEqual(
      new Set(['history/moments', 'history/at', 'wall/alive']),
    )
    expect(station.of('wall/alive').at(-1)).toMatchObject({ aside: 'replay' })
    page.unmount()
  })

  it('is the live one again in the moment of a real alarm, and stays so', async () => {
    const { page, show } = await opened()
    await show({ incidents: [ringing({ place: '热线中心' })] })
    expect(page.text()).not.toContain('回放')
    expect(page.get('[data-incident="a"]').text()).toContain('热线中心')
    await show({ incidents: [] })
    expect(page.text()).not.toContain('回放')
    page.unmount()
  })
})
