/** Tests what a person does to a step or a question at the desk, by key and by mouse. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { fact, incident, NOW, step } from '../board-parts.ts'
import { refused, press, read } from './desk.ts'
import { call, fire, consoleShowing } from './fire-at-desk.ts'

describe('at the desk', () => {
  it('F4 records the next action; a refusal stands beside it, with what to do', async () => {
    const { page, station } = await consoleShowing(
      { incidents: [fire()] },
      { 'incident/step': () => refused('step-finished', '已由李强记录') },
    )
    press('F4')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([
      { incidentId: 'fire', stepId: 'call', outcome: 'done', seen: { state: 'open', times: 0 } },
    ])
    expect(read(page.get('.next [role=alert]'))).toMatch(/已由李强记录。.*处置过程/)
  })

  it('F4 twice within 0.3 s counts once: the second was not meant for the step that has come meanwhile', async () => {
    vi.useFakeTimers()
    try {
      const { station, show } = await consoleShowing({ incidents: [fire()] })
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

  it('what must not be done is understood and passed on; its mark turns no sentence round', async () => {
    const still = step({
      id: 'still',
      title: localized('切勿搬动伤者', 'Do not move them'),
      prohibits: true,
    })
    const { page } = await consoleShowing({ incidents: [incident({ steps: [still] })] })
    const next = read(page.get('.next'))
    expect(next).toMatch(/注意切勿搬动伤者/)
    expect(next).toContain('知道了，已交代')
    expect(next).not.toMatch(/完成并记录|禁止|严禁/)
  })

  it('a chosen step takes the place of the next action until Escape', async () => {
    const { page, station } = await consoleShowing({ incidents: [fire()] })
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
    const { page, station } = await consoleShowing({ incidents: [fire({ facts })] })
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
    const { page, show } = await consoleShowing({
      incidents: [fire({ facts: two }), incident({ id: 'other' })],
    })
    const digits = () =>
      page
        .findAll('.asked')
        .map((row) => [
          row.get('.question').text(),
          ...row.findAll('[data-answer]').map((option) => option.attributes('data-answer')),
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
    const { page, station } = await consoleShowing({
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
    await click('已由他人完成')
    await flushPromises()
    expect(station.of('incident/step').map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['not-applicable', null],
      ['already-done', undefined],
    ])
  })

  it('life safety that does not apply must say why', async () => {
    const { page, station } = await consoleShowing({ incidents: [fire()] })
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

  it('an answer can be given anew, and shows what it is now', async () => {
    const { page, station } = await consoleShowing({
      incidents: [
        fire({ facts: [fact({ key: 'large', value: 'no', answeredAt: NOW, answeredBy: '周敏' })] }),
      ],
    })
    expect(read(page.get('.answer'))).toBe('否')
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
    const { page, station } = await consoleShowing({ incidents: [fire()] })
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
})
