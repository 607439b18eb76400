/** 核实 at the desk: offered while nobody has moved the report on, never demanded. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { accepted, press, read, refused } from './desk.ts'
import { consoleShowing, fire } from './fire-at-desk.ts'

const answers = {
  'incident/note': () => accepted<'incident/note'>({}),
  'incident/move': () => accepted<'incident/move'>({}),
  'incident/amend': () => accepted<'incident/amend'>({}),
}
const pressed = async (label: string, within: string): Promise<void> => {
  const all = [...document.querySelectorAll<HTMLElement>(within)]
  all.find(({ textContent }) => textContent.includes(label))!.click()
  await flushPromises()
}
const type = (field: HTMLInputElement | undefined, words: string): void => {
  field!.value = words
  field!.dispatchEvent(new Event('input'))
}

it('asks for the number to call back first; a false report bears who made sure', async () => {
  const shown = fire({
    state: 'reported',
    type: 'mall-fire.fire',
    moves: ['verifying', 'falseReport'],
  })
  const { station } = await consoleShowing({ incidents: [shown] }, answers)
  await pressed('核实三问', '.callers button')
  const fields = [...document.querySelectorAll<HTMLInputElement>('[role=dialog] input')]
  expect(document.body.textContent).toContain('看到明火，还是只有烟？')
  type(fields[0], '00000017')
  type(fields[3], '雀大甲')
  await flushPromises()
  await pressed('记录并记为误报', '[role=dialog] button')
  expect(station.of('incident/note')).toMatchObject([{ words: '核实：回拨号码是多少？ 00000017' }])
  expect(station.of('incident/move')).toMatchObject([{ to: 'false-report', verifiedBy: '雀大甲' }])
})

it('opens by its key, which stands on it', async () => {
  const { page } = await consoleShowing({ incidents: [fire({ state: 'reported' })] }, answers)
  expect(read(page.get('.callers .facts button'))).toBe('Ctrl Shift F1 核实三问')
  press('F1', { ctrlKey: true, shiftKey: true })
  await flushPromises()
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('核实人')
})

it('is not offered any more once it responds', async () => {
  await consoleShowing({ incidents: [fire({ state: 'responding' })] }, answers)
  press('F1', { ctrlKey: true, shiftKey: true })
  await flushPromises()
  expect(document.querySelector('[role=dialog]')).toBeNull()
  expect(document.querySelector('.callers')).toBeNull()
})

it('the number stands with the caller from then on, unless one stands there', async () => {
  const record = async (reporter: string | null) => {
    const shown = fire({ state: 'reported', reporter })
    const { station, page } = await consoleShowing({ incidents: [shown] }, answers)
    await pressed('核实三问', '.callers button')
    const [number] = document.querySelectorAll<HTMLInputElement>('[role=dialog] input')
    type(number, '00000017')
    await flushPromises()
    await pressed('记录', '[role=dialog] button[type=submit]')
    page.unmount()
    document.body.replaceChildren()
    return station.of('incident/amend')
  }
  expect(await record('雀大甲')).toMatchObject([{ reporter: '雀大甲 00000017', reason: '核实' }])
  expect(await record(null)).toMatchObject([{ reporter: '00000017' }])
  expect(await record('雀大甲 00000018')).toEqual([])
})

it('is written once, also where the move was refused and is tried again', async () => {
  const moves = [refused('not-as-seen', '情况已变'), accepted<'incident/move'>({})]
  const shown = fire({ state: 'reported', moves: ['verifying', 'falseReport'] })
  const { station } = await consoleShowing(
    { incidents: [shown] },
    { ...answers, 'incident/move': () => moves.shift()! },
  )
  await pressed('核实三问', '.callers button')
  type(document.querySelectorAll<HTMLInputElement>('[role=dialog] input')[1], '只有烟')
  await flushPromises()
  await pressed('记录并记为误报', '[role=dialog] button')
  await pressed('记录并记为误报', '[role=dialog] button')
  expect(station.of('incident/move')).toHaveLength(2)
  expect(station.of('incident/note')).toHaveLength(1)
})
