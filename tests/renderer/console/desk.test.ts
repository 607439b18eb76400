import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import App from '#renderer/console/App.vue'
import { text } from '#shared/domain/text.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { alert, fact, incident, MINUTE, NOW, sampleBoard, step } from '../sample-board.ts'
import { desk, no, press, read } from './desk.ts'

const call = step({ id: 'call', title: text('拨打119', 'Call 119'), lifeSafety: true, calls: [{ number: '119', who: text('火警', 'Fire') }], say: text('{place}着火，我是{reporter}', 'Fire at {place}') })
const fire = (part = {}) => incident({ id: 'fire', place: '大厅二楼', steps: [call, step({ id: 'power', title: text('切断电源', 'Power off') })], ...part })

async function opened(board: Partial<Board>, answers = {}) {
  const made = await desk(App, {}, answers)
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
    const { page, show } = await opened({ incidents: [fire(), incident({ id: 'other', place: '三楼', steps: [step()] })] })
    await show({ incidents: [incident({ id: 'other', place: '三楼', steps: [step({ dueAt: NOW })] }), fire()] })
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
    const { page, station } = await opened({ incidents: [fire()] }, { 'incident/step': () => no('step-finished', '已由李强记录') })
    press('F4')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([{ incidentId: 'fire', stepId: 'call', outcome: 'done' }])
    expect(read(page.get('.next [role=alert]'))).toMatch(/已由李强记录。.*处置过程/)
  })

  it('F4 twice within 0.3 s counts once: the second was not meant for the step that has come meanwhile', async () => {
    vi.useFakeTimers()
    try {
      const { station, show } = await opened({ incidents: [fire()] })
      press('F4')
      await flushPromises()
      await show({ incidents: [fire({ steps: [{ ...call, state: 'done' as const, doneAt: NOW }, step({ id: 'power' })] })] })
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
    await page.findAll('button[data-row]').find((row) => row.text().includes('切断电源'))!.trigger('click')
    expect(read(page.get('.next'))).toContain('选中的步骤')
    press('Escape')
    await flushPromises()
    press('F4')
    await flushPromises()
    expect(station.of('incident/step')).toMatchObject([{ stepId: 'call' }])
  })

  it('Alt+Shift+digit answers the open question; several are confirmed together; a number goes to its field', async () => {
    const facts = [
      fact({ key: 'safe' }), fact({ key: 'nature', several: true, kind: 'choice', options: [{ value: 'a', label: text('甲', 'A') }, { value: 'b', label: text('乙', 'B') }] }),
      fact({ key: 'hours', kind: 'estimate', options: [], unit: text('小时', 'hours') })
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
    expect(station.of('incident/answer').map(({ fact: key, value }) => [key, value])).toEqual([['safe', 'no'], ['nature', ['a', 'b']], ['hours', 3]])
  })

  it('an answer can be given anew, and shows what it is now', async () => {
    const { page, station } = await opened({ incidents: [fire({ facts: [fact({ key: 'large', value: 'no', answeredAt: NOW, answeredBy: '周敏' })] })] })
    expect(read(page.get('.said'))).toBe('否')
    await page.findAll('button').find((button) => button.text() === '改答')!.trigger('click')
    await page.findAll('.option').find((option) => option.text() === '是')!.trigger('click')
    expect(station.of('incident/answer')).toMatchObject([{ fact: 'large', value: 'yes' }])
  })

  it('skipping asks for the reason first', async () => {
    const { page, station } = await opened({ incidents: [fire()] })
    await page.findAll('.acts button').find((button) => button.text().startsWith('跳过'))!.trigger('click')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([])
    const words = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    words.value = '没有这种设备'
    words.dispatchEvent(new Event('input'))
    press('Enter', { on: words })
    await flushPromises()
    expect(station.of('incident/step')).toMatchObject([{ outcome: 'skipped', reason: '没有这种设备' }])
  })

  it('keys rest while a dialog is open, but an alarm can always be acknowledged', async () => {
    const { page, station } = await opened({ incidents: [fire({ alerts: [alert({ id: 'late', stepId: 'call' })] })] })
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
    const { page, station, show } = await opened({ incidents: [fire({ moves: ['closed'], blocks: ['power'] })] })
    const close = () => page.findAll('.moves button').find((button) => button.text() === '结案')!.trigger('click')
    await close()
    await flushPromises()
    expect(document.querySelector('.el-dialog')?.textContent).toMatch(/结案：大厅二楼.*切断电源/)
    await show({ incidents: [fire({ moves: ['closed'], blocks: [] })] })
    document.querySelector<HTMLButtonElement>('.el-dialog [type=submit]')!.click()
    await flushPromises()
    expect(station.of('incident/move')).toEqual([{ incidentId: 'fire', to: 'closed', reason: null }])
  })

  it('reads the record again when the incident has changed', async () => {
    const { station, show } = await opened({ incidents: [fire({ version: 1 })] })
    await show({ incidents: [fire({ version: 2 })] })
    expect(station.of('incident/timeline')).toHaveLength(2)
  })

  it('F8 acknowledges the top alert, Shift+F8 silences it for a minute', async () => {
    const { page, station } = await opened(sampleBoard(3))
    expect(read(page.get('.alert.raw'))).toMatch(/热线中心 恢复电话接入超时.*\+02:\d\d.*催办.*信息中心.*王磊.*S09-85/)
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

  it('counts real incidents, late ones and drills in words', async () => {
    const { page } = await opened(sampleBoard(3))
    expect(read(page.get('.left .cap h2'))).toMatch(/进行中 2.*超时 1.*演练 1/)
  })

  it('says that saving fails, that holidays are not published, and that a wall is lost', async () => {
    const { page } = await opened({ storageFailed: true, unpublishedYear: '2027', walls: [{ id: 'w', lastSeen: NOW - MINUTE, sound: 'on', size: '' }] })
    expect(read(page.get('.bars'))).toMatch(/存盘失败.*腾出磁盘空间.*未公布.*2027年/)
    expect(read(page.get('.foot'))).toMatch(/大屏.*0\/1.*1块失联/)
  })

  it('says from when on it has heard nothing, and stops counting', async () => {
    vi.useFakeTimers()
    try {
      const { page } = await opened(sampleBoard(2))
      await vi.advanceTimersByTimeAsync(7_000)
      expect(read(page.get('.bars'))).toMatch(/失去联系.*14:32:08起/)
      expect(page.get('.desk').attributes('data-stopped')).toBe('true')
      expect(read(page.get('.left .limit'))).toContain('14:29:54')
    } finally {
      vi.useRealTimers()
    }
  })
})
