/**
 * Tests what a step is to have written down and the evidence that it leaves: with the outcome, and
 * later; what an answer is sent with as seen; people of whom there is at least one.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { isListOpen } from '#renderer/console/base/open-list.ts'
import { endOfDay } from '#renderer/console/base/past-time.ts'
import { seenAnswer } from '#renderer/console/components/incident/questions.ts'
import { recordFrom, type OutcomeDraft } from '#renderer/console/pages/now/next/outcome.ts'
import { fact, NOW, plan, step, ZONE } from '../board-parts.ts'
import { press, read, refused } from './desk.ts'
import { consoleShowing, fire } from './fire-at-desk.ts'
import { draft } from './outcome-draft.ts'

const tapes = { what: localized('监控录像', 'CCTV'), keepDays: 30 }
const piece = { what: '录像', kind: 'video', place: '监控室', keepUntil: '' } as const

describe('with the outcome', () => {
  it('go the words, only where the step asks for them, and never as a must', () => {
    const writing = '京A12345，14:32离开'
    expect(recordFrom(draft({ note: writing }), step({ note: true }))).toMatchObject({
      words: writing,
    })
    expect(recordFrom(draft({ note: writing }), step())).not.toHaveProperty('words')
    expect(recordFrom(draft(), step({ note: true }))).not.toHaveProperty('words')
    expect(
      recordFrom(draft({ note: writing, outcome: 'skipped', reason: '无' }), step({ note: true })),
    ).not.toHaveProperty('words')
  })

  it('goes the evidence that has a place, and none that is half written', () => {
    const leaves = step({ evidence: tapes })
    const send = (...evidence: OutcomeDraft['evidence']) =>
      recordFrom(
        draft({ evidence }),
        leaves,
        () => null,
        (day) => endOfDay(day, ZONE),
      )
    expect(send(piece, { ...piece, place: '' })?.evidence).toEqual([{ ...piece, keepUntil: null }])
    expect(send({ ...piece, what: ' ' })).toBeNull()
    expect(send({ ...piece, keepUntil: '2026-12-31' })?.evidence).toMatchObject([
      { keepUntil: Date.UTC(2026, 11, 31, 16) - 1 },
    ])
    expect(send({ ...piece, keepUntil: '2026-02-30' })).toBeNull()
    expect(send({ ...piece, place: '', keepUntil: '2026-12-31' })).toBeNull()
    expect(send({ ...piece, place: '' })).not.toHaveProperty('evidence')
  })
})

describe('at the desk', () => {
  const write = step({ id: 'write', title: localized('记下车牌', 'Note it'), note: true })
  const typed = async (field: HTMLInputElement | HTMLTextAreaElement, words: string) => {
    field.value = words
    field.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  const form = (): HTMLFormElement => document.querySelector<HTMLFormElement>('.el-dialog form')!

  it('Shift+F4 takes words and evidence, F4 ticks without them', async () => {
    const { page, station } = await consoleShowing({
      incidents: [fire({ steps: [{ ...write, evidence: tapes }], next: 'write' })],
    })
    press('F4', { shiftKey: true })
    await flushPromises()
    await typed(form().querySelector('textarea')!, '京A12345')
    await typed(form().querySelectorAll<HTMLInputElement>('.piece input')[1]!, '监控室')
    form().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('incident/step')).toMatchObject([
      {
        stepId: 'write',
        words: '京A12345',
        evidence: [{ what: '监控录像', kind: 'video', place: '监控室', keepUntil: null }],
      },
    ])
    page.unmount()
  })

  it('a refusal keeps the focus in the dialog, where a browser takes it from the button that sends', async () => {
    const { page } = await consoleShowing(
      { incidents: [fire({ steps: [write], next: 'write' })] },
      {
        'incident/step': () => {
          ;(document.activeElement as HTMLElement).blur()
          return refused('step-finished', '已由李强记录')
        },
      },
    )
    press('F4', { shiftKey: true })
    await flushPromises()
    const save = form().querySelector<HTMLButtonElement>('[type=submit]')!
    save.focus()
    save.click()
    await flushPromises()
    expect(document.activeElement?.getAttribute('role')).toBe('alert')
    expect(form().contains(document.activeElement)).toBe(true)
    page.unmount()
  })

  it('a step that somebody else has done meanwhile is refused in the dialog, by name', async () => {
    const { page, show, station } = await consoleShowing(
      { incidents: [fire({ steps: [write], next: 'write' })] },
      { 'incident/step': () => refused('step-finished', '已由李强记录') },
    )
    press('F4', { shiftKey: true })
    await flushPromises()
    const done = { ...write, state: 'done', doneAt: NOW, doneBy: '李强' } as const
    await show({ incidents: [fire({ steps: [done], next: null })] })
    form().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('incident/step')).toMatchObject([{ stepId: 'write' }])
    expect(form().querySelector('[role=alert]')?.textContent).toContain('已由李强记录')
    page.unmount()
  })

  it('a refusal leaves the focus in the field in which somebody types', async () => {
    const { page } = await consoleShowing(
      { incidents: [fire({ steps: [write], next: 'write' })] },
      { 'incident/step': () => refused('step-finished', '已由李强记录') },
    )
    press('F4', { shiftKey: true })
    await flushPromises()
    form().querySelector('textarea')!.focus()
    form().dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(form().querySelector('[role=alert]')).not.toBeNull()
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    page.unmount()
  })

  it('a step that is done says what was written, that evidence is not registered, and takes words later', async () => {
    const done = {
      ...write,
      state: 'done',
      doneAt: NOW,
      doneBy: '周敏',
      words: '京A12345',
    } as const
    const { page, station } = await consoleShowing({
      incidents: [fire({ steps: [{ ...done, evidence: tapes, unregistered: true }], next: null })],
    })
    expect(read(page.get('.row b.tag'))).toBe('证据未登记')
    await page.get('.steps [data-row]').trigger('click')
    expect(read(page.get('.next'))).toMatch(/证据未登记.*写下的内容 京A12345/)
    await page
      .findAll('.next button')
      .find((button) => button.text() === '补写内容…')!
      .trigger('click')
    await flushPromises()
    await typed(form().querySelector('textarea')!, '白色轿车')
    form().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('incident/note')).toEqual([
      { incidentId: 'fire', stepId: 'write', words: '白色轿车' },
    ])
    page.unmount()
  })

  it('people of whom there is at least one are shown so', async () => {
    const { page } = await consoleShowing({ incidents: [fire({ atLeastOne: ['serious'] })] })
    expect(page.text()).toContain('重伤≥1人')
    page.unmount()
  })
})

it('a shut list in a dialog does not keep the Escape that closes it', async () => {
  const { page } = await consoleShowing({ incidents: [fire({ plans: [plan()] })] })
  document.querySelector<HTMLButtonElement>('.moves [aria-haspopup]')!.click()
  await flushPromises()
  const entries = [...document.querySelectorAll<HTMLElement>('.el-dropdown-menu__item')]
  entries.find(({ textContent }) => textContent.includes('改用预案'))!.click()
  await flushPromises()
  expect(document.querySelector('.el-dialog__title')?.textContent).toBe('为大厅二楼改用预案')
  await vi.waitFor(() => expect(isListOpen()).toBe(false)) // the menu that led here goes slowly
  const list = document.querySelector('.el-dialog input[role=combobox]')!
  press('Escape', { on: list })
  await flushPromises()
  expect(document.querySelector('.el-dialog input[role=combobox]')).toBeNull()
  page.unmount()
})

describe('an answer', () => {
  it('is sent with what stood there, or with nothing where plans that ask together differ', () => {
    const facts = [
      fact({ key: 'a', planId: 'p', value: 'yes' }),
      fact({ key: 'a', planId: 'q', value: null }),
      fact({ key: 'b', planId: 'p', value: ['x'] }),
    ]
    expect(seenAnswer('a', null, facts)).toBeNull()
    expect(seenAnswer('a', 'q', facts)).toEqual({ value: null })
    expect(seenAnswer('b', null, facts)).toEqual({ value: ['x'] })
  })
})
