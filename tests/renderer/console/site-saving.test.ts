/**
 * The page 设置 while something is being saved: what is entered meanwhile is saved after it, and
 * what hangs on a save is read once.
 */
import { config, flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { accepted, press, read, refused, type MountedConsole } from './desk.ts'
import { onFile } from './on-file-kit.ts'
import { registerStation } from './register-kit.ts'
import { settings, site } from './site-kit.ts'

// a dialog says that it closes when its transition begins
config.global.stubs = { transition: false }

beforeEach(() => {
  sessionStorage.clear()
  location.hash = ''
})

const TODAY = '2026-11-24' // a Tuesday
type Answers = NonNullable<Parameters<typeof settings>[1]>

async function opened(answers: Answers): Promise<MountedConsole<unknown>> {
  const mounted = await settings({}, answers)
  await vi.dynamicImportSettled() // names are heard by their pinyin
  await flushPromises()
  await mounted.show({}) // loading may have taken so long that the picture was old
  return mounted
}
/** Persons are saved when the test lets them: each waits for `letGo`. */
function slowPersons(kit = registerStation()) {
  const waiting: (() => void)[] = []
  const answers: Answers = {
    ...kit.answers,
    'people/person-set': (input) =>
      new Promise((answer) => {
        waiting.push(() => answer(kit.answers['people/person-set'](input)))
      }),
  }
  const letGo = async (): Promise<void> => {
    waiting.shift()?.()
    await flushPromises()
  }
  return { answers, letGo, kit }
}
async function type(field: Element, words: string): Promise<void> {
  const input = field as HTMLInputElement
  input.value = words
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}
async function key(name: string, on: Element): Promise<void> {
  press(name, { on })
  await flushPromises()
}

describe('a new person', () => {
  it('entered while the one before is being saved waits for it, and is saved, too', async () => {
    const { answers, letGo } = slowPersons()
    const { page, station } = await opened(answers)
    const name = page.findAll<HTMLInputElement>('.quick input')[0]!
    for (const words of ['陈军', '云小丁']) {
      await name.setValue(words)
      expect(page.get('.quick [type=submit]').attributes('disabled')).toBeUndefined()
      await page.get('.quick').trigger('submit')
    }
    await name.setValue('林')
    await flushPromises()
    expect(station.of('people/person-set')).toHaveLength(1)
    expect(read(page.get('.quick'))).toContain('正在保存：陈军、云小丁')
    await letGo()
    await letGo()
    expect(station.of('people/person-set').map((input) => input.name)).toEqual(['陈军', '云小丁'])
    expect(name.element.value).toBe('林') // what is typed stays
    expect(read(page.get('.quick'))).not.toContain('正在保存')
  })

  it('that is refused while the next is typed is named', async () => {
    const { page } = await opened({
      ...registerStation().answers,
      'people/person-set': () => refused('unknown-post', '没有这个岗位'),
    })
    const [name, phone] = page.findAll<HTMLInputElement>('.quick input')
    await name!.setValue('陈军')
    await phone!.setValue('8004')
    const submitted = page.get('.quick').trigger('submit')
    await name!.setValue('林')
    await submitted
    await flushPromises()
    expect(read(page.get('.quick [role=alert]'))).toContain('没有存上：陈军 8004')
    expect(name!.element.value).toBe('林')
  })

  it('of a cell is entered where it was typed, though the keys have gone elsewhere meanwhile', async () => {
    const { answers, letGo, kit } = slowPersons()
    const { page } = await opened(answers)
    const field = page.get('.cell-field input').element
    await type(field, '云小丁')
    for (const name of ['ArrowDown', 'Enter', 'Escape', 'ArrowRight']) await key(name, field)
    await letGo()
    expect([...kit.cells.values()].map(({ date, persons }) => [date, persons])).toEqual([
      [TODAY, ['new-1']],
    ])
    expect(read(page.get('.sheet-frame .at'))).toContain('11月25日白班')
  })
})

describe('the posts', () => {
  const line = (page: VueWrapper, name: string) =>
    page.findAll('.posts .post').find((row) => row.get('b').text() === name)!
  async function put(page: VueWrapper, post: string, words: string): Promise<void> {
    const field = line(page, post).get('.person-field input').element
    await type(field, words)
    await key('Enter', field)
  }

  it('take whoever is entered while a save is on its way after it, by the posts of then', async () => {
    const { answers, letGo } = slowPersons()
    const { page, station } = await opened(answers)
    await put(page, '急救员', 'ln')
    await put(page, '电梯维保', 'ln')
    await put(page, '电梯维保', '张梅')
    expect(station.of('people/person-set')).toHaveLength(1)
    expect(line(page, '电梯维保').findAll('.coming').map(read)).toEqual(['李娜', '张梅'])
    for (let count = 0; count < 3; count++) await letGo()
    expect(station.of('people/person-set').map(({ name, posts }) => [name, posts])).toEqual([
      ['李娜', ['head', 'medic']],
      ['李娜', ['head', 'medic', 'site-lift']],
      ['张梅', ['site-lift']],
    ])
    expect(page.find('.posts .coming').exists()).toBe(false)
    expect(read(line(page, '电梯维保'))).toMatch(/李娜 × 张梅 ×/)
  })

  it('say who was not put on them, and why', async () => {
    const { page } = await opened({
      ...registerStation().answers,
      'people/person-set': () => refused('unknown-person', '没有这个人'),
    })
    await put(page, '急救员', '李娜')
    expect(read(page.get('.posts [role=alert]'))).toContain('没有存上：李娜（急救员）')
  })
})

it('a save reads what hangs on it once, though the push that tells of it says the same', async () => {
  const kit = registerStation()
  let isSlow = false
  const letGo: (() => void)[] = []
  const slow = async <A>(answer: () => A | Promise<A>): Promise<A> => {
    if (isSlow) await new Promise<void>((go) => letGo.push(go))
    return answer()
  }
  const { page, station, show } = await opened({
    'people/read': () => slow(() => kit.answers['people/read']()),
    'duty/read': (input) => slow(() => kit.answers['duty/read'](input)),
    'site/read': () => slow(() => accepted<'site/read'>(site())),
    'site/places-read': () => slow(() => accepted<'site/places-read'>({ places: [] })),
    'contacts/read': () => slow(() => onFile([])['contacts/read']!({})),
    'places/read': () => slow(() => accepted<'places/read'>({ places: [] })),
    'duty/set': (input) => ({ ...kit.answers['duty/set'](input), position: 101 }),
  })
  isSlow = true
  const before = station.asked.length
  const field = page.get('.cell-field input').element
  await type(field, 'zm')
  await key('Enter', field)
  await show({ position: 101 })
  while (letGo.length > 0) {
    for (const go of letGo.splice(0)) go()
    await flushPromises()
  }
  const requests = station.asked
    .slice(before)
    .map(({ name, input }) => `${name} ${JSON.stringify(input)}`)
  expect(new Set(requests).size).toBe(requests.length)
  expect(requests.filter((request) => request.startsWith('duty/read')).sort()).toEqual([
    'duty/read {"from":"2026-11-23","until":"2026-11-29"}', // the sheet, and who is on now
    'duty/read {"from":"2026-11-23","until":"2026-11-30"}', // what is missing of the set-up
  ])
  expect(requests).toContain('people/read {}')
})
