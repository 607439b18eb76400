import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mount } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { nextTick, shallowRef } from 'vue'
import type { Push } from '#shared/contract/push.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { createWords } from '#renderer/i18n/index.ts'
import { wallEn } from '#renderer/i18n/wall.en.ts'
import { wallZh } from '#renderer/i18n/wall.zh.ts'
import { STATION } from '#renderer/transport/station.ts'
import WallPage from '#renderer/wall/WallPage.vue'
import { timeOfDay } from '#renderer/ui/figure.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, NOW, SECOND, ZONE, board, incident, sampleBoard, step } from '../sample-board.ts'

let wall: VueWrapper
let push: (push: Push) => void
let sent: { name: string; input: unknown }[]
let cycle: number
let shown: Board

/** Puts a board on a wall of 1920×1080 and beats once a second, as a station does. */
async function show(made: Board, search = ''): Promise<void> {
  history.replaceState(null, '', `/wall${search}`)
  wall = mount(WallPage, {
    global: {
      plugins: [createPinia(), createWords(wallZh, wallEn)],
      // ECharts needs a browser that lays out; the browser specs look at it
      stubs: { MonthChart: true },
      provide: {
        [STATION as symbol]: {
          request: async (name: string, input: unknown) => {
            sent.push({ name, input })
            return { ok: true, position: 0, reply: {} }
          },
          onPush: (listener: (push: Push) => void) => {
            push = listener
            return () => undefined
          },
          status: shallowRef('live'),
          name: shallowRef(''),
          stop: () => undefined,
          connections: 1,
        },
      },
    },
  })
  shown = made
  push({ kind: 'board', board: made })
  // just past a whole second, when everything that counts has counted
  await vi.advanceTimersByTimeAsync(20)
}

const beat = (): void =>
  push({
    kind: 'beat',
    cycle: ++cycle,
    position: shown.position,
    now: Date.now(),
    walls: [],
    storageFailed: false,
  })
async function live(seconds: number): Promise<void> {
  for (let i = 0; i < seconds; i++) {
    await vi.advanceTimersByTimeAsync(SECOND)
    beat()
  }
  await nextTick()
}
const rows = (): (string | undefined)[] =>
  wall.findAll('.row').map((row) => row.attributes('data-incident'))
const row = (id: string) => wall.get(`[data-incident="${id}"]`)

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  vi.stubGlobal('innerWidth', 1920)
  vi.stubGlobal('innerHeight', 1080)
  sent = []
  cycle = 0
})
afterEach(() => {
  wall.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a running wall', () => {
  it('says what is burning, who has it and how much time is left, nearest limit first', async () => {
    await show(sampleBoard(3))
    expect(rows()).toEqual(['hotline', 'fire', 'drill'])
    expect(wall.get('.counts').text()).toBe('进行中2超时1演练1')
    const fire = row('fire').text()
    for (const word of [
      '政务大厅二楼',
      '火灾',
      '响应中',
      '保安',
      '李强',
      '带领群众撤出',
      '07:12',
      '已48秒',
      '二级',
    ])
      expect(fire).toContain(word)
    expect(wall.findAll('.month')).toHaveLength(1)
    expect(wall.get('.clock').text()).toBe('14:32:08')
  })

  it('inverts what is late with its owner, counts up with a sign, and blinks by the beat of the root', async () => {
    await show(sampleBoard(2))
    expect(row('hotline').classes()).toEqual(expect.arrayContaining(['late', 'blinking', 'lead']))
    expect(row('hotline').get('.plate').attributes('data-late')).toBe('true')
    expect(row('hotline').get('.hero').text()).toBe('+02:14')
    expect(wall.get('.alarming').text()).toBe('超时1')
    expect(row('fire').classes()).not.toContain('late')
    await live(1)
    expect(row('hotline').get('.hero').text()).toBe('+02:15')
    expect(document.documentElement.dataset.beat).toBe('on')
    await vi.advanceTimersByTimeAsync(700)
    expect(document.documentElement.dataset.beat).toBe('off')
  })

  it('standards R2.15: is steady five minutes after the alert was raised, and still inverse', async () => {
    await show(sampleBoard(1))
    await live(170)
    expect(row('hotline').classes()).toEqual(expect.arrayContaining(['late']))
    expect(row('hotline').classes()).not.toContain('blinking')
    await vi.advanceTimersByTimeAsync(700)
    expect(document.documentElement.dataset.beat).toBe('on')
  })

  it('turns near at 80 % and late at the very second', async () => {
    const made = sampleBoard(8)
    await show({ ...made, incidents: made.incidents.filter(({ id }) => id === 'fire') })
    expect(row('fire').attributes('data-standing')).toBe('far')
    await live(336)
    expect(row('fire').attributes('data-standing')).toBe('near')
    await live(96)
    expect(row('fire').attributes('data-standing')).toBe('late')
    expect(wall.get('.counts').text()).toBe('进行中1超时1')
  })

  it('from four incidents on pages every eight seconds, the lead and level Ⅰ on each, and no ground is left empty', async () => {
    await show(sampleBoard(8))
    expect(rows()).toEqual(['hotline', 'ill', 'recharge', 'fire'])
    expect(wall.get('.columns .limit').text()).toBe('剩余时间')
    expect(wall.get('.head .page').text()).toBe('第1/3页')
    await live(8)
    expect(rows()).toEqual(['hotline', 'ill', 'power', 'net'])
    await live(8)
    expect(rows()).toEqual(['hotline', 'ill', 'angry', 'drill'])
    await live(8)
    expect(rows()).toEqual(['hotline', 'ill', 'recharge', 'fire'])
  })

  it('the month waits as long as a late limit is not acknowledged', async () => {
    await show(sampleBoard(8))
    for (let turn = 0; turn < 20; turn++) {
      await live(8)
      expect(wall.find('.month').exists()).toBe(false)
    }
  })

  it('design §5: the month has eight seconds in about a minute, and what presses stays above it', async () => {
    const made = sampleBoard(8)
    const chosen = made.incidents.filter(({ id }) =>
      ['hotline', 'ill', 'power', 'net', 'angry'].includes(id),
    )
    await show({
      ...made,
      incidents: chosen.map((one) => ({
        ...one,
        alerts: one.alerts.map((each) => ({ ...each, acknowledgedAt: NOW })),
      })),
    })
    const seen: string[] = []
    for (let turn = 0; turn < 16; turn++) {
      seen.push(
        wall.find('.month').exists()
          ? `${rows().join(' ')} + ${wall.find('.head .page').exists()}`
          : '',
      )
      await live(8)
    }
    expect(seen.flatMap((one, i) => (one ? [`${i}: ${one}`] : []))).toEqual([
      '7: hotline ill power + false',
      '15: hotline ill power + false',
    ])
  })

  it('shows a new incident at once, on whichever page it stands', async () => {
    await show(sampleBoard(7))
    await live(1)
    const angry = sampleBoard(8).incidents.find(({ id }) => id === 'angry')!
    push({
      kind: 'incident',
      previous: 100,
      position: 101,
      now: Date.now(),
      incidentId: 'angry',
      incident: angry,
      month: shown.month,
      lastIncidentAt: null,
    })
    await nextTick()
    expect(rows()).toContain('angry')
  })

  it('announces one thing at a time and whole, on two lines if need be, that of a drill last', async () => {
    const made = sampleBoard(3)
    const long = localized('自助充值故障，急需的客户请到就近的营业厅', 'Recharge is down')
    await show({
      ...made,
      unpublishedYear: '2027',
      incidents: made.incidents.map((one) => (one.drill ? { ...one, notices: [long] } : one)),
    })
    const said: string[] = []
    for (let turn = 0; turn < 4; turn++) {
      said.push(
        `${wall.get('.foot .page').text()} ${wall.get('.notice').text()}${wall.get('.notice').classes('two') ? ' (2)' : ''}`,
      )
      await live(8)
    }
    expect(said.toSorted()).toEqual([
      '1/4 热线抢修中，各营业厅请代为解释',
      '2/4 请勿使用电梯',
      '3/4 2027年节假日安排未公布',
      '4/4 演练：自助充值故障，急需的客户请到就近的营业厅 (2)',
    ])
  })

  it('names the stage, the role before several people, and at most three steps to come beside another incident', async () => {
    const steps = ['一', '二', '三', '四', '五'].map((word) =>
      step({
        short: localized(`第${word}步`, word),
        role: localized('信息中心', 'IT centre'),
        people: ['湾大乙', '湾小乙'],
      }),
    )
    await show(board({ incidents: [incident({ id: 'many', steps, state: 'responding' })] }))
    expect(row('many').get('.state').text()).toBe('响应中响应')
    expect(row('many').get('.plate').text()).toBe('信息中心湾大乙等')
    expect(row('many').findAll('.then')).toHaveLength(5)
    push({
      kind: 'board',
      board: board({
        position: 101,
        now: NOW,
        incidents: [incident({ id: 'many', steps }), incident({ id: 'other' })],
      }),
    })
    await nextTick()
    expect(row('many').findAll('.then')).toHaveLength(3)
  })

  it('a limit whose clock has not started is not "no limit"; a month without a due limit has none due yet', async () => {
    const month = { ...board().month, limits: { due: 0, met: 0, late: 0 } }
    await show(
      board({
        month,
        incidents: [
          incident({
            id: 'pending',
            steps: [step({ short: localized('10分钟内修通', 'Repair'), pending: true })],
          }),
          incident({ id: 'none', steps: [step()] }),
        ],
      }),
    )
    expect(row('pending').get('.limit').text()).toBe('10分钟内修通尚未起算—')
    expect(row('none').get('.limit').text()).toBe('无时限—')
    expect(wall.get('.month').text()).toContain('本月尚无到限')
  })

  it('says that storage has failed before anything else', async () => {
    await show({ ...sampleBoard(1), storageFailed: true })
    expect(wall.get('.failed').text()).toBe('存储失败：新记录没有保存')
  })
})

describe('a drill', () => {
  it('is hollow, boxed and watermarked in its row, and never in the counts of real ones', async () => {
    await show(sampleBoard(3))
    expect(row('drill').classes()).toContain('drill')
    expect(row('drill').get('.tag').text()).toBe('演练')
    expect(row('drill').find('.mark').exists()).toBe(true)
    expect(row('drill').get('.badge').attributes('data-drill')).toBe('true')
    expect(row('fire').find('.mark').exists()).toBe(false)
  })

  it('alone on the wall stands in the header too', async () => {
    const made = sampleBoard(3)
    await show({ ...made, incidents: made.incidents.filter(({ drill }) => drill) })
    expect(wall.get('.only').text()).toBe('演练 演练 演练')
    expect(wall.get('.counts').text()).not.toContain('进行中')
  })
})

describe('LOOK 8.14, loss of contact', () => {
  it('says so at six seconds, stops counting and shows times of day; and heals without a click', async () => {
    await show(sampleBoard(3))
    await live(3)
    expect(wall.get('.foot').text()).toContain('联系 14:32:11')
    await vi.advanceTimersByTimeAsync(5_999)
    expect(wall.find('.lost').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(wall.get('.lost').text()).toBe('失去联系6秒停在 14:32:11')
    expect(wall.classes()).toContain('stale')
    expect(row('fire').get('.hero').text()).toBe('14:39:20')
    expect(row('hotline').get('.hero').text()).toBe('14:29:54')
    expect(row('hotline').classes()).not.toContain('late')
    expect(row('fire').get('.elapsed').text()).toBe('14:31起')
    expect(row('fire').find('.bar').exists()).toBe(false)
    expect(wall.find('.beats').exists()).toBe(false)
    expect(wall.get('.columns .limit').text()).toBe('到限时刻')
    await vi.advanceTimersByTimeAsync(40_000)
    expect(wall.get('.lost').text()).toContain('46秒')
    await live(1)
    expect(wall.find('.lost').exists()).toBe(false)
    expect(row('fire').get('.hero').text()).toMatch(/^06:\d\d$/)
  })

  it('the pages go on without contact, and their number is shown', async () => {
    await show(sampleBoard(8))
    await vi.advanceTimersByTimeAsync(7_000)
    expect(wall.get('.head').attributes('data-contact')).toBe('lost')
    expect(wall.get('.head .page').text()).toBe('第1/3页')
    await vi.advanceTimersByTimeAsync(8_000)
    expect(wall.get('.head .page').text()).toBe('第2/3页')
    expect(rows()).toEqual(['hotline', 'ill', 'power', 'net'])
  })

  it('the time of contact is never older than a second while live, wherever in the second the beat comes', async () => {
    await show(sampleBoard(1))
    for (const phase of [20, 480, 940]) {
      await vi.advanceTimersByTimeAsync(phase)
      for (let i = 0; i < 3; i++) {
        beat()
        await nextTick()
        expect(wall.get('.contact').text()).toBe(`联系 ${timeOfDay(Date.now(), ZONE)}`)
        expect(wall.get('.beats').attributes('data-beats')).toBe(String(((cycle - 1) % 10) + 1))
        await vi.advanceTimersByTimeAsync(1_000)
      }
    }
  })

  it('a station that was never reached is no calm wall', async () => {
    await show(sampleBoard(0))
    wall.unmount()
    wall = mount(WallPage, {
      global: {
        plugins: [createPinia(), createWords(wallZh, wallEn)],
        provide: {
          [STATION as symbol]: {
            request: async () => ({ ok: false }),
            onPush: () => () => undefined,
            status: shallowRef('connecting'),
            name: shallowRef(''),
            connections: 0,
          },
        },
      },
    })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(wall.get('.lost').text()).toContain('尚未联系到值守站')
    expect(wall.text()).not.toContain('无事件')
  })

  it("ten beats follow the engine, not this page's timers", async () => {
    await show(sampleBoard(1))
    await live(4)
    expect(wall.get('.beats').attributes('data-beats')).toBe('4')
    await vi.advanceTimersByTimeAsync(4_000)
    expect(wall.get('.beats').attributes('data-beats')).toBe('4')
  })
})

describe('a calm wall', () => {
  it('counts the days since the last incident by the calendar of the site', async () => {
    await show(board({ lastIncidentAt: NOW - 15 * 3_600_000 })) // 23:32 yesterday
    expect(wall.text()).toContain('无事件')
    expect(wall.get('.days').text()).toBe('1天')
    expect(wall.get('.month').text()).toContain('23起')
  })

  it('says who is on duty and which year has no published holidays, and owns up to having no record', async () => {
    await show(
      board({
        lastIncidentAt: null,
        unpublishedYear: '2027',
        duty: [{ role: { zh: '值班', en: 'Duty' }, people: ['周敏'] }],
      }),
    )
    expect(wall.get('.calm.row').text()).toContain('值班周敏')
    expect(wall.text()).toContain('2027年节假日安排未公布')
    expect(wall.text()).toContain('无记录')
  })
})

describe('a wall in a public hall', () => {
  it('shows place and kind, and no name, role, step or announcement', async () => {
    await show(sampleBoard(3), '?privacy=1')
    expect(wall.text()).toContain('政务大厅二楼')
    expect(wall.text()).toContain('07:12')
    for (const word of [
      '李强',
      '王磊',
      '赵宏伟',
      '保安',
      '信息中心',
      '切换备用通信',
      '带领群众撤出',
      '请勿使用电梯',
      '打不进来',
    ])
      expect(wall.text()).not.toContain(word)
  })
})

describe('the wall in English', () => {
  it('says the same', async () => {
    await show(sampleBoard(3), '?lang=en')
    for (const word of [
      'Open',
      'Late',
      'Exercise',
      'Responding',
      'Restore calls',
      'Level 2',
      '12 min',
      'Time left',
      'EXERCISE',
    ])
      expect(wall.text()).toContain(word)
  })
})

describe('the sign of life', () => {
  it('goes out every five seconds with beat, sound and size, and not without contact', async () => {
    await show(sampleBoard(1))
    await live(21)
    const signs = sent.filter(({ name }) => name === 'wall/alive')
    expect(signs.length).toBeGreaterThanOrEqual(4)
    expect(signs.length).toBeLessThanOrEqual(6)
    expect(signs.at(-1)?.input).toMatchObject({
      sound: 'off',
      size: expect.stringMatching(/^1920x1080@/),
      wallId: expect.stringMatching(/^wall-/),
    })
    await vi.advanceTimersByTimeAsync(MINUTE)
    const silent = sent.length
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(sent).toHaveLength(silent)
  })

  it('a wall that cannot be heard says so on its face', async () => {
    await show(sampleBoard(1))
    expect(wall.get('.foot [role="status"]').text()).toBe('本机无声音')
  })
})
