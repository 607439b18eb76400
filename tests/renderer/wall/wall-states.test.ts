/**
 * Tests the states of a wall: without contact, calm, in a public hall, in English; and its sign of
 * life.
 */
import { describe, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { timeOfDay } from '#renderer/ui/figure.ts'
import { MINUTE, NOW, ZONE, board, incident } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'
import { Speaker } from '../speaker.ts'

import {
  mountWall,
  beat,
  cycle,
  live,
  push,
  row,
  rows,
  sent,
  show,
  shown,
  status,
  useWall,
  wall,
} from './wall-kit.ts'

useWall()

describe('loss of contact', () => {
  it('says so at six seconds, stops counting and shows times of day; and heals without a click', async () => {
    await show(sampleBoard(3))
    await live(3)
    expect(wall.get('.foot').text()).toContain('联系 14:32:11')
    await vi.advanceTimersByTimeAsync(5_999)
    expect(wall.find('.lost').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(wall.get('.lost').text()).toBe('失去联系6秒')
    expect(wall.get('.columns .called').text()).toBe('请联系系统管理员停在 14:32:11')
    expect(wall.classes()).toContain('stale')
    expect(row('fire').get('.hero').text()).toBe('14:39:20')
    expect(row('hotline').get('.hero').text()).toBe('14:29:54')
    expect(row('hotline').classes()).not.toContain('late')
    expect(row('fire').get('.elapsed').text()).toBe('14:31起')
    expect(row('fire').find('.bar').exists()).toBe(false)
    expect(wall.find('.beats').exists()).toBe(false)
    expect(wall.get('.columns .limit').text()).toBe('到期时刻')
    await vi.advanceTimersByTimeAsync(40_000)
    expect(wall.get('.lost').text()).toContain('46秒')
    await live(1)
    expect(wall.find('.lost').exists()).toBe(false)
    expect(row('fire').get('.hero').text()).toMatch(/^06:\d\d$/)
  })

  it('the header keeps its counts, and says whom to call: the desk, else who leads', async () => {
    const post = (roleId: string, role: { zh: string; en: string }, person: string) => ({
      ...{ roleId, role, people: [person] },
    })
    const leader = post('duty-leader', { zh: '值班领导', en: 'Duty leader' }, '何建国')
    const desk = post('duty-officer', { zh: '值班员', en: 'Duty officer' }, '周敏')
    await show({ ...sampleBoard(3), duty: [leader, desk] })
    const counts = wall.get('.counts').text()
    expect(counts).toMatch(/进行中\d/)
    await vi.advanceTimersByTimeAsync(7_000)
    expect(wall.get('.head').attributes('data-contact')).toBe('lost')
    expect(wall.get('.counts').text()).toBe(counts)
    expect(wall.get('.called b').text()).toBe('请联系值班员 周敏')
    await show({ ...sampleBoard(3), duty: [leader] })
    await vi.advanceTimersByTimeAsync(7_000)
    expect(wall.get('.called b').text()).toBe('请联系值班领导 何建国')
  })

  it('a line that was closed is marked at once, and the beats come back with it', async () => {
    await show(sampleBoard(2))
    await live(2)
    status.value = 'lost'
    await nextTick()
    expect(wall.get('.contact').text()).toBe('重连中')
    expect(wall.find('.beats').exists()).toBe(false)
    expect(wall.get('.head').attributes('data-contact')).toBe('live')
    await vi.advanceTimersByTimeAsync(6_000)
    expect(wall.get('.head').attributes('data-contact')).toBe('lost')
    expect(wall.get('.contact').text()).toMatch(/^最后联系/)
    status.value = 'live'
    await live(1)
    expect(wall.get('.contact').text()).toMatch(/^联系/)
  })

  it('a row whose change could not be read stands still, and says since when; the others go on', async () => {
    await show(sampleBoard(3))
    await live(2)
    push({
      ...{ kind: 'incident', previous: 104, position: 105, now: Date.now() },
      ...{ incidentId: 'fire', incident: incident({ id: 'fire' }), month: shown.month },
      lastIncidentAt: null,
    })
    await live(2)
    expect(row('fire').classes()).not.toContain('coasting')
    await live(2)
    expect(row('fire').classes()).toContain('coasting')
    expect(row('fire').get('.newly').text()).toBe('停在 14:32:10')
    expect(row('fire').get('.hero').text()).toBe('14:39:20')
    expect(row('hotline').get('.hero').text()).toMatch(/^\+02:/)
    push({ kind: 'board', board: { ...shown, position: 105, now: Date.now() } })
    await nextTick()
    expect(row('fire').classes()).not.toContain('coasting')
    expect(row('fire').get('.hero').text()).toMatch(/^07:/)
  })

  it('a calm wall without contact says whom to call in its header', async () => {
    await show(sampleBoard(0))
    await vi.advanceTimersByTimeAsync(7_000)
    expect(wall.get('.lost').text()).toMatch(/^失去联系\d秒停在 [\d:]{8}请联系系统管理员$/)
  })

  it('no page turns without contact: what stood there at the break can be read', async () => {
    await show(sampleBoard(8))
    await vi.advanceTimersByTimeAsync(7_000)
    expect(wall.get('.head').attributes('data-contact')).toBe('lost')
    const stood = [wall.get('.head .page').text(), rows()]
    await vi.advanceTimersByTimeAsync(24_000)
    expect([wall.get('.head .page').text(), rows()]).toEqual(stood)
  })

  it('the time of contact is never older than a second while live, wherever in the second the beat comes', async () => {
    await show(sampleBoard(1))
    for (const phase of [20, 480, 940]) {
      await vi.advanceTimersByTimeAsync(phase)
      for (let i = 0; i < 3; i++) {
        beat()
        await nextTick()
        expect(wall.get('.contact').text()).toBe(`联系 ${timeOfDay(Date.now(), ZONE)}`)
        expect(wall.findAll('.beats .on')).toHaveLength(((cycle - 1) % 10) + 1)
        await vi.advanceTimersByTimeAsync(1_000)
      }
    }
  })

  it('a station that was never reached is no calm wall', async () => {
    await show(sampleBoard(0))
    wall.unmount()
    mountWall({
      request: async () => ({ ok: false }),
      onPush: () => () => undefined,
      status: shallowRef('connecting'),
      name: shallowRef(''),
      connections: 0,
    })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(wall.get('.lost').text()).toContain('尚未联系到值守站')
    expect(wall.text()).not.toContain('无事件')
  })

  it("ten beats follow the engine, not this page's timers", async () => {
    await show(sampleBoard(1))
    await live(4)
    expect(wall.findAll('.beats .on')).toHaveLength(4)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(wall.findAll('.beats .on')).toHaveLength(4)
  })
})

describe('a calm wall', () => {
  it('counts the days since the last incident by the calendar of the site', async () => {
    await show(board({ lastIncidentAt: NOW - 15 * 3_600_000 })) // 23:32 yesterday
    expect(wall.text()).toContain('无事件')
    expect(wall.get('.days').text()).toBe('1天')
  })

  it.each([
    ['lying', 1920, 1080],
    ['upright', 1080, 1920],
  ])(
    'cuts a long name of the site between words, and a short one nowhere: %s',
    async (_, ...size) => {
      const [width, height] = size
      vi.stubGlobal('innerWidth', width)
      vi.stubGlobal('innerHeight', height)
      const long = 'Municipal Service Hall of the Eastern District and Civic Centre of Lark Bay'
      const named = (en: string) => board({ site: { ...board().site, name: { zh: en, en } } })
      await show(named(long), '?lang=en')
      const shown = wall.get('.site').text()
      expect(shown.length).toBeGreaterThan(8)
      expect(long).toMatch(new RegExp(`^${shown} `))
      wall.unmount()
      await show(named('Lark Bay Gas'), '?lang=en')
      expect(wall.get('.site').text()).toBe('Lark Bay Gas')
    },
  )

  it('owns up to having no record', async () => {
    await show(board({ lastIncidentAt: null }))
    expect(wall.get('.calm-page .since').text()).toContain('无记录')
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
      'Drills',
      'Responding',
      'Restore calls',
      'Level II',
      '12 min',
      'What matters',
      'EXERCISE',
    ])
      expect(wall.text()).toContain(word)
  })
})

describe('the sign of life', () => {
  it('goes out every ten seconds with beat, sound and size, and not without contact', async () => {
    await show(sampleBoard(1))
    await live(41)
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

  it('a wall that somebody closes says good-bye', async () => {
    await show(sampleBoard(1))
    await live(6)
    dispatchEvent(new Event('pagehide'))
    expect(sent.at(-1)).toMatchObject({ name: 'wall/alive', input: { leaving: true } })
  })

  it('a wall that cannot be heard says so on its face', async () => {
    await show(sampleBoard(1))
    expect(wall.get('.foot [role="status"]').text()).toBe('本机无声音')
  })

  it('a wall that its browser keeps silent says what to do, and nothing once it is heard', async () => {
    class Silent extends Speaker {
      override state = 'suspended'
    }
    vi.stubGlobal('AudioContext', Silent)
    await show(sampleBoard(1))
    await live(2)
    expect(wall.get('.foot .notice').text()).not.toContain('点一下')
    await live(4)
    expect(wall.get('.foot [role="status"]').text()).toBe('声音被阻止')
    expect(wall.get('.foot .notice').text()).toBe('浏览器不让出声：点一下这块屏，或按任意键')
    wall.unmount()
    vi.stubGlobal('AudioContext', Speaker)
    await show(sampleBoard(1))
    await live(6)
    expect(wall.find('.foot [role="status"]').exists()).toBe(false)
    expect(wall.get('.foot .notice').text()).not.toContain('点一下')
  })
})

describe('the sizes in the address of a wall', () => {
  const notice = (): string => wall.get('.foot .notice').text()

  it('that were not taken are said: for half a minute before all else, then in turn', async () => {
    await show({ ...sampleBoard(1), site: { ...board().site, demo: true } }, '?d=40&w=1210')
    const parts = new Set<string>() // the panel is small for so large letters
    for (let second = 0; second < 24; second++) {
      expect(wall.get('.foot .notice').classes()).toContain('failed')
      parts.add(notice())
      await live(1)
    }
    const pieces = ['最远8.4米。', '字高53.9毫米，', '要256.7毫米']
    expect([...parts].sort()).toEqual(pieces.sort())
    expect(rows()).toEqual(['hotline'])
    await live(7)
    const later = new Set<string>()
    for (let second = 0; second < 40; second++) {
      expect(wall.get('.foot .notice').classes()).not.toContain('failed')
      later.add(notice())
      await live(1)
    }
    expect([...later]).toEqual(expect.arrayContaining([...parts, '演示数据']))
  })

  it.each([
    ['?d=6', '地址里远近d和屏宽w要一起写，没有采用'],
    ['?unit=0.3', '地址里的unit小于1，字太小，没有采用'],
    ['?d=six&w=1210', '地址里的d不是数字，没有采用'],
  ])('%s is not taken without a word', async (search, words) => {
    await show(sampleBoard(1), search)
    expect(notice()).toBe(words)
    expect(document.documentElement.style.getPropertyValue('--wall-unit')).toBe('1px')
  })
})
