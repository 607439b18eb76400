/**
 * The board of HQ over two hundred sites: what is well is summed up by region, regions and words
 * find what is looked for, and the keyboard leads everywhere.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { boardIncidents, boardSites } from '../../kit/group.ts'
import { frame, NOW, openHqPages } from './hq-desk.ts'

beforeEach(() => {
  location.hash = ''
})
const SITES = boardSites(200, NOW)
const INCIDENTS = boardIncidents(20, NOW)
async function opened() {
  const desk = await openHqPages()
  await desk.send(frame(SITES, INCIDENTS))
  const standings = (): (string | undefined)[] =>
    desk.page.findAll('[data-site]').map((row) => row.attributes('data-standing'))
  const find = async (words: string): Promise<void> => {
    await desk.page.find('input[type=search]').setValue(words)
  }
  const press = async (key: string): Promise<void> => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
  }
  return { ...desk, standings, find, press }
}
const focused = (): string => document.activeElement?.textContent?.replace(/\s+/g, ' ') ?? ''

describe('two hundred sites', () => {
  it('lists those that need somebody, and sums up by region those that are well', async () => {
    const { page, standings } = await opened()
    expect(standings()).not.toContain('well')
    expect(standings()).toHaveLength(6)
    const well = page.findAll('[data-well]').map((row) => row.text().replace(/\s+/g, ''))
    expect(well).toHaveLength(7)
    const sum = well.reduce((all, text) => all + Number(/正常(\d+)个/.exec(text)?.[1]), 0)
    expect(sum).toBe(194)
  })

  it('opens a region of those that are well, and closes it', async () => {
    const { page, standings } = await opened()
    const button = page.find('[data-well="东北"] button')
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('true')
    expect(standings().filter((at) => at === 'well')).toHaveLength(18)
    await button.trigger('click')
    expect(standings()).not.toContain('well')
  })

  it('shows one region: its incidents, its sites, and its counts on its button', async () => {
    const { page } = await opened()
    const button = page.find('button[data-region="华东"]')
    expect(button.text()).toMatch(/华东.*42个.*起/)
    await button.trigger('click')
    expect(button.attributes('aria-pressed')).toBe('true')
    const regionOf = new Map(SITES.map(({ id, region }) => [id, region]))
    const shown = page.findAll('[data-incident]').map((row) => row.attributes('data-incident'))
    expect(shown).toEqual(
      INCIDENTS.filter(({ site }) => regionOf.get(site) === '华东').map(({ id }) => id),
    )
    await page.find('button[data-region="华东"]').trigger('click')
    expect(page.findAll('[data-incident]')).toHaveLength(20)
  })

  it('finds a site by its name, whether it is well or not, and says where there is none', async () => {
    const { page, find, standings } = await opened()
    await find('钱塘 银行')
    expect(page.findAll('[data-site]').map((row) => row.text())).toEqual([
      expect.stringContaining('钱塘银行支行'),
    ])
    expect(standings()).toEqual(['well'])
    await find('没有的')
    expect(page.text()).toContain('没有符合的单位。')
    expect(page.text()).toContain('没有符合的事件。')
    expect(page.text()).not.toContain('没有在办的事件')
  })

  it('finds an incident by its place, type, number or site', async () => {
    const { page, find } = await opened()
    for (const words of ['美食城', '电梯困人', INCIDENTS[3]!.number!]) {
      await find(words)
      expect(page.findAll('[data-incident]').length, words).toBeGreaterThan(0)
      expect(page.findAll('[data-incident]').length, words).toBeLessThan(20)
    }
  })

  it('is walked by keys: F2, down, up, right, End; Esc clears what was looked for', async () => {
    const { page, find, press } = await opened()
    await press('F2')
    expect(document.activeElement?.getAttribute('type')).toBe('search')
    await press('ArrowDown')
    expect(focused()).toContain('三层美食城')
    await press('ArrowDown')
    await press('ArrowUp')
    expect(focused()).toContain('三层美食城')
    await press('ArrowRight')
    expect(focused()).toContain('失联')
    await press('End')
    expect(focused()).toContain('西南')
    await press('ArrowLeft')
    expect(focused()).toContain('三层美食城')
    await find('东湖')
    await press('Escape')
    expect(page.findAll('[data-incident]')).toHaveLength(20)
  })
})
