/**
 * A station whose engine is stuck while people go on entering: neither face may call that live.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createWords } from '#renderer/i18n/index.ts'
import { consoleEn } from '#renderer/i18n/console.en.ts'
import { consoleZh } from '#renderer/i18n/console.zh.ts'
import { wallEn } from '#renderer/i18n/wall.en.ts'
import { wallZh } from '#renderer/i18n/wall.zh.ts'
import { useAlarmSound } from '#renderer/ui/alarm-sound.ts'
import NoticeBars from '#renderer/console/app/frame/NoticeBars.vue'
import { STATION } from '#renderer/transport/station.ts'
import { TONES } from '#renderer/ui/alarm.ts'
import WallPage from '#renderer/wall/WallPage.vue'
import { scriptedLink, type ScriptedLink } from './console/desk.ts'
import { NOW, SECOND, board, incident } from './board-parts.ts'
import { played, Speaker } from './speaker.ts'
import { pageStores } from './page-stores.ts'

let page: VueWrapper
let station: ScriptedLink
let position: number

const NoticeDesk = defineComponent({
  setup() {
    useAlarmSound()
    return () => h(NoticeBars)
  },
})
const faces = [
  [
    'wall',
    () =>
      mount(WallPage, {
        global: {
          plugins: [pageStores(), createWords(wallZh, wallEn)],
          stubs: { MonthChart: true },
          provide: { [STATION as symbol]: station },
        },
      }),
  ],
  [
    'console',
    () =>
      mount(NoticeDesk, {
        global: {
          plugins: [pageStores(), createWords(consoleZh, consoleEn, 'zh-CN')],
          provide: { [STATION as symbol]: station },
        },
      }),
  ],
] as const

const troubled = (): boolean => played.some((hertz) => TONES.trouble.hertz.includes(hertz))
const lost = (): boolean => page.text().includes('失去联系')
const beat = (cycle: number): void =>
  station.push({
    kind: 'beat',
    cycle,
    position,
    now: Date.now(),
    walls: [],
    head: null,
    storageFailed: false,
  })

/** Somebody enters something, and the station says so. */
function entered(): void {
  const previous = position++
  station.push({
    kind: 'incident',
    previous,
    position,
    now: Date.now(),
    incidentId: 'other',
    incident: incident({ id: 'other', version: position }),
    month: board().month,
    lastIncidentAt: null,
  })
}
/** The same once a second, for so many seconds; `also` is told besides. */
async function busy(seconds: number, also: () => void = () => undefined): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(SECOND)
    entered()
    also()
  }
  // just past the second, when everything that counts has counted
  await vi.advanceTimersByTimeAsync(20)
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  vi.stubGlobal('AudioContext', Speaker)
  vi.stubGlobal('innerWidth', 1920)
  vi.stubGlobal('innerHeight', 1080)
  station = scriptedLink()
  position = board().position
  played.length = 0
})
afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe.each(faces)('the %s', (_face, open) => {
  beforeEach(() => {
    page = open()
    station.push({ kind: 'board', board: board() })
  })

  it('starts alive with the first board, and is stale six seconds later if no cycle has come, whatever else is pushed', async () => {
    await busy(5)
    expect(lost()).toBe(false)
    await busy(1)
    expect(lost()).toBe(true)
    expect(troubled()).toBe(false)
    await busy(9)
    expect(troubled()).toBe(true)
  })

  it('takes a beat that names the same cycle again, and a board in the middle, for no life', async () => {
    beat(7)
    await busy(6, () => {
      beat(7)
      station.push({ kind: 'board', board: board({ position, now: Date.now() }) })
    })
    expect(lost()).toBe(true)
  })

  it('is live again with the next cycle, also of a station that counts from the start again', async () => {
    beat(7)
    await busy(20)
    expect([lost(), troubled()]).toEqual([true, true])
    beat(1)
    await busy(1)
    expect(lost()).toBe(false)
    await busy(20, () => beat(position))
    expect(lost()).toBe(false)
  })

  it('believes the board of a new line after a short break, and after a long silence the next cycle only', async () => {
    beat(7)
    await busy(10)
    station.connections += 1
    station.push({ kind: 'board', board: board({ position, now: Date.now() }) })
    await busy(1)
    expect(lost()).toBe(false)
    await busy(16)
    station.connections += 1
    station.push({ kind: 'board', board: board({ position, now: Date.now() }) })
    await busy(1)
    expect(lost()).toBe(true)
    beat(8)
    await busy(1)
    expect(lost()).toBe(false)
  })
})
