/** Tests the intake: from the caller's words to a report and its plan. */
import type { IntakeDraft } from '#renderer/console/app/intake/intake-draft.ts'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'
import type { Answered, Proposal } from '#shared/contract/contract.ts'
import type { Heard } from '#shared/domain/match/heard.ts'
import { localized } from '#shared/domain/text.ts'
import IntakeBar from '#renderer/console/app/intake/IntakeBar.vue'
import { useIntake, type Intake } from '#renderer/console/app/intake/use-intake.ts'
import { ASK_AFTER_MS } from '#renderer/console/app/intake/use-proposals.ts'
import { PLACE_UNKNOWN } from '#renderer/ui/stored-words.ts'
import {
  mountConsole,
  scriptedLink,
  refused,
  press,
  read,
  accepted,
  type ScriptedLink,
} from './desk.ts'

const proposal = (planId: string, part: Partial<Proposal> = {}): Proposal => ({
  planId,
  type: `type-${planId}`,
  title: localized(`预案${planId}`, planId),
  reason: localized(`提到“${planId}”`, planId),
  words: ['冒烟'],
  preselected: true,
  ...part,
})
const proposals = (...all: Proposal[]): Answered<'incident/propose'> =>
  accepted<'incident/propose'>({ proposals: all, heard: HEARD })
const HEARD: Heard = { casualties: {}, unhurt: false, severity: null, drill: false }
const reported = (incidentId = 'new', similar: { incidentId: string; place: string }[] = []) =>
  accepted<'incident/report'>({ incidentId, proposals: [], similar })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const words = async (intake: Intake, narrative: string): Promise<void> => {
  intake.narrative.value = narrative
  await vi.advanceTimersByTimeAsync(ASK_AFTER_MS)
}

describe('intake', () => {
  let scope: EffectScope
  let station: ScriptedLink
  let done: string[]
  let stored: IntakeDraft | null
  const start = (answers: Parameters<typeof scriptedLink>[0]): Intake => {
    station = scriptedLink({ 'incident/report': () => reported(), ...answers })
    done = []
    stored = null
    scope = effectScope()
    return scope.run(() =>
      useIntake({
        request: station.request,
        onReported: (id) => done.push(id),
        drafts: { read: () => stored, write: (draft) => void (stored = draft) },
        onRecorded: () => undefined,
      }),
    )!
  }
  afterEach(() => scope.stop())

  it('brings back what one Escape has cleared, until something else is typed', async () => {
    const intake = start({})
    intake.narrative.value = '二楼美食街冒烟'
    intake.place.value = '美食街'
    intake.clear()
    expect(intake.narrative.value).toBe('')
    intake.restore()
    expect([intake.narrative.value, intake.place.value]).toEqual(['二楼美食街冒烟', '美食街'])
    intake.clear()
    intake.narrative.value = '另一通电话'
    await nextTick()
    intake.narrative.value = ''
    intake.restore()
    expect(intake.narrative.value).toBe('')
  })

  it('keeps the words over a reload until they are reported', async () => {
    const intake = start({})
    intake.narrative.value = '二楼美食街冒烟'
    expect(stored).toMatchObject({ narrative: '二楼美食街冒烟' })
    await intake.reportOnly()
    expect(stored).toMatchObject({ narrative: '' })
  })

  it('keeps what is typed while a report is on its way, as the words of the next one', async () => {
    let answer: ((answered: Answered<'incident/report'>) => void) | undefined
    const intake = start({
      'incident/report': () => new Promise((resolve) => (answer = resolve)),
      'incident/propose': () => proposals(proposal('fire')),
    })
    await words(intake, '三楼冒烟')
    const sent = intake.activate()
    intake.narrative.value = '三楼冒烟 一楼电梯困人'
    await flushPromises()
    answer?.(reported())
    await sent
    expect(station.of('incident/report')).toMatchObject([{ narrative: '三楼冒烟' }])
    expect(intake.narrative.value).toBe('一楼电梯困人')
    await vi.advanceTimersByTimeAsync(ASK_AFTER_MS)
    expect(station.of('incident/propose').at(-1)).toMatchObject({ narrative: '一楼电梯困人' })
  })

  it('keeps all of it where the report is refused', async () => {
    const intake = start({ 'incident/report': () => refused('storage-failed', '没有存上') })
    await words(intake, '三楼冒烟')
    const sent = intake.reportOnly()
    intake.narrative.value = '三楼冒烟有人受伤'
    await sent
    expect(intake.narrative.value).toBe('三楼冒烟有人受伤')
  })

  it('keeps the count of people that was put right, over a reload and with what Escape has cleared', () => {
    const intake = start({})
    intake.narrative.value = '二楼有三个人受伤'
    intake.fields.type('minor', '2')
    expect(stored).toMatchObject({ counts: { minor: '2' } })
    intake.clear()
    expect([stored?.counts, intake.fields.typed.minor]).toEqual([undefined, ''])
    intake.restore()
    expect(intake.fields.typed.minor).toBe('2')
  })

  it('asks once the words rest, and only the answer to the latest words counts', async () => {
    const waiting: ((answer: Answered<'incident/propose'>) => void)[] = []
    const intake = start({
      'incident/propose': () => new Promise((resolve) => waiting.push(resolve)),
    })
    await words(intake, '冒')
    await words(intake, '冒烟')
    waiting[1]?.(proposals(proposal('fire')))
    await flushPromises()
    waiting[0]?.(proposals(proposal('old')))
    await flushPromises()
    expect(intake.proposals.value.map(({ planId }) => planId)).toEqual(['fire'])
  })

  it('Enter reports with the first proposal and activates it; an Enter that is faster than the answer waits for it', async () => {
    const intake = start({
      'incident/propose': () => proposals(proposal('fire', { place: '大厅二楼' })),
    })
    intake.narrative.value = '大厅二楼冒烟'
    await intake.activate()
    expect(station.of('incident/report')).toEqual([
      { narrative: '大厅二楼冒烟', place: '大厅二楼', type: 'type-fire', drill: false },
    ])
    expect(station.of('incident/activate')).toEqual([{ incidentId: 'new', planId: 'fire' }])
    expect(done).toEqual(['new'])
    expect(intake.narrative.value).toBe('')
  })

  it('takes the chosen proposal, and the last row reports without a plan', async () => {
    const intake = start({
      'incident/propose': () => proposals(proposal('fire'), proposal('smell')),
    })
    await words(intake, '有烟味')
    intake.choose(1)
    await intake.activate()
    expect(station.of('incident/activate')).toMatchObject([{ planId: 'smell' }])
    await words(intake, '有烟味')
    Array.from({ length: 3 }).forEach(() => intake.choose(1))
    expect(intake.selected.value).toBe(2)
    await intake.activate()
    expect(station.of('incident/report')).toHaveLength(2)
    expect(station.of('incident/activate')).toHaveLength(1)
  })

  it('stores 地点待核 when neither the words nor the person name a place; what was typed goes first', async () => {
    const intake = start({ 'incident/propose': () => proposals(proposal('fire')) })
    await words(intake, '冒烟')
    await intake.reportOnly()
    await words(intake, '冒烟')
    intake.place.value = ' 三楼 '
    await intake.reportOnly()
    expect(station.of('incident/report').map(({ place }) => place)).toEqual([PLACE_UNKNOWN, '三楼'])
  })

  it('keeps the place that was understood though no plan fits, also when nobody waits for the proposals', async () => {
    const intake = start({})
    await words(intake, '城南营业厅3号窗口客户吵着要退钱')
    expect(intake.proposedPlace.value).toBe('城南营业厅3号窗口')
    await intake.reportOnly()
    intake.narrative.value = '会议中心漏水'
    await intake.reportOnly()
    expect(station.of('incident/report').map(({ place, type }) => [place, type])).toEqual([
      ['城南营业厅3号窗口', null],
      ['会议中心', null],
    ])
  })

  it('keeps the words when the station refuses, and says so', async () => {
    const intake = start({ 'incident/report': () => refused('storage-failed', '存盘失败') })
    await words(intake, '冒烟')
    await intake.reportOnly()
    expect(intake.refusal.value?.code).toBe('storage-failed')
    expect(intake.narrative.value).toBe('冒烟')
    expect(done).toEqual([])
  })

  it('sends what got no answer again under the same id, so that it cannot be recorded twice', async () => {
    const answers: Answered<'incident/report'>[] = [refused('no-answer', '没有回复'), reported()]
    const intake = start({ 'incident/report': () => answers.shift()! })
    await words(intake, '冒烟')
    await intake.reportOnly()
    await intake.reportOnly()
    const [first, second] = station.asked.filter(({ name }) => name === 'incident/report')
    expect(second?.id).toBe(first?.id)
  })

  it('says that it is reported when only the plan was refused', async () => {
    const intake = start({
      'incident/propose': () => proposals(proposal('fire')),
      'incident/activate': () => refused('already-running', '已在执行'),
    })
    await words(intake, '冒烟')
    await intake.activate()
    expect([intake.halfDone.value, intake.refusal.value?.code, done]).toEqual([
      true,
      'already-running',
      ['new'],
    ])
  })

  it('is a drill for one report only', async () => {
    const intake = start({})
    await words(intake, '冒烟')
    intake.drill.value = true
    await intake.reportOnly()
    expect(station.of('incident/report')).toMatchObject([{ drill: true }])
    expect(intake.drill.value).toBe(false)
  })

  it('a second Enter while the first is on its way is not a second report', async () => {
    const intake = start({})
    await words(intake, '冒烟')
    await Promise.all([intake.reportOnly(), intake.reportOnly()])
    expect(station.of('incident/report')).toHaveLength(1)
  })
})

describe('the intake field', () => {
  const answers = {
    'incident/propose': () => proposals(proposal('fire', { place: '大厅' }), proposal('smell')),
    'incident/report': () => reported('new', [{ incidentId: 'old', place: '大厅' }]),
  }
  async function typed(narrative: string) {
    const { page, station, show } = await mountConsole(IntakeBar, {}, answers)
    const field = page.get<HTMLInputElement>('input[role=combobox]')
    field.element.focus()
    await field.setValue(narrative)
    await vi.advanceTimersByTimeAsync(ASK_AFTER_MS)
    await flushPromises()
    return { page, station, show, field }
  }

  it('shows each proposal with place and reason, the first chosen, and underlines what decided', async () => {
    const { page } = await typed('大厅冒烟了')
    const rows = page.findAll('[role=option]')
    expect(rows.map(read)).toEqual([
      expect.stringMatching(/Enter.*预案fire.*大厅.*提到/),
      expect.stringContaining('预案smell'),
      expect.stringContaining('先接报，稍后定预案'),
    ])
    expect(rows.map((row) => row.attributes('aria-selected'))).toEqual(['true', 'false', 'false'])
    expect(page.findAll('mark').map((mark) => mark.text())).toEqual(['冒烟'])
  })

  it('Enter activates, ↓ chooses, Ctrl+Enter reports only, Esc clears', async () => {
    const { station, field } = await typed('冒烟')
    press('ArrowDown', { on: field.element })
    press('Enter', { on: field.element })
    await flushPromises()
    expect(station.of('incident/activate')).toMatchObject([{ planId: 'smell' }])
    await field.setValue('又冒烟')
    press('Enter', { on: field.element, ctrlKey: true })
    await flushPromises()
    expect(station.of('incident/report')).toHaveLength(2)
    expect(station.of('incident/activate')).toHaveLength(1)
    await field.setValue('算了')
    press('Escape', { on: field.element })
    await flushPromises()
    expect(field.element.value).toBe('')
  })

  it('ignores keys while Chinese is composed, and the Enter that ends it', async () => {
    const { station, field } = await typed('冒烟')
    field.element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    press('Enter', { on: field.element, isComposing: true })
    field.element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
    press('Enter', { on: field.element })
    await flushPromises()
    expect(station.of('incident/report')).toEqual([])
  })

  it('never touches the field while Chinese is composed, and takes the words when it ends', async () => {
    const { page, field } = await typed('大厅')
    field.element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    field.element.value = '大厅mao yan'
    field.element.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
    expect(field.element.value).toBe('大厅mao yan')
    field.element.value = '大厅冒烟'
    field.element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
    await flushPromises()
    expect(page.findAll('mark').map((mark) => mark.text())).toEqual(['冒烟'])
  })

  it('shows a refusal with what to do, and a similar incident with the way there', async () => {
    const { page, station, field } = await typed('冒烟')
    press('Enter', { on: field.element })
    await flushPromises()
    expect(read(page.get('.similar'))).toContain('大厅')
    station.answers['incident/report'] = () => refused('no-contact', '与值守站失去联系，没有发出')
    await field.setValue('再报')
    press('Enter', { on: field.element, ctrlKey: true })
    await flushPromises()
    expect(read(page.get('[role=alert]'))).toMatch(/与值守站失去联系，没有发出。.*纸笔/)
  })

  it('Enter on the drill switch that is off turns it on and reports nothing: nobody who stands there wants a real incident', async () => {
    const { page, station } = await typed('冒烟')
    const drill = page.get<HTMLButtonElement>('button.drill')
    press('Enter', { on: drill.element })
    await flushPromises()
    expect(station.of('incident/report')).toEqual([])
    expect(drill.attributes('aria-pressed')).toBe('true')
  })

  it('Enter on the drill switch activates as a drill and never turns it off; held down it does nothing; Space is left to the switch', async () => {
    const { page, station } = await typed('冒烟')
    const drill = page.get<HTMLButtonElement>('button.drill')
    // the browser turns it into a click
    expect(press(' ', { on: drill.element }).defaultPrevented).toBe(false)
    await drill.trigger('click')
    drill.element.focus()
    expect(press('Enter', { on: drill.element, repeat: true }).defaultPrevented).toBe(true)
    expect(station.of('incident/report')).toEqual([])
    expect(read(page.get('.field'))).toContain('启动演练')
    expect(press('Enter', { on: drill.element }).defaultPrevented).toBe(true)
    await flushPromises()
    expect(station.of('incident/report')).toMatchObject([{ narrative: '冒烟', drill: true }])
    expect(station.of('incident/activate')).toMatchObject([{ planId: 'fire' }])
  })

  it('Enter on a button of a note belongs to that button', async () => {
    const { page, station, field } = await typed('冒烟')
    press('Enter', { on: field.element })
    await flushPromises()
    await field.setValue('又冒烟')
    expect(press('Enter', { on: page.get('.similar .hide').element }).defaultPrevented).toBe(false)
    await flushPromises()
    expect(station.of('incident/report')).toHaveLength(1)
  })

  it('gives the proposals their own room on the desk, and lays them over other pages', async () => {
    const { page } = await typed('冒烟')
    expect(page.find('.panel:not([data-over]) > .proposals').exists()).toBe(true)
    await page.setProps({ over: true })
    expect(page.find('.panel[data-over] > .proposals').exists()).toBe(true)
  })

  it('says why nothing fits, and that the report can be made all the same: Enter and Ctrl+Enter do', async () => {
    const { page, station, field } = await typed('冒烟')
    station.answers['incident/propose'] = () => proposals()
    for (const ctrlKey of [false, true]) {
      await field.setValue(`大堂有人唱歌${ctrlKey ? '了' : ''}`)
      // the proposals to the words before are no answer to these
      expect(page.find('.none').exists()).toBe(false)
      await vi.advanceTimersByTimeAsync(ASK_AFTER_MS)
      await flushPromises()
      expect(read(page.get('.none'))).toMatch(/没有找到对应的预案.*“冒烟”.*Ctrl\+Enter先接报/)
      press('Enter', { on: field.element, ctrlKey })
      await flushPromises()
    }
    expect(station.of('incident/report').map(({ place }) => place)).toEqual(['大堂', '大堂'])
    expect(station.of('incident/activate')).toEqual([])
  })

  it('looks like a drill from the moment it is one', async () => {
    const { page } = await typed('冒烟')
    await page.get('button.drill').trigger('click')
    expect(page.get('.intake').attributes('data-drill')).toBe('true')
    expect(read(page)).toContain('本次为演练')
  })
})
