/** Tests that what is typed and not saved comes back, to whoever typed it and to nobody else. */
import { config, flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { useSelection } from '#renderer/console/base/selection.ts'
import ReportSection from '#renderer/console/pages/report/ReportSection.vue'
import type { Section } from '#shared/domain/document/document.ts'
import { localized } from '#shared/domain/text.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { alert, incident } from '../board-parts.ts'
import { accepted, mountConsole, press, read, refused } from './desk.ts'
import { consoleShowing, fire } from './fire-at-desk.ts'
import { settings } from './site-kit.ts'

// a dialog says that it closes when its transition begins
config.global.stubs = { transition: false }

beforeEach(() => {
  location.hash = ''
})

const drafts = (): string[] =>
  Object.keys(sessionStorage).filter((key) => key.startsWith('vigil.draft '))
const dialog = (): HTMLElement | null => document.querySelector<HTMLElement>('.el-dialog')
const noteOf = (place: ParentNode | null): string =>
  (place?.querySelector('.draft-note')?.textContent ?? '').replace(/\s+/g, '')

function type(field: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  field.focus()
  field.value = words
  field.dispatchEvent(new Event('input'))
}
const placeField = (): HTMLInputElement => dialog()!.querySelector<HTMLInputElement>('input')!
const reasonField = (): HTMLTextAreaElement =>
  [...dialog()!.querySelectorAll<HTMLTextAreaElement>('textarea')].at(-1)!

async function openAmend(): Promise<void> {
  press('F2', { shiftKey: true })
  await flushPromises()
}
async function escape(): Promise<void> {
  press('Escape', { on: document.activeElement ?? document.body })
  await flushPromises()
}
async function click(place: ParentNode, words: string): Promise<void> {
  ;[...place.querySelectorAll('button')]
    .find((button) => button.textContent?.trim() === words)!
    .click()
  await flushPromises()
}

describe('a dialog of a running incident', () => {
  it('that Esc closes keeps its words, offers them, clears them, and brings them back', async () => {
    // given
    await consoleShowing({ incidents: [fire()] })
    await openAmend()
    expect(noteOf(dialog())).toBe('')
    type(placeField(), '大厅三楼')
    type(reasonField(), '听错楼层')
    // when
    await escape()
    expect(dialog()).toBeNull()
    await openAmend()
    // then
    expect([placeField().value, reasonField().value]).toEqual(['大厅三楼', '听错楼层'])
    expect(noteOf(dialog())).toBe('已恢复未保存的内容清除')
    await click(dialog()!, '清除')
    expect([placeField().value, reasonField().value]).toEqual(['大厅二楼', ''])
    expect(noteOf(dialog())).toBe('已清除找回')
    await click(dialog()!, '找回')
    expect([placeField().value, reasonField().value]).toEqual(['大厅三楼', '听错楼层'])
  })

  it('gives back only what was typed: what the station has changed since then stands', async () => {
    // given
    const { show } = await consoleShowing({ incidents: [fire()] })
    await openAmend()
    type(reasonField(), '听错楼层')
    await escape()
    // when
    await show({ incidents: [fire({ place: '大厅四楼' })] })
    await openAmend()
    // then
    expect([placeField().value, reasonField().value]).toEqual(['大厅四楼', '听错楼层'])
  })

  it('that is saved leaves nothing behind; one that is refused keeps its words', async () => {
    // given
    let answer = refused('storage-failed', '没有存下')
    await consoleShowing({ incidents: [fire()] }, { 'incident/amend': () => answer })
    await openAmend()
    type(placeField(), '大厅三楼')
    type(reasonField(), '听错楼层')
    // when
    press('Enter', { on: reasonField() })
    await flushPromises()
    // then
    expect(drafts()).toHaveLength(1)
    answer = accepted<'incident/amend'>({}) as never
    press('Enter', { on: reasonField() })
    await flushPromises()
    expect(dialog()).toBeNull()
    expect(drafts()).toEqual([])
  })

  it('loses neither its words nor the focus to an alert or to what is pushed', async () => {
    // given
    const { show } = await consoleShowing({ incidents: [fire()] })
    await openAmend()
    type(reasonField(), '听错楼层')
    const field = document.activeElement
    // when
    const worse = incident({ id: 'worse', alerts: [alert({ id: 'a' })] })
    await show({ incidents: [worse, fire({ alerts: [alert({ id: 'b' })] })] })
    // then
    expect(reasonField().value).toBe('听错楼层')
    expect(document.activeElement).toBe(field)
    expect(field).toBe(reasonField())
  })

  it('goes with its incident when another one comes to the front, and is never sent for that', async () => {
    // given
    const { page } = await consoleShowing({
      incidents: [fire(), incident({ id: 'other', place: '西门' })],
    })
    await openAmend()
    type(reasonField(), '听错楼层')
    // when
    useSelection().choose('other')
    await flushPromises()
    // then
    expect(dialog()).toBeNull()
    await openAmend()
    expect([placeField().value, reasonField().value]).toEqual(['西门', ''])
    await escape()
    useSelection().choose('fire')
    await flushPromises()
    await openAmend()
    expect(reasonField().value).toBe('听错楼层')
    expect(page.exists()).toBe(true)
  })

  it('keeps what is told for somebody else with its step; recorded, it is gone', async () => {
    // given
    const { station } = await consoleShowing({ incidents: [fire()] })
    const open = async (): Promise<void> => {
      await click(document.body, '代他人记录…')
    }
    await open()
    type(dialog()!.querySelector<HTMLInputElement>('input[list]')!, '雀大甲')
    await escape()
    // when
    await open()
    await dialogFields('input[list]', ['雀大甲'])
    type(reasonField(), '已拨')
    press('Enter', { on: reasonField() })
    await flushPromises()
    // then
    expect(station.of('incident/step').map(({ onBehalfOf }) => onBehalfOf?.person)).toEqual([
      '雀大甲',
    ])
    expect(drafts()).toEqual([])
  })
})

async function dialogFields(selector: string, values: readonly string[]): Promise<void> {
  await flushPromises()
  expect(
    [...dialog()!.querySelectorAll<HTMLInputElement>(selector)].map(({ value }) => value),
  ).toEqual(values)
}

describe('a note (F9)', () => {
  it('stays with its incident over Esc and over another incident', async () => {
    // given
    await consoleShowing({
      incidents: [fire(), incident({ id: 'other', place: '西门' })],
    })
    const noteField = (): HTMLTextAreaElement =>
      document.querySelector<HTMLTextAreaElement>('form.note textarea')!
    const write = async (): Promise<void> => {
      press('F9')
      await flushPromises()
    }
    await write()
    type(noteField(), '烟从二楼出来')
    // when
    press('Escape', { on: noteField() })
    await flushPromises()
    expect(noteField()).toBeNull()
    useSelection().choose('other')
    await flushPromises()
    await write()
    // then
    expect(noteField().value).toBe('')
    useSelection().choose('fire')
    await flushPromises()
    await write()
    expect(noteField().value).toBe('烟从二楼出来')
    expect(noteOf(document.querySelector('form.note'))).toBe('已恢复未保存的内容清除')
  })
})

describe('the parts of the page 设置', () => {
  it('come back after a reload, each with its own words', async () => {
    // given
    const before = await settings()
    const reason = (page: VueWrapper): HTMLInputElement =>
      page.get<HTMLInputElement>('.times .field-box input').element
    const first = (page: VueWrapper): HTMLInputElement =>
      page.get<HTMLInputElement>('.times td input').element
    type(first(before.page), '77')
    type(reason(before.page), '夜班人少')
    // when
    before.page.unmount()
    const { page } = await settings()
    // then
    expect([first(page).value, reason(page).value]).toEqual(['77', '夜班人少'])
    expect(page.findAll('.draft-note')).toHaveLength(1)
  })

  it('are not written over by what is read again when contact comes back', async () => {
    // given
    const { page, station } = await settings()
    const first = page.get<HTMLInputElement>('.times td input').element
    type(first, '77')
    // when
    station.status.value = 'lost'
    await flushPromises()
    station.status.value = 'live'
    await flushPromises()
    // then
    expect(first.value).toBe('77')
  })

  it('keep nothing of a code', async () => {
    // given
    const { page } = await settings()
    // when
    for (const field of page.findAll('input[type=password]'))
      type(field.element as HTMLInputElement, 'geheim-4711')
    // then
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('geheim')
  })
})

describe('a section of the monthly report', () => {
  const section: Section = {
    id: 'summary',
    title: localized('概况', 'Summary'),
    words: [localized('本月无事。', 'Nothing.')],
    charts: [],
    tables: [],
  }
  async function open() {
    const mounted = await mountConsole(ReportSection, {
      section,
      zone: 'Asia/Shanghai',
      month: '2026-10',
      writable: true,
      written: 3,
    })
    await mounted.show({})
    return mounted
  }
  const area = (page: VueWrapper): HTMLTextAreaElement | null =>
    page.element.querySelector('textarea')

  it('opens again with its words after a change of page, and is based on what it was based on', async () => {
    // given
    const before = await open()
    await before.page.get('[data-edit]').trigger('click')
    type(area(before.page)!, '本月一起火警。')
    await flushPromises()
    // when
    before.page.unmount()
    const { page, station } = await open()
    // then
    expect(area(page)?.value).toBe('本月一起火警。')
    expect(noteOf(page.element)).toBe('已恢复未保存的内容清除')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(station.of('report/edit')).toEqual([
      { month: '2026-10', section: 'summary', words: ['本月一起火警。'], basedOn: 3 },
    ])
    expect(drafts()).toEqual([])
  })

  it('that Esc closes has its words at the next 修改, and nothing where nothing was typed', async () => {
    // given
    const { page } = await open()
    await page.get('[data-edit]').trigger('click')
    press('Escape', { on: area(page)! })
    await flushPromises()
    expect([area(page), drafts()]).toEqual([null, []])
    // when
    await page.get('[data-edit]').trigger('click')
    type(area(page)!, '本月一起火警。')
    press('Escape', { on: area(page)! })
    await flushPromises()
    expect(area(page)).toBeNull()
    await page.get('[data-edit]').trigger('click')
    // then
    expect(area(page)?.value).toBe('本月一起火警。')
    expect(noteOf(page.element)).toBe('已恢复未保存的内容清除')
  })

  it('that somebody else has rewritten meanwhile can be saved once that was seen', async () => {
    // given
    const { page, station } = await open()
    await page.get('[data-edit]').trigger('click')
    type(area(page)!, '本月一起火警。')
    station.answers['report/edit'] = () => refused('words-stale', '别人改过这一节')
    await page.get('form').trigger('submit')
    await flushPromises()
    press('Escape', { on: area(page)! })
    await page.setProps({ section: { ...section, words: ['别人写的。'] }, written: 5 })
    expect(read(page)).toContain('别人写的。')
    // when
    await page.get('[data-edit]').trigger('click')
    await page.get('form').trigger('submit')
    // then
    expect(area(page)?.value).toBe('本月一起火警。')
    expect(station.of('report/edit').map(({ basedOn }) => basedOn)).toEqual([3, 5])
  })
})

describe('a draft', () => {
  it('is taken away by a sign-on, before any form asks for it', async () => {
    // given
    let person = '周敏'
    const { show } = await consoleShowing(
      { incidents: [fire()] },
      { 'desk/read': () => accepted<'desk/read'>({ person }) },
    )
    expect(useBoard().person).toBe('周敏')
    await openAmend()
    type(reasonField(), '听错楼层')
    await escape()
    expect(drafts()).toHaveLength(1)
    // when
    person = '李娜'
    await show({ incidents: [fire()], duty: [] })
    // then
    expect(drafts()).toEqual([])
    await openAmend()
    expect(reasonField().value).toBe('')
  })
})
