/** Tests the calm wall: the answer, who is there, what comes due, and the turn of the month. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { emsOf } from '#shared/charts/measure.ts'
import { localized } from '#shared/domain/text.ts'
import { dateWhat, sinceText } from '#renderer/wall/calm-words.ts'
import type { Say } from '#renderer/wall/month-words.ts'
import { MINUTE, NOW, SECOND, board, incident } from '../board-parts.ts'
import { Speaker } from '../speaker.ts'
import { calmRead, coming, EVENING, monthRead, POSTS, requiredPost } from './read-samples.ts'
import { answers, live, push, sent, show, shown, useWall, wall } from './wall-kit.ts'

useWall()

/** A wall that can be heard. */
const heard = (): void => void vi.stubGlobal('AudioContext', Speaker)
afterEach(() => vi.unstubAllGlobals())

async function calm(reply = calmRead(), search = '', part = {}): Promise<void> {
  answers['wall/calm'] = reply
  await show(board(part), search)
  await live(4) // it has heard itself by then
}
const headline = (): string => wall.get('.calm-page h2').text()
const lines = (): string[] => wall.findAll('.calm-page .lines li').map((line) => line.text())

describe('the answer', () => {
  it('is yes where nothing lacks, and says what makes it so', async () => {
    heard()
    await calm()
    expect(headline()).toBe('可响应')
    expect(wall.get('.calm-page').attributes('data-answer')).toBe('can')
    expect(lines()).toEqual(['必备岗位都有人', '自检13:32通过', '备份13:32，记录完整'])
    expect(wall.get('.calm-page .since').text()).toContain('无事件')
  })

  it('is none, and no calm, while an incident was heard of that could not be read', async () => {
    heard()
    await calm()
    push({
      kind: 'incident',
      ...{ previous: shown.position + 1, position: shown.position + 2, now: NOW },
      ...{ incidentId: 'fire', incident: incident({ id: 'fire' }) },
      ...{ month: shown.month, lastIncidentAt: null },
    })
    await live(3) // the whole board is asked for, in vain
    expect(headline()).toBe('事件未读全')
    expect(wall.get('.calm-page').attributes('data-answer')).toBe('none')
    expect(wall.text()).not.toContain('无事件')
    push({ kind: 'board', board: { ...shown, position: shown.position + 2 } })
    await live(1)
    expect(headline()).toBe('可响应')
  })

  it('counts what lacks and names the first three, people first', async () => {
    heard()
    const means = {
      posts: [
        requiredPost('duty-officer', '值班员', [], { neededFor: 'desk' }),
        requiredPost('guards', '保安', ['李强'], { lacking: 1 }),
      ],
      ...{ selfTest: null, backupAt: null, isChainWhole: false },
    }
    await calm(calmRead({ means }))
    expect(headline()).toBe('缺5项')
    expect(lines()).toEqual(['值班员空岗', '保安缺1人', '记录不完整等'])
  })

  it.each([
    ['beside the answer', 1920, 1080, /^[\w ]{8,}: nobody$/],
    ['for far readers', 1920, 1080, /^[\w ]{5,}: nobody$/],
    ['upright', 1080, 1920, /^[\w ]{20,}: nobody$/],
  ])('cuts the name of a post rather than what is said of it: %s', async (which, ...size) => {
    const [width, height, named] = size
    vi.stubGlobal('innerWidth', width)
    vi.stubGlobal('innerHeight', height)
    heard()
    const name = 'Customer service and emergency leading group of the whole eastern district'
    const posts = [requiredPost(name, name, [])] // the id is its English name
    const means = { posts, selfTest: null, backupAt: null, isChainWhole: true }
    const far = which === 'for far readers' ? '&w=1210&d=8' : ''
    await calm(calmRead({ means }), `?lang=en${far}`)
    expect(lines()[0]).toMatch(named)
    expect(name.startsWith(lines()[0]!.split(':')[0]!)).toBe(true)
  })

  it('is no on a wall that cannot be heard, and on one whose station cannot save', async () => {
    await calm()
    expect([headline(), lines()]).toEqual(['缺1项', ['本屏无声音']])
    wall.unmount()
    heard()
    await calm()
    push({
      ...{ kind: 'beat', cycle: 99, position: shown.position, now: Date.now(), head: shown.head },
      ...{ walls: [], storageFailed: true },
    })
    await nextTick()
    expect(lines()).toEqual(['存盘失败'])
  })

  it('is never yes without a roster', async () => {
    heard()
    await calm(calmRead({ means: { ...calmRead().means!, posts: null } }))
    expect(headline()).toBe('未设值班表')
    expect(lines()).toEqual(['请在控制台填岗位人员'])
  })

  it('is taken back when nobody has confirmed it for three minutes, or contact is lost', async () => {
    heard()
    await calm()
    delete answers['wall/calm']
    await live(3 * 60)
    expect([headline(), lines()]).toEqual(['无事件', ['暂时核对不了能否响应']])
    answers['wall/calm'] = calmRead({ at: NOW + 4 * MINUTE })
    await live(15)
    expect(headline()).toBe('可响应')
    await vi.advanceTimersByTimeAsync(7 * SECOND)
    expect(headline()).toBe('无事件')
  })

  it('is asked for once a minute, and soon after something was recorded', async () => {
    await calm()
    const questions = (): number => sent.filter(({ name }) => name === 'wall/calm').length
    expect(questions()).toBe(1)
    await live(50)
    expect(questions()).toBe(1)
    await live(15)
    expect(questions()).toBe(2)
  })
})

describe('who is there', () => {
  const posts = (): string[] =>
    wall.findAll('.posts li').map((post) =>
      post
        .findAll('span, b')
        .map((part) => part.text())
        .filter((text) => text !== '')
        .join(' '),
    )

  it('is named with the end of the shift: desk, command, warnings, then who lacks', async () => {
    const { desk, head, warnings } = POSTS
    const others = [
      requiredPost('clerk', '文员', ['吴明']),
      requiredPost('guards', '保安', [], { until: EVENING }),
    ]
    const means = { ...calmRead().means!, posts: [warnings, head, desk, ...others] }
    await calm(calmRead({ means }))
    expect(posts()).toEqual([
      '值班员 周敏 至20:00',
      '总指挥 陈国栋 部门经理',
      '预警联络人 何静',
      '保安 空岗 至20:00',
    ])
  })

  it('counts those whose names have no room, in fewer letters where that has none either', async () => {
    const people = ['周敏', '司徒慕容婉清', '陈国栋']
    const { head, warnings } = POSTS
    const clerk = requiredPost('clerk', '文员', ['Bartholomew Featherstonehaugh'])
    const desk = requiredPost('duty-officer', '值班员', people, { neededFor: 'desk' })
    const means = { ...calmRead().means!, posts: [desk, head, warnings, clerk] }
    await calm(calmRead({ means }))
    expect(posts()[0]).toBe('值班员 周敏等3人')
    wall.unmount()
    await calm(calmRead({ means }), '?lang=en')
    expect(posts()[0]).toBe('duty-officer 周敏 +2')
    expect(posts()[3]).toBe('clerk Bartholomew') // a name is cut between its words
  })

  it('says who stands in, and an end of tomorrow as such', async () => {
    const until = EVENING + 12 * 3_600_000
    const desk = { ...POSTS.desk, isCovered: true, until }
    await calm(calmRead({ means: { ...calmRead().means!, posts: [desk] } }))
    expect(posts()).toEqual(['值班员 周敏 替班、至明天08:00'])
  })

  it('counts those whose names have no room', async () => {
    const people = ['周敏', '司徒慕容婉清', '欧阳思远', '李娜', '王强']
    const desk = { ...POSTS.desk, people, until: null }
    const means = { ...calmRead().means!, posts: [desk, POSTS.head, POSTS.warnings] }
    await calm(calmRead({ means }))
    expect(posts()[0]).toBe('值班员 周敏等5人')
  })
})

describe('what comes due', () => {
  const dates = (): string[] =>
    wall
      .findAll('.dates li')
      .map((line) => [...line.element.children].map(({ textContent }) => textContent).join('|'))

  it('stands below, worst first, four at most, with the days left', async () => {
    await calm(
      calmRead({
        dates: [
          coming({ date: null, line: localized('2个外部号码待核对', '2 numbers') }),
          coming({ kind: 'post', date: '2026-11-24', at: EVENING, name: POSTS.desk.name }),
          coming({
            kind: 'shift',
            date: '2026-11-25',
            line: localized('夜班缺2人', 'Night: 2 people short'),
          }),
          coming({ kind: 'days-off', date: '2027-01-01', count: 3 }),
          coming({ kind: 'calendar', date: '2027-01-01', line: localized('2027年', '2027') }),
        ],
      }),
    )
    expect(dates()).toEqual([
      '待办|2个外部号码待核对',
      '今天|值班员20:00起没人',
      '明天|夜班缺2人|1天',
      '1月1日|放假3天|38天',
    ])
  })

  it.each([
    [1, '《消费者服务场所人员伤亡处置预案》待签收：1人'],
    [0.5, '《消费者服务场所人员伤亡》待签收：1人'],
  ])('of a line that is longer than its room the name gives way (%d)', (share, text) => {
    const name = '消费者服务场所人员伤亡处置预案'
    const date = coming({
      name: localized(name, ''),
      line: localized(`《${name}》待签收：1人`, ''),
    })
    const around = { t: (key: string) => key, tr: ({ zh }: { zh: string }) => zh, lang: 'zh' }
    expect(dateWhat(date, { ...around, now: NOW, zone: 'UTC' } as never, 40 * share)).toBe(text)
  })

  it('its two counts stand below, and none that is nought', async () => {
    await calm(calmRead({ due: { critical: 2, due: 5 } }))
    expect(wall.get('.calm-page .changed').text()).toContain('要紧2项 · 到期5项')
    await calm(calmRead({ due: { critical: 0, due: 1 } }))
    expect(wall.get('.calm-page .changed').text()).not.toContain('要紧')
  })

  it('and so does what has happened since yesterday, and how walls are', async () => {
    const since = { incidents: 2, drills: 1, falseReports: 0, late: 1, closed: 2 }
    await calm(calmRead({ since }), '', {
      walls: [
        { id: 'a', lastSeen: NOW, sound: 'on', size: '' },
        { id: 'b', lastSeen: NOW - MINUTE, sound: 'on', size: '' },
        { id: 'c', lastSeen: NOW, sound: 'blocked', size: '' },
      ],
    })
    const changed = wall.get('.calm-page .changed').text()
    expect(changed).toContain('昨天以来接报2起、结案2起、超时1次、演练1次')
  })

  it('says of what has happened since yesterday as much as has room, what weighs most first', () => {
    const since = { incidents: 4, drills: 1, falseReports: 0, late: 0, closed: 4 }
    const words: Say = (key, named) => {
      const { count, parts } = named ?? {}
      const last = key.split('.').at(-1)
      return typeof parts === 'string'
        ? `since ${parts}`
        : `${last}${typeof count === 'number' ? ` ${count}` : ''}`
    }
    const sentence = (ems: number): string => sinceText(calmRead({ since }), { t: words }, ems)
    const whole = sentence(Infinity)
    expect(whole).toContain('drills 1')
    expect(sentence(emsOf(whole))).toBe(whole)
    expect(sentence(emsOf(whole) - 0.1)).toMatch(/^since incidents 4.*closed 4$/)
    expect(sentence(emsOf('since incidents 4'))).toBe('since incidents 4')
    expect(sentence(1)).toBe('')
  })

  it('names the year whose holidays nobody has entered', async () => {
    await calm(calmRead(), '', { unpublishedYear: '2027' })
    expect(wall.get('.calm-page').text()).toContain('2027年节假日安排未录入')
  })
})

describe('a wall whose job is calm, while something runs', () => {
  it('does not say that nothing does, and tells the warning in force first', async () => {
    heard()
    const prealert = incident({ id: 'w', place: '全市', state: 'prealert', warning: 'orange' })
    const named = {
      ...{ id: 'w1', name: '大厅', view: 'calm', theme: 'dark', language: 'zh' },
    }
    await calm(calmRead({ dates: [coming({})] }), '?wall=w1', {
      incidents: [prealert, incident({ id: 'x' })],
      namedWalls: [named],
    })
    expect(wall.get('.calm-page .clear').text()).toBe('进行中2起')
    expect(wall.get('.dates li').text()).toBe('生效中橙色预警全市')
    expect(wall.findAll('.dates li')).toHaveLength(2)
  })
})

describe('a public wall, and one that names nobody', () => {
  it.each(['?privacy=1', ''])(
    'says that nothing is wrong and shows the month: %s',
    async (search) => {
      heard()
      answers['wall/month'] = monthRead()
      const reply = search ? calmRead() : calmRead({ means: null, dates: [] })
      await calm(reply, search, search ? {} : { public: true })
      expect([headline(), lines()]).toEqual(['无事件', []])
      expect(wall.find('.posts').exists()).toBe(false)
      expect(wall.text()).not.toContain('周敏')
      expect(wall.get('.month .sentence').text()).toContain('23起')
    },
  )
})

describe('the month', () => {
  it('takes the place of dates and posts for 16 of 48 seconds; the answer stays', async () => {
    heard()
    answers['wall/month'] = monthRead()
    await calm(calmRead({ dates: [coming({})] }))
    const seen = new Map<boolean, number>()
    for (let second = 0; second < 96; second++) {
      const isMonth = wall.find('.month.page').exists()
      expect(wall.find('.posts').exists()).toBe(!isMonth)
      seen.set(isMonth, (seen.get(isMonth) ?? 0) + 1)
      expect(headline()).toBe('可响应')
      answers['wall/calm'] = calmRead({ at: Date.now() })
      await live(1)
    }
    expect([seen.get(true), seen.get(false)]).toEqual([32, 64])
  })

  it('has no turn on a site where nothing ever happened', async () => {
    const { byDay } = monthRead()
    const nothing = byDay.incidents.map(() => 0)
    answers['wall/month'] = monthRead({ byDay: { ...byDay, incidents: nothing, drills: nothing } })
    await calm()
    for (let turn = 0; turn < 6; turn++) {
      expect(wall.find('.month.page').exists()).toBe(false)
      await live(8)
    }
  })

  it.each(['', '&privacy=1'])(
    'has no turn on a panel so low that not even its sentence stands whole%s',
    async (more) => {
      vi.stubGlobal('innerWidth', 3840)
      vi.stubGlobal('innerHeight', 1080)
      answers['wall/month'] = monthRead()
      await calm(calmRead(), `?lang=zh&w=2420&d=10${more}`)
      for (let turn = 0; turn < 6; turn++) {
        expect(wall.find('.month.page').exists()).toBe(false)
        await live(8)
      }
    },
  )

  it('stands beside on a very wide panel', async () => {
    vi.stubGlobal('innerWidth', 3840)
    answers['wall/month'] = monthRead()
    await calm()
    expect(wall.find('.posts').exists()).toBe(true)
    expect(wall.find('.month.page').exists()).toBe(true)
  })
})
