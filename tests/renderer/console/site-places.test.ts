/** The places on the settings page: a tree, each place put right, several added at once. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  aliasesOf,
  isCamera,
  placeInput,
  sizeOf,
  typedPlace,
} from '#renderer/console/pages/site/places/place-form.ts'
import {
  MOST_PLACES,
  placesFault,
  placesOf,
  withoutSize,
} from '#renderer/console/pages/site/places/place-lines.ts'
import {
  placesAround,
  placesMeant,
  treeOf,
} from '#renderer/console/pages/site/places/place-tree.ts'
import { localized } from '#shared/domain/text.ts'
import { accepted, read, refused } from './desk.ts'
import { contact, number, onFile, place } from './on-file-kit.ts'
import { settings } from './site-kit.ts'

beforeEach(() => {
  sessionStorage.clear()
})

describe('the tree', () => {
  const mall = [
    place('甲苑', { size: 120 }),
    place('三楼', { kind: 'floor', within: '商场' }),
    place('乙苑', { size: 800 }),
    place('商场', { kind: 'hall', aliases: ['云雀汇'] }),
    place('丙苑'),
    place('影院', { kind: 'room', within: '三楼' }),
  ]
  const names = (rows: ReturnType<typeof treeOf>) =>
    rows.map((row) => `${row.depth}${row.place.name}`)

  it('has what lies in a place below it, and estates by size, those of unknown size last', () => {
    expect(names(treeOf(mall))).toEqual(['0商场', '1三楼', '2影院', '0乙苑', '0甲苑', '0丙苑'])
  })

  it('shows what is looked for, by alias too, with what it lies in', () => {
    const meant = (typed: string) => names(treeOf(placesMeant(mall, typed)))
    expect(meant('影院')).toEqual(['0商场', '1三楼', '2影院'])
    expect(meant('云雀汇')).toEqual(['0商场'])
    expect(meant('')).toHaveLength(6)
  })

  it('lets no place lie in itself, nor in what lies in it', () => {
    const floor = mall.find(({ name }) => name === '三楼')!
    expect(names(placesAround(floor, mall))).toEqual(['0商场', '0乙苑', '0甲苑', '0丙苑'])
  })
})

describe('a place as it is typed', () => {
  it('is sent whole, as it was read', () => {
    const hall = place('h', {
      ...{ name: '一号厅', kind: 'hall', size: 300, aliases: ['大厅', '前厅'] },
      ...{ area: '江畔', private: true, camera: 'rtsp://10.0.0.1/1', property: 'a' },
      contactPost: 'store-head',
    })
    expect({ words: hall.words, ...placeInput(typedPlace(hall, null), hall.id) }).toEqual(hall)
    expect(placeInput(typedPlace(null, 'h'), null)).toMatchObject({
      ...{ id: null, kind: 'room', within: 'h', size: null, camera: null, aliases: [] },
    })
  })

  it.each([
    ['', null],
    [' 320 ', 320],
    ['三百', undefined],
    ['1.5', undefined],
  ])('has as many people as “%s” says', (typed, size) => {
    expect(sizeOf(typed)).toBe(size)
  })

  it('has a camera without a password, and other names in any writing', () => {
    expect(['http://10.0.0.1/cam', 'rtsp://10.0.0.1/1'].every(isCamera)).toBe(true)
    expect(['javascript:alert(1)', 'http://a:b@10.0.0.1', '监控'].some(isCamera)).toBe(false)
    expect(aliasesOf('前厅、大厅, A座；')).toEqual(['前厅', '大厅', 'A座'])
  })
})

describe('several places as they are pasted', () => {
  it('have a name and, apart from it at the end, how many customers or people there are', () => {
    expect(
      placesOf(
        '云雀苑 320\n\n 3号楼 \n北门A座，80户\n二期\t12\n一号厅,40人\n老街12号\n锦苑 3,000户\n春苑 ３２０',
      ),
    ).toEqual([
      { name: '云雀苑', size: 320 },
      { name: '3号楼', size: null },
      { name: '北门A座', size: 80 },
      { name: '二期', size: 12 },
      { name: '一号厅', size: 40 },
      { name: '老街12号', size: null },
      { name: '锦苑', size: 3000 },
      { name: '春苑', size: 320 },
    ])
  })

  it('say where a line has more than a name and no number', () => {
    expect(withoutSize(placesOf('一楼大厅 abc\n云雀苑，约320户\n云雀苑 320\n3号楼'))).toEqual([
      '一楼大厅 abc',
      '云雀苑，约320户',
    ])
  })

  it('say what cannot be saved', () => {
    expect(placesFault(placesOf('甲苑\n乙苑'))).toBeNull()
    expect(placesFault(placesOf('甲苑\n乙苑\n甲苑 3'))).toEqual({ why: 'twice', names: ['甲苑'] })
    expect(placesFault(placesOf('苑'.repeat(201)))).toMatchObject({ why: 'long' })
    const many = Array.from({ length: MOST_PLACES + 1 }, (_, n) => ({ name: `${n}号`, size: null }))
    expect(placesFault(many)).toMatchObject({ why: 'many' })
  })
})

describe('the part of the page', () => {
  type Page = Awaited<ReturnType<typeof settings>>['page']
  const part = (page: Page) => page.get('[data-part=places]')
  const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
  async function type(field: HTMLInputElement, words: string): Promise<void> {
    field.value = words
    field.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  const firm = contact('a', { name: '安居物业', numbers: [number('0000 0001')] })

  it('shows size, who looks after it with the number, the camera and what is private', async () => {
    const { page } = await settings(
      {},
      onFile(
        [firm],
        [
          place('甲苑', { size: 1200, property: 'a', aliases: ['甲园'] }),
          place('1号楼', { kind: 'other', within: '甲苑', private: true }),
          place('一号厅', { kind: 'hall', size: 40, camera: 'http://10.0.0.1/cam' }),
        ],
      ),
    )
    const rows = part(page).findAll('.place').map(read)
    expect(rows[0]).toMatch(/^一号厅\s*大厅\s*40人\s*监控复制/)
    expect(rows[1]).toMatch(/^甲苑 ?也叫甲园\s*小区\s*1 200户\s*安居物业\s*0000 0001复制/)
    // it has the firm of the estate that it lies in
    expect(rows[2]).toMatch(/^1号楼隐私\s*其他\s*安居物业\s*0000 0001复制/)
    const camera = part(page).get('.camera a')
    expect(camera.attributes()).toMatchObject({
      ...{ href: 'http://10.0.0.1/cam', target: '_blank', rel: 'noopener noreferrer' },
    })
    expect(document.querySelector('iframe, video, img')).toBeNull()
  })

  it('offers the address of a stream only to be copied: no browser shows it', async () => {
    const { page } = await settings(
      {},
      onFile([], [place('甲苑', { camera: 'rtsp://10.0.0.1/1' })]),
    )
    expect(part(page).find('.camera a').exists()).toBe(false)
    expect(part(page).get('.camera button').attributes('aria-label')).toBe('复制甲苑的监控地址')
  })

  it('adds a place, and says of the private mark what it does', async () => {
    const { page, station } = await settings(
      {},
      { ...onFile([firm]), 'places/set': () => accepted<'places/set'>({ id: 'p' }) },
    )
    await part(page).get('.bar button').trigger('click')
    await flushPromises()
    expect(dialog().textContent).toContain('地点封存在记录里')
    const [name, aliases, size, camera] = dialog().querySelectorAll<HTMLInputElement>(
      'input:not([type=checkbox])',
    )
    const submit = () => dialog().querySelector<HTMLButtonElement>('[type=submit]')!
    await type(name!, '云雀苑')
    await type(aliases!, '云雀花园')
    await type(size!, '很多')
    expect(submit().title).toBe('户数或人数填整数')
    await type(size!, '320')
    await type(camera!, 'ftp://10.0.0.1')
    expect(submit().title).toContain('监控地址以http、https或rtsp开头')
    await type(camera!, '')
    submit().click()
    await flushPromises()
    expect(station.of('places/set')).toEqual([
      {
        ...{ id: null, name: '云雀苑', kind: 'estate', size: 320, within: null },
        ...{ aliases: ['云雀花园'], area: null, private: false, camera: null, property: null },
        contactPost: null,
      },
    ])
    page.unmount()
  })

  it('is removed at the second press, and a refusal stays in sight', async () => {
    const { page, station } = await settings(
      {},
      {
        ...onFile([], [place('甲苑')]),
        'places/remove': () => refused('place-in-use', '还有地点位于它里面：1号楼，请先移出或删除'),
      },
    )
    await part(page).get('.place [data-row]').trigger('click')
    await flushPromises()
    const remove = [...dialog().querySelectorAll<HTMLButtonElement>('.link')].at(-1)!
    remove.click()
    await flushPromises()
    expect(station.of('places/remove')).toEqual([])
    remove.click()
    await flushPromises()
    expect(station.of('places/remove')).toEqual([{ id: '甲苑' }])
    expect(dialog().textContent).toContain('还有地点位于它里面：1号楼')
    page.unmount()
  })

  it('adds the lines that were pasted, all at once, and says what became of them', async () => {
    const { page, station } = await settings(
      {},
      {
        ...onFile([], [place('甲苑')]),
        'places/import': ({ rows }) =>
          accepted<'places/import'>({
            rows: rows.map(({ row }) => ({
              ...{ row, message: null },
              outcome: row === 1 ? ('changed' as const) : ('new' as const),
            })),
          }),
      },
    )
    const form = part(page).get('.several')
    expect(form.get('button').attributes('title')).toBe('先填地点')
    await form.get('textarea').setValue('一楼大厅 abc')
    expect(read(form)).toContain('这几行没有读到数量，整行算作名称：一楼大厅 abc')
    await form.get('textarea').setValue('甲苑，120户\n乙苑 80')
    expect(read(form.get('button'))).toBe('添加2个地点')
    await form.trigger('submit')
    await flushPromises()
    expect(station.of('places/import')).toEqual([
      {
        rows: [
          { row: 1, name: '甲苑', size: 120, kind: '小区', within: null },
          { row: 2, name: '乙苑', size: 80, kind: '小区', within: null },
        ],
      },
    ])
    expect(form.get('textarea').element.value).toBe('')
    expect(read(form)).toContain('新增1个，更新1个，0个没有变化')
    page.unmount()
  })

  it('adds none of them while one is faulty, and names the lines', async () => {
    const { page, station } = await settings(
      {},
      {
        ...onFile([]),
        'places/import': () => ({
          ...{ ok: false, code: 'rows-refused', details: ['第2行：已有别的地点叫这个名字'] },
          message: localized('1行有误，一行都没有导入', '1 row is faulty: none was taken'),
        }),
      },
    )
    const form = part(page).get('.several')
    await form.get('textarea').setValue('甲苑\n甲苑')
    expect(read(form.get('.fault'))).toContain('写了两遍：甲苑')
    await form.trigger('submit')
    expect(station.of('places/import')).toEqual([])
    await form.get('textarea').setValue('甲苑\n乙苑')
    await form.trigger('submit')
    await flushPromises()
    expect(read(form.get('[role=alert]'))).toContain('第2行：已有别的地点叫这个名字')
    expect(form.get('textarea').element.value).toBe('甲苑\n乙苑')
    page.unmount()
  })

  it('is in English, too', async () => {
    const { page } = await settings({}, onFile([firm], [place('甲苑', { size: 3 })]), 'en')
    expect(read(part(page))).toMatch(/Estate ?customers: 3/)
  })
})
