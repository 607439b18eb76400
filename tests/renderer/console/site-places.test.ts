/** The register of places on the page 设置: a line a place. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  MOST_PLACES,
  placesFault,
  placesOf,
  placesText,
} from '#renderer/console/pages/site/places.ts'
import { accepted, read } from './desk.ts'
import { settings } from './site-kit.ts'

beforeEach(() => {
  sessionStorage.clear()
})

describe('the register as it is typed', () => {
  it('reads a name and, apart from it at the end, how many customers there are', () => {
    const text = '云雀苑 320\n\n 3号楼 \n北门A座，80户\n二期\t12\n老街12号'
    expect(placesOf(text)).toEqual([
      { name: '云雀苑', size: 320 },
      { name: '3号楼', size: null },
      { name: '北门A座', size: 80 },
      { name: '二期', size: 12 },
      { name: '老街12号', size: null },
    ])
    expect(placesOf(placesText(placesOf(text)))).toEqual(placesOf(text))
  })

  it('says what cannot be saved', () => {
    expect(placesFault(placesOf('甲苑\n乙苑'))).toBeNull()
    expect(placesFault(placesOf('甲苑\n乙苑\n甲苑 3'))).toEqual({ why: 'twice', names: ['甲苑'] })
    expect(placesFault(placesOf('苑'.repeat(201)))).toMatchObject({ why: 'long' })
    const many = Array.from({ length: MOST_PLACES + 1 }, (_, n) => ({ name: `${n}号`, size: null }))
    expect(placesFault(many)).toMatchObject({ why: 'many' })
  })
})

describe('the part of the page', () => {
  const answers = (places: { name: string; size: number | null }[]) => ({
    'site/places-read': () => accepted<'site/places-read'>({ places }),
  })

  it('shows what is registered, and saves it whole', async () => {
    const { page, station } = await settings({}, answers([{ name: '甲苑', size: 120 }]))
    const part = page.get('[data-part=places]')
    const lines = part.get<HTMLTextAreaElement>('textarea')
    expect(lines.element.value).toBe('甲苑 120')
    expect(part.get('[type=submit]').attributes('disabled')).toBeDefined()
    await lines.setValue('甲苑 120\n乙苑')
    await part.get('form').trigger('submit')
    await flushPromises()
    const places = [
      { name: '甲苑', size: 120 },
      { name: '乙苑', size: null },
    ]
    expect(station.of('site/places-set')).toEqual([{ places }])
    page.unmount()
  })

  it('does not save a place that stands there twice, and names it', async () => {
    const { page, station } = await settings({}, answers([]))
    const part = page.get('[data-part=places]')
    await part.get('textarea').setValue('甲苑\n甲苑')
    expect(read(part.get('.fault'))).toContain('写了两遍：甲苑')
    await part.get('form').trigger('submit')
    expect(station.of('site/places-set')).toEqual([])
    page.unmount()
  })
})
