/** The contacts on the settings page: read, looked for, put right, filled in where one lacks. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  byCategory,
  byName,
  contactsMeant,
  fillingOf,
  withNumber,
} from '#renderer/console/pages/site/contacts/contact-list.ts'
import { numberLines, numbersOf } from '#renderer/console/pages/site/contacts/number-lines.ts'
import type { MissingNumber } from '#shared/domain/contacts/missing-numbers.ts'
import { localized } from '#shared/domain/text.ts'
import { accepted, press, read } from './desk.ts'
import { contact, number, onFile, place, verified } from './on-file-kit.ts'
import { settings } from './site-kit.ts'

beforeEach(() => {
  sessionStorage.clear()
})

const missing = (part: Partial<MissingNumber> = {}): MissingNumber => ({
  kind: 'unit',
  id: 'outside-water',
  name: localized('供水单位', 'Water company'),
  neededBy: [
    {
      planId: 'gas-outage',
      title: localized('停气', 'Outage'),
      steps: [{ stepId: 'ring', title: localized('联系供水', 'Ring the water company') }],
    },
  ],
  ...part,
})

describe('the list', () => {
  const some = [
    contact('安居', { numbers: [number('0000 0001')] }),
    contact('云', { category: 'media' }),
  ]

  it.each([
    ['安居', ['安居']],
    ['anju', ['安居']],
    ['aj', ['安居']],
    ['00000001', ['安居']],
    ['0000 0001', ['安居']],
    ['媒体', ['云']],
    ['media', ['云']],
    ['', ['安居', '云']],
    ['没有', []],
  ])('finds by %s', (typed, ids) => {
    expect(contactsMeant(some, typed).map(({ id }) => id)).toEqual(ids)
  })

  it('stands by category, in the order of categories', () => {
    expect(byCategory([some[1]!, some[0]!]).map(({ category }) => category)).toEqual([
      'outside-property',
      'media',
    ])
  })
})

describe('what is sent', () => {
  it('of a number that is put right: the others stay, and it looks what kind it is', () => {
    const firm = contact('a', { numbers: [number('1'), number('2', { kind: 'radio' })] })
    expect(withNumber(firm, '1', '3').numbers).toEqual([
      { number: '3' },
      { number: '2', kind: 'radio' },
    ])
    expect(withNumber(firm, '2', '4').numbers).toEqual([
      { number: '1', kind: 'desk' },
      { number: '4', kind: 'radio' },
    ])
    expect(withNumber(firm, '1', null).numbers).toEqual([{ number: '2', kind: 'radio' }])
  })

  it('of a missing number: a new contact, or the one on file that lacks it', () => {
    expect(fillingOf(missing(), [], '9')).toMatchObject({
      name: '供水单位',
      category: 'outside-water',
      numbers: [{ number: '9' }],
    })
    const water = contact('w', { category: 'outside-water', note: '夜间' })
    expect(fillingOf(missing(), [water], '9')).toMatchObject({
      id: 'w',
      note: '夜间',
      numbers: [{ number: '9' }],
    })
    const role = missing({ kind: 'role', id: 'lift-firm', name: localized('维保', 'Lift firm') })
    expect(fillingOf(role, [], '9')).toMatchObject({ role: 'lift-firm', category: 'outside-other' })
    const named = missing({ kind: 'name', id: null, name: localized('新闻媒体', 'Press') })
    expect(fillingOf(named, [], '9')).toMatchObject({ name: '新闻媒体', category: 'media' })
  })

  it('of a name that is a post here and a unit there: the number of the unit, which serves both', () => {
    const role = missing({ kind: 'role', id: 'water-firm', neededBy: [] })
    expect(byName([role, missing()])).toEqual([missing()])
  })

  it('of lines: those in which something stands', () => {
    expect(numberLines([])).toEqual([{ number: '', kind: '' }])
    expect(numbersOf([...numberLines([number('1')]), { number: ' ', kind: '' }])).toEqual([
      { number: '1', kind: 'desk' },
    ])
  })
})

describe('the part of the page', () => {
  const part = (page: Awaited<ReturnType<typeof settings>>['page']) =>
    page.get('[data-part=contacts]')

  it('shows who it is, every number, and who made sure of it when; what is due says so', async () => {
    const firm = contact('a', {
      name: '安居物业',
      allHours: true,
      note: '夜间打第二个',
      place: 'lark',
      numbers: [
        verified('0000 0001'),
        number('0000 0002', { kind: 'mobile' }),
        number('0000 0003', { verifiedAt: 0, verifiedBy: '李娜', dueAt: 1 }),
      ],
    })
    const { page } = await settings({}, onFile([firm], [place('lark', { name: '云雀苑' })]))
    const row = read(part(page).get('.contact'))
    expect(row).toContain('安居物业24小时')
    expect(row).toContain('负责云雀苑')
    expect(row).toContain('夜间打第二个')
    expect(row).toMatch(/0000 0001复制座机\s*2026-11-23 周敏核对，2027-\d\d-\d\d到期/)
    expect(row).toMatch(/0000 0002复制手机\s*未核对/)
    expect(row).toMatch(/0000 0003复制座机\s*该核对了1970-01-01 李娜核对/)
  })

  it('is looked for by typing, walked by arrows, and says when nothing matches', async () => {
    const { page } = await settings(
      {},
      onFile([
        contact('a', { numbers: [number('1'), number('2')] }),
        contact('b', { name: '供电所', category: 'outside-power', numbers: [number('3')] }),
      ]),
    )
    const search = part(page).get<HTMLInputElement>('input[type=search]')
    await search.setValue('供电')
    expect(part(page).findAll('.contact')).toHaveLength(1)
    await search.setValue('')
    press('ArrowDown', { on: search.element })
    const rows = part(page).findAll<HTMLButtonElement>('[data-row]')
    expect(document.activeElement).toBe(rows[0]!.element)
    press('ArrowDown', { on: rows[0]!.element })
    expect(document.activeElement).toBe(rows[1]!.element)
    await search.setValue('没有')
    expect(read(part(page))).toContain('没有找到')
    page.unmount()
  })

  it('takes a missing number where it stands, and goes on to the next one', async () => {
    const lacking = [
      missing(),
      missing({ kind: 'name', id: null, name: localized('街道办', 'Street office') }),
    ]
    const { page, station } = await settings({}, onFile([], [], { missing: lacking }))
    const box = part(page).get('.missing')
    expect(read(box.get('li'))).toContain('供水单位停气：联系供水')
    expect(box.get('li a').attributes('href')).toBe('#/plans/gas-outage?at=ring')
    const [first, second] = box.findAll<HTMLInputElement>('input')
    expect(box.get('button').attributes('title')).toBe('先填“供水单位的号码”')
    await first!.setValue(' 0000 0009 ')
    await box.get('form').trigger('submit')
    await flushPromises()
    expect(station.of('contacts/set')).toMatchObject([
      { name: '供水单位', category: 'outside-water', numbers: [{ number: '0000 0009' }] },
    ])
    expect(document.activeElement).toBe(second!.element)
    page.unmount()
  })

  it('takes the next missing number while the one before is being saved', async () => {
    const lacking = [
      missing(),
      missing({ kind: 'name', id: null, name: localized('街道办', 'Street office') }),
    ]
    const waiting: (() => void)[] = []
    const { page, station } = await settings(
      {},
      {
        ...onFile([], [], { missing: lacking }),
        'contacts/set': () =>
          new Promise((answer) => {
            waiting.push(() => answer(accepted<'contacts/set'>({ id: 'c' })))
          }),
      },
    )
    const box = part(page).get('.missing')
    const fields = box.findAll<HTMLInputElement>('input')
    for (const [at, digits] of ['8001', '8002'].entries()) {
      await fields[at]!.setValue(digits)
      expect(box.findAll('button')[at]!.attributes('disabled')).toBeUndefined()
      await box.findAll('form')[at]!.trigger('submit')
    }
    expect(station.of('contacts/set')).toHaveLength(1)
    for (let count = 0; count < 2; count++) {
      waiting.shift()!()
      await flushPromises()
    }
    expect(station.of('contacts/set').map((input) => input.numbers)).toEqual([
      [{ number: '8001' }],
      [{ number: '8002' }],
    ])
    page.unmount()
  })

  it('leads to the people where a post of the site has no telephone, and says when nothing lacks', async () => {
    const post = missing({ kind: 'post', id: 'guard', name: localized('保安', 'Guard') })
    const { page } = await settings({}, onFile([], [], { missing: [post] }))
    const row = part(page).get('.missing .posts')
    expect(read(row)).toContain('本单位岗位也缺电话：保安')
    expect(row.findAll('a').at(-1)!.attributes('href')).toBe('#/site?at=people')
    const { page: whole } = await settings({}, onFile([]))
    expect(read(part(whole).get('.missing'))).toContain('预案要打的号码都有了')
  })

  it('adds a contact with several numbers, and sends the whole of one that is changed', async () => {
    const firm = contact('a', { numbers: [number('1', { kind: 'short' })], dueMonths: 3 })
    const { page, station } = await settings(
      {},
      {
        ...onFile([firm]),
        'contacts/set': () => accepted<'contacts/set'>({ id: 'a' }),
      },
    )
    await part(page).get('.contact > .link').trigger('click')
    await flushPromises()
    const dialog = () => document.querySelector('.el-dialog')!
    const fields = () => [...dialog().querySelectorAll('input')]
    const submit = () => dialog().querySelector<HTMLButtonElement>('[type=submit]')!
    expect(fields()[0]!.value).toBe('a物业')
    expect(submit().disabled).toBe(true)
    const type = async (field: HTMLInputElement, words: string): Promise<void> => {
      field.value = words
      field.dispatchEvent(new Event('input'))
      await flushPromises()
    }
    const addLine = [...dialog().querySelectorAll('button')].find((button) =>
      button.textContent.includes('再加一个号码'),
    )!
    addLine.click()
    await flushPromises()
    await type(fields()[2]!, '2')
    submit().click()
    await flushPromises()
    expect(station.of('contacts/set')).toEqual([
      {
        ...{ id: 'a', name: 'a物业', category: 'outside-property', role: null },
        numbers: [
          { number: '1', kind: 'short' },
          { number: '2', kind: null },
        ],
        ...{ allHours: false, place: null, dueMonths: 3, note: '' },
      },
    ])
    expect(document.querySelector('.el-dialog')).toBeNull()
    page.unmount()
  })

  it('is removed at the second press', async () => {
    const { page, station } = await settings({}, onFile([contact('a')]))
    await part(page).get('.contact > .link').trigger('click')
    await flushPromises()
    const remove = [...document.querySelectorAll<HTMLButtonElement>('.el-dialog .link')].at(-1)!
    remove.click()
    await flushPromises()
    expect(station.of('contacts/remove')).toEqual([])
    expect(remove.textContent).toContain('再点一次')
    remove.click()
    await flushPromises()
    expect(station.of('contacts/remove')).toEqual([{ id: 'a' }])
    page.unmount()
  })

  it('copies a number; without a clipboard it is marked for the keys', async () => {
    const { page } = await settings(
      {},
      onFile([contact('a', { numbers: [verified('0000 0001')] })]),
    )
    const line = part(page).get('.copy-line')
    const clipboard = async (writeText: (text: string) => Promise<void>): Promise<void> => {
      vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
      await line.get('button').trigger('click')
      await flushPromises()
      vi.unstubAllGlobals()
    }
    await clipboard(() => Promise.reject(new Error('not allowed')))
    expect(read(line)).toContain('已选中，请按Ctrl+C')
    expect(getSelection()?.toString()).toBe('0000 0001')
    const copied: string[] = []
    await clipboard(async (text) => void copied.push(text))
    expect(copied).toEqual(['0000 0001'])
    expect(read(line)).toContain('已复制')
    page.unmount()
  })

  it('prints a sheet with the numbers of the whole country and those on file', async () => {
    const printed: string[] = []
    vi.stubGlobal('print', () => {
      printed.push(document.querySelector('.phone-sheet')?.textContent.replace(/\s+/g, ' ') ?? '')
    })
    const { page } = await settings(
      {},
      onFile([contact('a', { numbers: [verified('0000 0001'), number('0000 0002')] })]),
    )
    await part(page)
      .findAll('button')
      .find((button) => button.text() === '打印电话表')!
      .trigger('click')
    await flushPromises()
    vi.unstubAllGlobals()
    expect(printed[0]).toMatch(/消防救援 119.*物业 ?a物业.*0000 0001.*0000 0002待核对/)
    dispatchEvent(new Event('afterprint'))
    await flushPromises()
    expect(document.querySelector('.phone-sheet')).toBeNull()
    page.unmount()
  })

  it('sets after how many months a number is due again', async () => {
    const { page, station } = await settings({}, onFile([]))
    const form = part(page).get('.months')
    const field = form.get('input')
    await field.setValue(40)
    expect(form.get('button').attributes('title')).toBe('填1到36的整数')
    await field.setValue(3)
    await form.trigger('submit')
    await flushPromises()
    expect(station.of('contacts/verification-set')).toEqual([{ months: 3 }])
    page.unmount()
  })

  it('is in English, too', async () => {
    const { page } = await settings(
      {},
      onFile([contact('a', { numbers: [verified('0000 0001')] })]),
      'en',
    )
    expect(read(part(page))).toMatch(
      /Property company1.*landline.*verified 2026-11-23 by 周敏, due/,
    )
  })
})
