/** The page of the library: listed, searched, and what is not settled. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import LibraryPage from '#renderer/console/pages/plans/library/LibraryPage.vue'
import { localized } from '#shared/domain/text.ts'
import { mountConsole, refused, press, read, accepted } from './desk.ts'
import { fireAnswers } from './fire-plan.ts'

beforeEach(() => {
  location.hash = '#/plans'
})

afterEach(() => {
  location.hash = ''
})

describe('the library page', () => {
  it('lists plans under their document with their marks, and what is not settled', async () => {
    const { page } = await mountConsole(LibraryPage, { by: 'document' }, fireAnswers)
    const rows = page.findAll('a.row').map(read)
    expect(rows[0]).toMatch(/预案fire.*本单位.*有草稿.*大厅火灾/)
    expect(rows[1]).toMatch(/预案theft.*已废止/)
    expect(page.get('a.row').attributes('href')).toBe('#/plans/fire')
  })

  it('says which types have no plan', async () => {
    const { page } = await mountConsole(LibraryPage, { by: 'type' }, fireAnswers)
    expect(read(page)).toContain('还没有预案的类型1个：水淹')
    expect(read(page)).toMatch(/水淹.*没有预案/)
  })

  it('searches as one types, asks the station for pinyin, and Enter opens the first', async () => {
    const { page, station } = await mountConsole(
      LibraryPage,
      { by: 'document' },
      {
        ...fireAnswers,
        'incident/propose': () =>
          accepted<'incident/propose'>({
            proposals: [
              {
                planId: 'theft',
                type: null,
                title: localized('', ''),
                reason: localized('', ''),
                words: ['盗窃'],
                preselected: true,
              },
            ],
            heard: { casualties: {}, unhurt: false, severity: null, drill: false },
          }),
      },
    )
    const field = page.get<HTMLInputElement>('input')
    expect(document.activeElement).toBe(field.element)
    await field.setValue('daoqie')
    await flushPromises()
    expect(station.of('incident/propose')).toEqual([{ narrative: 'daoqie' }])
    expect(page.findAll('a.row').map((row) => row.attributes('href'))).toEqual(['#/plans/theft'])
    press('Enter', { on: field.element })
    expect(location.hash).toBe('#/plans/theft')
  })

  it('an Enter that ends a composition opens nothing; ↓ goes into the list, ↑ back out of it, Escape empties the search', async () => {
    const { page } = await mountConsole(LibraryPage, { by: 'document' }, fireAnswers)
    const field = page.get<HTMLInputElement>('input')
    await field.setValue('fire')
    field.element.dispatchEvent(new CompositionEvent('compositionstart'))
    press('Enter', { on: field.element })
    expect(location.hash).toBe('#/plans')
    field.element.dispatchEvent(new CompositionEvent('compositionend'))
    press('ArrowDown', { on: field.element })
    const first = document.activeElement
    expect(first).not.toBe(field.element)
    press('ArrowUp', { on: first! })
    expect(document.activeElement).toBe(field.element)
    press('Escape', { on: field.element })
    await flushPromises()
    expect(field.element.value).toBe('')
  })

  it('shows drafts of plans that are not there yet, but not those of plans that are', async () => {
    const draft = { savedAt: Date.UTC(2026, 10, 20), by: '周敏' }
    const { page } = await mountConsole(
      LibraryPage,
      { by: 'document' },
      {
        ...fireAnswers,
        'plans/drafts': () =>
          accepted<'plans/drafts'>([
            {
              planId: 'flood',
              document: 'mall',
              title: localized('水淹处置', 'Flood'),
              isNew: true,
              ...draft,
            },
            { planId: 'fire', document: 'mall', title: null, isNew: false, ...draft },
          ]),
      },
    )
    expect(page.findAll('.drafts a').map((link) => [link.attributes('href'), read(link)])).toEqual([
      ['#/plans/flood/edit', '水淹处置周敏，2026年11月20日保存'],
    ])
  })

  it('says why it shows nothing when it cannot be read, and reads again when asked', async () => {
    const answers = {
      ...fireAnswers,
      'plans/list': () =>
        refused('no-contact', '与值守站失去联系') as ReturnType<(typeof fireAnswers)['plans/list']>,
    }
    const { page, station } = await mountConsole(LibraryPage, { by: 'document' }, answers)
    expect(read(page.get('[role=alert]'))).toContain('失去联系')
    station.answers['plans/list'] = fireAnswers['plans/list']
    await page.get('[role=alert] button').trigger('click')
    await flushPromises()
    expect(page.findAll('a.row')).toHaveLength(2)
  })
})
