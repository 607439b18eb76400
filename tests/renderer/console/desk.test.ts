/**
 * Tests what the desk shows: calm, the next action, counts, alerts, limits, and what is not known.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import { localized } from '#shared/domain/text.ts'
import { alert, fact, incident, MINUTE, NOW, step } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { mountConsole, press, read, accepted } from './desk.ts'
import { fire, consoleShowing } from './fire-at-desk.ts'

describe('the desk', () => {
  it('is calm without an incident, and says what to do', async () => {
    const { page } = await consoleShowing({ incidents: [] })
    expect(read(page.get('main'))).toMatch(/没有进行中的事件.*F2/)
    expect(read(page)).toContain('没有告警')
  })

  it('keeps to the incident that is looked at when the order changes, and Alt+1…9 changes it', async () => {
    const { page, show } = await consoleShowing({
      incidents: [fire(), incident({ id: 'other', place: '三楼', steps: [step()] })],
    })
    await show({
      incidents: [incident({ id: 'other', place: '三楼', steps: [step({ dueAt: NOW })] }), fire()],
    })
    expect(read(page.get('.case h2'))).toContain('大厅二楼')
    press('1', { code: 'Digit1', altKey: true })
    await flushPromises()
    expect(read(page.get('.case h2'))).toContain('三楼')
  })

  it('shows the next action with its words and its number; what is unknown is a gap', async () => {
    const { page } = await consoleShowing({ incidents: [fire()] })
    expect(page.get('.next h2').text()).toBe('拨打119')
    expect(page.get('.call .num').text()).toBe('119')
    expect(page.get('.say u').text()).toBe('报告人待问')
    expect(page.findAll('.say b').map((known) => known.text())).toEqual(['大厅二楼'])
  })

  it('a closed incident asks nothing any more, and its time has stopped', async () => {
    const facts = [
      fact({ key: 'a' }),
      fact({ key: 'b', value: 'yes', answeredAt: NOW, answeredBy: '周敏' }),
    ]
    const { page } = await consoleShowing({
      incidents: [
        fire({
          state: 'closed',
          facts,
          receivedAt: NOW - 30 * MINUTE,
          closedAt: NOW - 10 * MINUTE,
          moves: ['archived'],
        }),
      ],
    })
    expect(page.findAll('.asked').map(read)).toEqual([
      '话务恢复了吗未答',
      expect.stringContaining('是'),
    ])
    expect(page.findAll('.asked button')).toEqual([])
    expect(read(page.get('.case .at'))).toMatch(/历时20分，14:22:08结案/)
    expect(page.get('.left .row .limit').text()).toBe('')
  })

  it('reads the record again when the incident has changed', async () => {
    const { station, show } = await consoleShowing({ incidents: [fire({ version: 1 })] })
    await show({ incidents: [fire({ version: 2 })] })
    expect(station.of('incident/timeline')).toHaveLength(2)
  })

  it('a drill is marked wherever it is shown, and its number is not really called', async () => {
    const { page } = await consoleShowing({ incidents: [fire({ drill: true })] })
    expect(page.get('.case h2 .tag').text()).toBe('演练')
    expect(read(page.get('.call'))).toContain('不要真的拨打')
    expect(read(page.get('.say'))).toContain('演练 演练 演练')
  })

  it('counts real incidents, late limits with the incidents that have them, and drills in words', async () => {
    const { page, show } = await consoleShowing(sampleBoard(3))
    expect(read(page.get('.left .cap h2'))).toMatch(/进行中 2.*超时 1.*演练 1/)
    const late = step({ dueAt: NOW, startedAt: NOW - MINUTE })
    await show({ incidents: [fire({ steps: [late, { ...late, id: 'other' }] })] })
    expect(read(page.get('.left .cap h2'))).toContain('超时 2（1起）')
  })

  it('counts alerts that wait apart from those that somebody has acknowledged, and those of drills alone', async () => {
    const alerts = [alert(), alert({ acknowledgedAt: NOW, acknowledgedBy: '周敏' })]
    const { page } = await consoleShowing({
      incidents: [fire({ alerts }), incident({ drill: true, alerts: [alert()] })],
    })
    expect(read(page.get('.right .cap h2'))).toBe('告警 1未确认 · 1已确认 · 演练1')
  })

  it('calls attention no limit and nothing missing, and says who could not be told', async () => {
    const posts = [{ role: localized('保安', 'Guards'), at: NOW, people: [] }]
    const skipped = posts.map((post) => ({ ...post, skipped: [post.role] }))
    const nudge = alert({ kind: 'nudge', priority: 3, stepId: null, told: skipped })
    const { page } = await consoleShowing({
      incidents: [fire({ alerts: [nudge, alert({ kind: 'untouched', stepId: null })] })],
    })
    const cards = page.findAll('.alert').map(read)
    expect(cards).toHaveLength(2)
    for (const card of cards) {
      expect(card).toContain('催办')
      expect(card).not.toMatch(/预案时限|前一步未记录/)
    }
    expect(cards.join()).toContain('保安无人在岗，已跳过')
    expect(cards.join()).not.toContain('已通知保安')
  })

  it('says at the edge how many alerts are out of sight, and not when all are there', async () => {
    const { page } = await consoleShowing({
      incidents: [fire({ alerts: [alert({ id: 'a' }), alert({ id: 'b' }), alert({ id: 'c' })] })],
    })
    const list = page.get('.right .list')
    const at = (element: Element, bottom: number): void => {
      element.getBoundingClientRect = () => ({ bottom }) as DOMRect
    }
    at(list.get('.box').element, 150)
    list.findAll('.alert').forEach((card, i) => at(card.element, 100 * (i + 1)))
    await list.get('.box').trigger('scroll')
    expect(read(list.get('.edge'))).toBe('还有2条')
    at(list.get('.box').element, 300)
    await list.get('.box').trigger('scroll')
    expect(list.find('.edge').exists()).toBe(false)
  })

  it('a limit whose clock has not started says so, and what starts it', async () => {
    const first = step({
      id: 'first',
      title: localized('请信息中心来修', 'Ask for repair'),
      state: 'waiting',
    })
    const arrive = step({
      id: 'arrive',
      title: localized('到场', 'Arrive'),
      short: localized('15分钟内到场', 'Arrive in 15 min'),
      pending: true,
    })
    const due = { within: 15 * MINUTE, from: { step: 'first' } }
    const { page } = await consoleShowing(
      { incidents: [fire({ steps: [first, arrive] })] },
      {
        'plans/read': () =>
          accepted<'plans/read'>({
            revision: 'r1',
            steps: [{ id: 'arrive', due }],
          } as unknown as ReplyOf<'plans/read'>),
      },
    )
    expect(read(page.get('.left .limit'))).toBe('15分钟内到场 尚未计时')
    expect(read(page.get('.next .more'))).toMatch(/^时限 尚未计时：“请信息中心来修”做完后开始计时/)
    expect(page.findAll('.work .limit').map(read)).toContain('尚未计时')
    expect(page.text()).not.toContain('无时限')
  })

  it('names the stage instead of a number that reads as progress', async () => {
    const { page } = await consoleShowing({
      incidents: [fire({ steps: [step({ stage: 'on-site' })] })],
    })
    expect(read(page.get('.case .at b'))).toBe('响应中 · 现场阶段')
    expect(read(page.get('.left .sub'))).toContain('响应中 · 现场')
    expect(page.text()).not.toContain('/7')
  })

  it('says the stage alone where only the aftermath of a response is left', async () => {
    const { page } = await consoleShowing({
      incidents: [fire({ state: 'responding', steps: [step({ stage: 'recover' })] })],
    })
    expect(read(page.get('.case .at b'))).toBe('善后阶段')
    expect(read(page.get('.left .sub'))).toContain('善后')
    expect(read(page.get('.left .sub'))).not.toContain('响应中')
  })

  it('a page that is not signed in says what to do, and counts and calms nothing', async () => {
    const { page, station } = await mountConsole(App, { pages: PAGES })
    station.status.value = 'signed-out'
    await flushPromises()
    expect(read(page.get('.bars [role=alert]'))).toMatch(
      /没有登录.*托盘.*叫管理员来.*再启动一次值守/,
    )
    expect(read(page)).not.toMatch(/npm|终端|回车/)
    expect(read(page.get('.left'))).toContain('进行中 —')
    expect(read(page.get('.right'))).toContain('告警 —')
    expect(page.text()).not.toMatch(/没有告警|没有进行中|没有值班表|超时 0|正在连接/)
  })

  it('before the first board nothing is known: no zeros, no calm', async () => {
    const { page } = await mountConsole(App, { pages: PAGES })
    expect(read(page)).toMatch(/正在连接值守站.*进行中 —.*告警 —/)
    expect(page.text()).not.toMatch(/没有告警|没有进行中|没有值班表/)
  })

  it('says that saving fails, that holidays are not published, and that a wall is lost', async () => {
    const { page } = await consoleShowing({
      storageFailed: true,
      unpublishedYear: '2027',
      walls: [{ id: 'w', lastSeen: NOW - MINUTE, sound: 'on', size: '' }],
    })
    expect(read(page.get('.bars'))).toMatch(/存盘失败.*腾出磁盘空间.*未公布.*2027年/)
    expect(read(page.get('.foot'))).toMatch(/大屏.*0\/1.*1块断开/)
  })

  it('says what it, or a wall, has seen of the record and the record lacks, until a person knows', async () => {
    const seen = { record: 'r', position: 120, hash: 'a', at: NOW - 60 * MINUTE, missed: null }
    localStorage.setItem('vigil.heads.console', JSON.stringify([seen]))
    const claim = { position: 125, hash: 'c' }
    const { page } = await consoleShowing(
      {
        head: { record: 'r', position: 113, hash: 'b' },
        walls: [{ id: 'w', lastSeen: NOW, sound: 'on', size: '1920x1080@1', head: claim }],
      },
      { 'journal/seen': () => accepted<'journal/seen'>({ hash: null, setBack: null }) },
    )
    await flushPromises()
    expect(read(page.get('.bars'))).toMatch(/本屏见过记录第120条.*缺7条.*报告管理员/)
    expect(read(page.get('.bars'))).toMatch(
      /大屏（1920x1080）称曾见到第125条记录，本机现在只到第113条/,
    )
    await page.get('.bars button').trigger('click')
    expect(read(page.get('.bars'))).not.toContain('本屏见过')
    localStorage.removeItem('vigil.heads.console')
  })

  it('says from when on it has heard nothing, and stops counting', async () => {
    vi.useFakeTimers()
    try {
      const { page, station } = await consoleShowing(sampleBoard(2))
      await vi.advanceTimersByTimeAsync(7_000)
      expect(read(page.get('.bars'))).toMatch(/失去联系.*14:32:08起/)
      expect(page.get('.desk').attributes('data-stopped')).toBe('true')
      expect(read(page.get('.left .limit'))).toContain('14:29:54')
      const sending = page.findAll<HTMLButtonElement>(
        '.moves > button, .acts button, .alert .key, .add:not(.only), .option',
      )
      expect(sending.length).toBeGreaterThan(4)
      expect(
        sending.filter(({ element }) => !element.disabled).map((button) => button.text()),
      ).toEqual([])
      press('F4')
      await vi.advanceTimersByTimeAsync(0)
      expect(station.of('incident/step')).toEqual([]) // a late command is a wrong command
      expect(read(page.get('.next [role=alert]'))).toContain('失去联系，没有发出')
    } finally {
      vi.useRealTimers()
    }
  })
})
