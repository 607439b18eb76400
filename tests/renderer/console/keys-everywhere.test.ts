/**
 * Escape shuts what is open and nothing else, Ctrl+Enter saves in every dialog that saves, and the
 * way by keys through the desk is short.
 */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import {
  actionOf,
  dialogActionOf,
  helpRows,
  type KeyStroke,
} from '#renderer/console/base/actions.ts'
import { consoleEn } from '#renderer/i18n/console.en.ts'
import { consoleZh } from '#renderer/i18n/console.zh.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, plan, step } from '../board-parts.ts'
import { until } from '../../kit/until.ts'
import { press } from './desk.ts'
import { consoleShowing, fire } from './fire-at-desk.ts'

const files = import.meta.glob<string>('../../../src-renderer/console/**/*.vue', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const sources = Object.entries(files).map(([path, source]) => ({
  file: path.slice('../../../src-renderer/console/'.length),
  source,
}))

const dialog = (): HTMLElement | null => document.querySelector('.el-dialog')
async function settle(): Promise<void> {
  for (let times = 0; times < 4; times++) await flushPromises()
}
async function pressed(
  key: string,
  more: Parameters<typeof press>[1] = {},
): Promise<KeyboardEvent> {
  const event = press(key, more)
  await settle()
  return event
}
async function fromMenu(page: VueWrapper, words: string): Promise<void> {
  await page.get('.moves [aria-haspopup]').trigger('click')
  await settle()
  const entries = [...document.querySelectorAll<HTMLElement>('.el-dropdown-menu__item')]
  entries.find(({ textContent }) => textContent.includes(words))!.click()
  await settle()
}

describe('Ctrl+Enter', () => {
  it('has one button to press in every dialog with a form, and its key stands beside it', () => {
    const forms = sources.filter(
      ({ source }) => /<AppDialog\b/.test(source) && /<form\b/.test(source),
    )
    expect(forms.length).toBeGreaterThan(12)
    // Enter stands on the button of the gate, where Ctrl+Enter presses it as well
    // the end of a form is made of it, and that of an entry of a register of the end of a form
    const sourceOf = (path: string) => sources.find(({ file }) => file === path)?.source
    expect(sourceOf('components/FormDialog.vue')).toMatch(/<FormEnd\b/)
    expect(sourceOf('components/FormEnd.vue')).toMatch(/<SaveLine\b/)
    expect(sourceOf('pages/site/EntryEnd.vue')).toMatch(/<FormEnd\b/)
    const other = forms.filter(({ source }) => !/<(SaveLine|FormEnd|EntryEnd)\b/.test(source))
    expect(other.map(({ file }) => file)).toEqual(['pages/now/incident/GateDialog.vue'])
    // a dialog that is one form has no second one in it
    const whole = sources.filter(({ source }) => /<FormDialog\b/.test(source))
    expect(whole.length).toBeGreaterThan(12)
    for (const { file, source } of whole) expect(source, file).not.toMatch(/<form\b/)
  })

  it('saves whichever field has the focus, once, and nothing while something is missing', async () => {
    const { station } = await consoleShowing({ incidents: [fire()] })
    await pressed('F2', { shiftKey: true })
    const [place] = dialog()!.querySelectorAll('input')
    await pressed('Enter', { on: place!, ctrlKey: true })
    expect(station.of('incident/amend')).toEqual([])
    expect(dialog()?.textContent).toContain('还没有改动')
    place!.value = '大厅三楼'
    place!.dispatchEvent(new Event('input'))
    await settle()
    expect(dialog()?.textContent).toContain('先填“更正原因”')
    const reason = [...dialog()!.querySelectorAll('textarea')].at(-1)!
    reason.value = '听错楼层'
    reason.dispatchEvent(new Event('input'))
    await settle()
    await pressed('Enter', { on: place!, ctrlKey: true })
    expect(station.of('incident/amend')).toHaveLength(1)
    expect(dialog()).toBeNull()
  })

  it('saves also while the focus is nowhere in the form, and not while it is held down', async () => {
    const { station } = await consoleShowing({ incidents: [fire()] })
    await pressed('F4', { shiftKey: true })
    await pressed('Enter', { ctrlKey: true, repeat: true })
    expect(station.of('incident/step')).toEqual([])
    await pressed('Enter', { ctrlKey: true })
    expect(station.of('incident/step')).toMatchObject([{ stepId: 'call', outcome: 'done' }])
  })
})

describe('Escape', () => {
  it('closes a dialog wherever the focus is: a field, a list, a button, nowhere', async () => {
    const write = step({
      id: 'write',
      note: true,
      evidence: { what: localized('监控录像', 'CCTV'), keepDays: 30 },
    })
    const { page } = await consoleShowing({ incidents: [fire({ steps: [write], next: 'write' })] })
    const open = () => pressed('F4', { shiftKey: true })
    await open()
    const kinds = ['input[type=radio]', 'textarea', 'select', 'input:not([type])', '[type=submit]']
    for (const kind of kinds) expect(dialog()?.querySelector(kind), kind).not.toBeNull()
    for (const kind of [...kinds, null]) {
      if (!dialog()) await open()
      const on = kind === null ? document.body : dialog()!.querySelector<HTMLElement>(kind)!
      on.focus()
      await pressed('Escape', { on })
      expect(dialog(), String(kind)).toBeNull()
    }
    page.unmount()
  })

  it('shuts the menu and leaves the step that was chosen', async () => {
    const { page } = await consoleShowing({ incidents: [fire({ plans: [plan()] })] })
    await page
      .findAll('.steps button[data-row]')
      .find((row) => row.text().includes('切断电源'))!
      .trigger('click')
    expect(page.get('.next').text()).toContain('选中的步骤')
    await page.get('.moves [aria-haspopup]').trigger('click')
    const open = () => document.querySelector<HTMLElement>('.el-popper[aria-hidden=false]')
    await until(() => expect(open()).not.toBeNull())
    const menu = open()!
    expect(menu.closest('section')?.getAttribute('aria-label')).toBe('菜单和对话框')
    await pressed('Escape', { on: menu })
    expect(page.get('.next').text()).toContain('选中的步骤')
  })

  it('shuts the list that is open in a dialog, then the dialog, and the step stays chosen', async () => {
    const { page } = await consoleShowing({ incidents: [fire({ plans: [plan()] })] })
    await page
      .findAll('.steps button[data-row]')
      .find((row) => row.text().includes('切断电源'))!
      .trigger('click')
    await fromMenu(page, '增加预案')
    const list = dialog()!.querySelector<HTMLInputElement>('input[role=combobox]')!
    list.click()
    await settle()
    expect(list.getAttribute('aria-expanded')).toBe('true')
    await pressed('Escape', { on: list })
    expect(list.getAttribute('aria-expanded')).toBe('false')
    expect(dialog()).not.toBeNull()
    await pressed('Escape', { on: list })
    expect(dialog()).toBeNull()
    expect(page.get('.next').text()).toContain('选中的步骤')
  })
})

it('a plan is searched for as soon as the list of all plans is open: the focus is in its field', async () => {
  const { page } = await consoleShowing({ incidents: [fire({ plans: [plan()] })] })
  await fromMenu(page, '增加预案')
  const focused = document.activeElement
  expect(focused?.getAttribute('role')).toBe('combobox')
  expect(focused?.getAttribute('aria-label')).toBe('预案')
})

describe('the list of incidents', () => {
  const several = ['a', 'b', 'c'].map((id) => incident({ id, place: `${id}座`, steps: [step()] }))

  it('is one stop for Tab, at the incident that is looked at; the arrows walk it', async () => {
    const { page } = await consoleShowing({ incidents: several })
    const rows = () => page.findAll<HTMLElement>('.left .row')
    const stops = () => rows().map((row) => row.attributes('tabindex'))
    expect(stops()).toEqual(['0', '-1', '-1'])
    rows()[0]!.element.focus()
    press('ArrowDown', { on: rows()[0]!.element })
    expect(document.activeElement).toBe(rows()[1]!.element)
    await rows()[1]!.trigger('click')
    expect(stops()).toEqual(['-1', '0', '-1'])
  })

  it('prints on each row the digit that leads to it, and beside its head with what it is pressed', async () => {
    const { page } = await consoleShowing({ incidents: several })
    expect(page.findAll('.left .row kbd').map((digit) => digit.text())).toEqual(['1', '2', '3'])
    expect(page.get('.left .cap').text()).toContain('Alt 1…9')
  })
})

it('the first stop of the page leads to the next action, elsewhere to the page', async () => {
  const { page } = await consoleShowing({ incidents: [fire()] })
  const [first] = page.findAll('.console a, .console button, .console input')
  expect(first?.text()).toBe('跳到下一步')
  await first!.trigger('click')
  expect(document.activeElement).toBe(page.get('.next').element)
  const { page: calm } = await consoleShowing({ incidents: [] })
  await calm.get('.skip').trigger('click')
  expect(document.activeElement).toBe(calm.get('main').element)
})

describe('F1', () => {
  const stroke = (key: string, part: Partial<KeyStroke> = {}): KeyStroke => ({
    key,
    code: key,
    altKey: false,
    ctrlKey: false,
    shiftKey: false,
    metaKey: false,
    repeat: false,
    ...part,
  })
  it('lists each row once, in both languages, and every key that a button prints', () => {
    const rows = helpRows(7)
    expect(new Set(rows.map(({ help }) => help)).size).toBe(rows.length)
    for (const words of [consoleZh.help, consoleEn.help] as const) {
      const shown = rows.map(({ help }) => words[help])
      expect(new Set(shown).size).toBe(rows.length)
    }
    const listed = rows.flatMap(({ keys }) => keys)
    const printed = sources.flatMap(({ source }) =>
      [...source.matchAll(/<kbd[^>]*>([^<{]+)<\/kbd>/g)].map(([, key]) => key?.trim() ?? ''),
    )
    // what is printed without the table: one key, or two of a row
    for (const key of printed.flatMap((keys) => (keys === '↑↓' ? ['↑', '↓'] : keys)))
      expect(listed, key).toContain(key)
  })

  it('has the keys of a dialog, which mean nothing outside of one', () => {
    expect(dialogActionOf(stroke('Escape'))).toBe('shut')
    expect(dialogActionOf(stroke('Enter', { ctrlKey: true }))).toBe('save')
    expect(dialogActionOf(stroke('Enter'))).toBeNull()
    expect(actionOf(stroke('Enter', { ctrlKey: true }))).toBeNull()
  })
})
