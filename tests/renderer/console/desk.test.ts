import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import { localized } from '#shared/domain/text.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { alert, fact, incident, MINUTE, NOW, sampleBoard, step } from '../sample-board.ts'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { desk, no, press, read, yes } from './desk.ts'

const call = step({
  id: 'call',
  title: localized('拨打119', 'Call 119'),
  lifeSafety: true,
  calls: [{ number: '119', who: localized('火警', 'Fire') }],
  say: localized('{place}着火，我是{reporter}', 'Fire at {place}'),
})
const fire = (part = {}) =>
  incident({
    id: 'fire',
    place: '大厅二楼',
    steps: [call, step({ id: 'power', title: localized('切断电源', 'Power off') })],
    ...part,
  })

async function opened(board: Partial<Board>, answers = {}) {
  const made = await desk(App, { pages: PAGES }, answers)
  await made.show(board)
  return made
}

describe('the desk', () => {
  it('is calm without an incident, and says what to do', async () => {
    const { page } = await opened({ incidents: [] })
    expect(read(page.get('main'))).toMatch(/没有进行中的事件.*F2/)
    expect(read(page)).toContain('没有告警')
  })

  it('keeps to the incident that is looked at when the order changes, and Alt+1…9 changes it', async () => {
    const { page, show } = await opened({
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
    const { page } = await opened({ incidents: [fire()] })
    expect(page.get('.next h2').text()).toBe('拨打119')
    expect(page.get('.call .num').text()).toBe('119')
    expect(page.get('.say u').text()).toBe('报告人待问')
    expect(page.findAll('.say b').map((known) => known.text())).toEqual(['大厅二楼'])
  })

  it('F4 records the next action; a refusal stands beside it, with what to do', async () => {
    const { page, station } = await opened(
      { incidents: [fire()] },
      { 'incident/step': () => no('step-finished', '已由李强记录') },
    )
    press('F4')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([
      { incidentId: 'fire', stepId: 'call', outcome: 'done' },
    ])
    expect(read(page.get('.next [role=alert]'))).toMatch(/已由李强记录。.*处置过程/)
  })

  it('F4 twice within 0.3 s counts once: the second was not meant for the step that has come meanwhile', async () => {
    vi.useFakeTimers()
    try {
      const { station, show } = await opened({ incidents: [fire()] })
      press('F4')
      await flushPromises()
      await show({
        incidents: [
          fire({
            steps: [{ ...call, state: 'done' as const, doneAt: NOW }, step({ id: 'power' })],
          }),
        ],
      })
      press('F4')
      await flushPromises()
      expect(station.of('incident/step').map(({ stepId }) => stepId)).toEqual(['call'])
      await vi.advanceTimersByTimeAsync(300)
      press('F4')
      await flushPromises()
      expect(station.of('incident/step').map(({ stepId }) => stepId)).toEqual(['call', 'power'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('a chosen step takes the place of the next action until Escape', async () => {
    const { page, station } = await opened({ incidents: [fire()] })
    await page
      .findAll('button[data-row]')
      .find((row) => row.text().includes('切断电源'))!
      .trigger('click')
    expect(read(page.get('.next'))).toContain('选中的步骤')
    press('Escape')
    await flushPromises()
    press('F4')
    await flushPromises()
    expect(station.of('incident/step')).toMatchObject([{ stepId: 'call' }])
  })

  it('Alt+Shift+digit answers the open question; several are confirmed together; a number goes to its field', async () => {
    const facts = [
      fact({ key: 'safe' }),
      fact({
        key: 'nature',
        several: true,
        kind: 'choice',
        options: [
          { value: 'a', label: localized('甲', 'A') },
          { value: 'b', label: localized('乙', 'B') },
        ],
      }),
      fact({ key: 'hours', kind: 'estimate', options: [], unit: localized('小时', 'hours') }),
    ]
    const { page, station } = await opened({ incidents: [fire({ facts })] })
    const answer = async (digit: number): Promise<void> => {
      press('!', { code: `Digit${digit}`, altKey: true, shiftKey: true })
      await flushPromises()
    }
    await answer(2)
    for (const digit of [3, 4, 5]) await answer(digit)
    await answer(6)
    await page.get('input[data-answer="6"]').setValue('3')
    await page.get('form.options').trigger('submit')
    expect(document.activeElement).toBe(page.get('input[data-answer="6"]').element)
    expect(station.of('incident/answer').map(({ fact: key, value }) => [key, value])).toEqual([
      ['safe', 'no'],
      ['nature', ['a', 'b']],
      ['hours', 3],
    ])
  })

  it('digits stay with their questions when others come, go or are answered, also after a look at another incident', async () => {
    const two = [
      fact({ key: 'first' }),
      fact({ key: 'second', question: localized('二问', 'Second') }),
    ]
    const { page, show } = await opened({
      incidents: [fire({ facts: two }), incident({ id: 'other' })],
    })
    const digits = () =>
      page
        .findAll('.asked')
        .map((one) => [
          one.get('.question').text(),
          ...one.findAll('[data-answer]').map((option) => option.attributes('data-answer')),
        ])
    expect(digits()).toEqual([
      ['话务恢复了吗', '1', '2'],
      ['二问', '3', '4'],
    ])
    const answered = [
      fact({ key: 'new', question: localized('新问', 'New') }),
      { ...two[0]!, value: 'yes', answeredAt: NOW, answeredBy: '周敏' },
      two[1]!,
    ]
    await show({ incidents: [fire({ facts: answered }), incident({ id: 'other' })] })
    expect(digits()).toEqual([['新问', '5', '6'], ['话务恢复了吗'], ['二问', '3', '4']])
    for (const digit of [2, 1]) {
      press('1', { code: `Digit${digit}`, altKey: true })
      await flushPromises()
    }
    expect(digits()).toEqual([['新问', '5', '6'], ['话务恢复了吗'], ['二问', '3', '4']])
  })

  it('not applicable opens its form, where Enter alone records it; by another is recorded at once', async () => {
    const { page, station } = await opened({
      incidents: [incident({ id: 'one', steps: [step({ id: 'power' })] })],
    })
    const click = (label: string) =>
      page
        .findAll('.acts button')
        .find((button) => button.text() === label)!
        .trigger('click')
    await click('不适用…')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([])
    press('Enter', { on: document.querySelector('.el-dialog textarea')! })
    await flushPromises()
    await click('别人已做')
    await flushPromises()
    expect(station.of('incident/step').map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['not-applicable', null],
      ['already-done', undefined],
    ])
  })

  it('life safety that does not apply must say why', async () => {
    const { page, station } = await opened({ incidents: [fire()] })
    await page
      .findAll('.acts button')
      .find((button) => button.text() === '不适用…')!
      .trigger('click')
    await flushPromises()
    expect(document.querySelector('.el-dialog')?.textContent).toContain('保命步骤不适用，须写原因')
    press('Enter', { on: document.querySelector('.el-dialog textarea')! })
    await flushPromises()
    expect(station.of('incident/step')).toEqual([])
    expect(document.querySelector<HTMLButtonElement>('.el-dialog [type=submit]')?.disabled).toBe(
      true,
    )
  })

  it('a closed incident asks nothing any more, and its time has stopped', async () => {
    const facts = [
      fact({ key: 'a' }),
      fact({ key: 'b', value: 'yes', answeredAt: NOW, answeredBy: '周敏' }),
    ]
    const { page } = await opened({
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

  it('an answer can be given anew, and shows what it is now', async () => {
    const { page, station } = await opened({
      incidents: [
        fire({ facts: [fact({ key: 'large', value: 'no', answeredAt: NOW, answeredBy: '周敏' })] }),
      ],
    })
    expect(read(page.get('.said'))).toBe('否')
    await page
      .findAll('button')
      .find((button) => button.text() === '改答')!
      .trigger('click')
    await page
      .findAll('.option')
      .find((option) => option.text() === '是')!
      .trigger('click')
    expect(station.of('incident/answer')).toMatchObject([{ fact: 'large', value: 'yes' }])
  })

  it('skipping asks for the reason first', async () => {
    const { page, station } = await opened({ incidents: [fire()] })
    await page
      .findAll('.acts button')
      .find((button) => button.text().startsWith('跳过'))!
      .trigger('click')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([])
    const words = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    words.value = '没有这种设备'
    words.dispatchEvent(new Event('input'))
    press('Enter', { on: words })
    await flushPromises()
    expect(station.of('incident/step')).toMatchObject([
      { outcome: 'skipped', reason: '没有这种设备' },
    ])
  })

  it('keys rest while a dialog is open, but an alarm can always be acknowledged', async () => {
    const { page, station } = await opened({
      incidents: [fire({ alerts: [alert({ id: 'late', stepId: 'call' })] })],
    })
    press('F1')
    await flushPromises()
    expect(document.querySelector('.el-dialog')?.textContent).toContain('F4')
    press('F4')
    press('F8')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([])
    expect(station.of('alert/acknowledge')).toEqual([{ alertId: 'late' }])
    page.unmount()
  })

  it('closing names the incident, and lists what blocks it instead', async () => {
    const { page, station, show } = await opened({
      incidents: [fire({ moves: ['closed'], blocks: ['power'] })],
    })
    const close = () =>
      page
        .findAll('.moves button')
        .find((button) => button.text() === '结案')!
        .trigger('click')
    await close()
    await flushPromises()
    expect(document.querySelector('.el-dialog')?.textContent).toMatch(/结案：大厅二楼.*切断电源/)
    await show({ incidents: [fire({ moves: ['closed'], blocks: [] })] })
    document.querySelector<HTMLButtonElement>('.el-dialog [type=submit]')!.click()
    await flushPromises()
    expect(station.of('incident/move')).toEqual([
      { incidentId: 'fire', to: 'closed', reason: null },
    ])
  })

  it('two quick clicks on one place move the incident once, though another button has come there; later each move works', async () => {
    vi.useFakeTimers()
    try {
      const { page, station, show } = await opened({
        incidents: [fire({ moves: ['verifying', 'assessing'] })],
      })
      const first = () => page.findAll('.moves button')[0]!
      await first().trigger('click')
      await first().trigger('click')
      await show({ incidents: [fire({ moves: ['assessing'] })] })
      await vi.advanceTimersByTimeAsync(799)
      expect(first().text()).toBe('开始研判')
      await first().trigger('click')
      expect(station.of('incident/move').map(({ to }) => to)).toEqual(['verifying'])
      await vi.advanceTimersByTimeAsync(1)
      await first().trigger('click')
      expect(station.of('incident/move').map(({ to }) => to)).toEqual(['verifying', 'assessing'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('lifting the response is confirmed by name, and an Enter held down confirms nothing', async () => {
    const { page, station } = await opened({ incidents: [fire({ moves: ['lifted'] })] })
    await page
      .findAll('.moves button')
      .find((button) => button.text() === '解除响应')!
      .trigger('click')
    await flushPromises()
    const yes = document.querySelector<HTMLButtonElement>('.el-dialog [type=submit]')!
    expect(document.querySelector('.el-dialog')?.textContent).toMatch(
      /解除响应：大厅二楼.*不能退回.*确认解除响应/,
    )
    expect(press('Enter', { on: yes, repeat: true }).defaultPrevented).toBe(true)
    expect(station.of('incident/move')).toEqual([])
    yes.click()
    await flushPromises()
    expect(station.of('incident/move')).toEqual([
      { incidentId: 'fire', to: 'lifted', reason: null },
    ])
  })

  it('reads the record again when the incident has changed', async () => {
    const { station, show } = await opened({ incidents: [fire({ version: 1 })] })
    await show({ incidents: [fire({ version: 2 })] })
    expect(station.of('incident/timeline')).toHaveLength(2)
  })

  it('F8 acknowledges the top alert, Shift+F8 silences it for a minute', async () => {
    const { page, station } = await opened(sampleBoard(3))
    expect(read(page.get('.alert.raw'))).toMatch(
      /热线中心 恢复电话接入超时.*\+02:\d\d.*催办.*信息中心.*王磊.*S09-85/,
    )
    press('F8')
    await flushPromises()
    press('F8', { shiftKey: true })
    await flushPromises()
    expect(station.of('alert/acknowledge')).toEqual([{ alertId: 'hotline-alert' }])
    expect(station.of('alert/silence')).toEqual([{ alertId: 'hotline-alert', seconds: 60 }])
  })

  it('a drill is marked wherever it is shown, and its number is not really called', async () => {
    const { page } = await opened({ incidents: [fire({ drill: true })] })
    expect(page.get('.case h2 .tag').text()).toBe('演练')
    expect(read(page.get('.call'))).toContain('不要真的拨打')
    expect(read(page.get('.say'))).toContain('演练 演练 演练')
  })

  it('counts real incidents, late limits with the incidents that have them, and drills in words', async () => {
    const { page, show } = await opened(sampleBoard(3))
    expect(read(page.get('.left .cap h2'))).toMatch(/进行中 2.*超时 1.*演练 1/)
    const late = step({ dueAt: NOW, startedAt: NOW - MINUTE })
    await show({ incidents: [fire({ steps: [late, { ...late, id: 'other' }] })] })
    expect(read(page.get('.left .cap h2'))).toContain('超时 2（1起）')
  })

  it('counts alerts that wait apart from those that somebody has acknowledged, and those of drills alone', async () => {
    const alerts = [alert(), alert({ acknowledgedAt: NOW, acknowledgedBy: '周敏' })]
    const { page } = await opened({
      incidents: [fire({ alerts }), incident({ drill: true, alerts: [alert()] })],
    })
    expect(read(page.get('.right .cap h2'))).toBe('告警 1未确认 · 1已确认 · 演练1')
  })

  it('says at the edge how many alerts are out of sight, and not when all are there', async () => {
    const { page } = await opened({
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
    const { page } = await opened(
      { incidents: [fire({ steps: [first, arrive] })] },
      {
        'plans/read': () =>
          yes<'plans/read'>({
            revision: 'r1',
            steps: [{ id: 'arrive', due }],
          } as unknown as ReplyOf<'plans/read'>),
      },
    )
    expect(read(page.get('.left .limit'))).toBe('15分钟内到场尚未起算')
    expect(read(page.get('.next .more'))).toBe('时限 尚未起算：“请信息中心来修”做完后开始计时')
    expect(page.findAll('.work .limit').map(read)).toContain('尚未起算')
    expect(page.text()).not.toContain('无时限')
  })

  it('names the stage instead of a number that reads as progress', async () => {
    const { page } = await opened({ incidents: [fire({ steps: [step({ stage: 'on-site' })] })] })
    expect(read(page.get('.case .at b'))).toBe('响应中 · 现场阶段')
    expect(read(page.get('.left .sub'))).toContain('响应中 · 现场')
    expect(page.text()).not.toContain('/7')
  })

  it('a page that is not signed in says what to do, and counts and calms nothing', async () => {
    const { page, station } = await desk(App, { pages: PAGES })
    station.status.value = 'signed-out'
    await flushPromises()
    expect(read(page.get('.bars [role=alert]'))).toMatch(/未登录.*npm start.*按回车.*托盘/)
    expect(read(page.get('.left'))).toContain('进行中 —')
    expect(read(page.get('.right'))).toContain('告警 —')
    expect(page.text()).not.toMatch(/没有告警|没有进行中|没有值班表|超时 0|正在连接/)
  })

  it('before the first board nothing is known: no zeros, no calm', async () => {
    const { page } = await desk(App, { pages: PAGES })
    expect(read(page)).toMatch(/正在连接值守站.*进行中 —.*告警 —/)
    expect(page.text()).not.toMatch(/没有告警|没有进行中|没有值班表/)
  })

  it('says that saving fails, that holidays are not published, and that a wall is lost', async () => {
    const { page } = await opened({
      storageFailed: true,
      unpublishedYear: '2027',
      walls: [{ id: 'w', lastSeen: NOW - MINUTE, sound: 'on', size: '' }],
    })
    expect(read(page.get('.bars'))).toMatch(/存盘失败.*腾出磁盘空间.*未公布.*2027年/)
    expect(read(page.get('.foot'))).toMatch(/大屏.*0\/1.*1块失联/)
  })

  it('says from when on it has heard nothing, and stops counting', async () => {
    vi.useFakeTimers()
    try {
      const { page, station } = await opened(sampleBoard(2))
      await vi.advanceTimersByTimeAsync(7_000)
      expect(read(page.get('.bars'))).toMatch(/失去联系.*14:32:08起/)
      expect(page.get('.desk').attributes('data-stopped')).toBe('true')
      expect(read(page.get('.left .limit'))).toContain('14:29:54')
      const sending = page.findAll<HTMLButtonElement>(
        '.moves > button, .acts button, .alert .key, .add, .option',
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
