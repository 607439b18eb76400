/**
 * What administrators and everybody do about themselves at HQ: the whole pairing text, ending a
 * pairing, the own password, the list of deeds.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DEED_KINDS } from '#shared/domain/hq/deeds.ts'
import { frame, NOW, openHqPages, site, ZHAO } from './hq-desk.ts'

beforeEach(() => {
  location.hash = ''
})
const CODE = {
  code: 'ABCDE-12345',
  address: 'https://hq.example:7390',
  fingerprint: 'f'.repeat(64),
}
const submit = async (page: { find: (at: string) => { trigger: (on: string) => unknown } }) => {
  await page.find('form').trigger('submit')
  await flushPromises()
}

describe('pairing', () => {
  it('gives the whole text, with address and certificate, and copies it', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    const { page, asked, send, go } = await openHqPages({
      'people/read': () => [],
      'site/code': () => CODE,
    })
    await send(frame([site('1')]))
    await go('#/people')
    const form = page.findAll('form').at(-1)!
    expect(form.findAll('option').map((option) => option.attributes('value'))).toEqual(['华东'])
    await form.find('input').setValue(' 西南 ')
    await form.trigger('submit')
    await flushPromises()
    expect(asked.at(-1)).toEqual({ name: 'site/code', input: { region: '西南' } })
    const text = `${CODE.address}#${CODE.fingerprint}/${CODE.code}`
    expect(form.find('.text').text()).toBe(text)
    await form.find('.acts button').trigger('click')
    await flushPromises()
    expect(writeText).toHaveBeenCalledWith(text)
    expect(form.text()).toContain('已复制')
    expect(form.find('.fault').exists()).toBe(false)
  })

  it('names the address by which the page came where HQ says none, and warns of one that leads nowhere', async () => {
    const { page, go } = await openHqPages({
      'people/read': () => [],
      'site/code': () => ({ ...CODE, address: null, fingerprint: null }),
    })
    await go('#/people')
    const form = page.findAll('form').at(-1)!
    await form.find('input').setValue('西南')
    await form.trigger('submit')
    await flushPromises()
    expect(form.find('.text').text()).toBe(`${location.origin}#${CODE.code}`)
    expect(form.find('.fault').text()).toContain('--address')
  })

  it('of a site is for it alone; ending it asks for the reason', async () => {
    const read = { site: site('1'), differences: [], incidents: [] }
    const { page, asked, send, go } = await openHqPages({
      'site/read': () => read,
      'site/code': () => CODE,
      'site/unpair': () => ({}),
    })
    await send(frame([site('1')]))
    await go('#/site/1')
    await page.find('.admin form').trigger('submit')
    await flushPromises()
    expect(asked.at(-1)?.input).toEqual({ region: '华东', site: '1' })
    await page.find('.admin .unpair').trigger('click')
    const [, ending] = page.findAll('.admin form')
    expect(ending!.find('.strong').attributes('disabled')).toBeDefined()
    await ending!.find('input').setValue('撤店')
    await ending!.trigger('submit')
    await flushPromises()
    expect(asked).toContainEqual({ name: 'site/unpair', input: { site: '1', why: '撤店' } })
    expect(asked.at(-1)?.name).toBe('site/read')
  })

  it('is no matter of who may only look or hand down', async () => {
    const { page, go } = await openHqPages({
      'me/read': () => ({ ...ZHAO, role: 'sender' }),
      'site/read': () => ({ site: site('1'), differences: [], incidents: [] }),
    })
    await go('#/site/1')
    expect(page.find('h1').text()).toBe('1号楼')
    expect(page.find('main').text()).toContain('中国标准时间（GMT+8）')
    expect(page.find('.admin').exists()).toBe(false)
  })

  it('that has ended is said on the site, and awaited no more', async () => {
    const gone = site('1', { unpairedAt: NOW - 60_000 })
    const { page, send, go } = await openHqPages({
      'site/read': () => ({ site: gone, differences: [], incidents: [] }),
    })
    await send(frame([gone]))
    expect(page.find('[data-site]').attributes('data-standing')).toBe('unpaired')
    expect(page.find('.sites header').text()).not.toContain('要处理')
    await go('#/site/1')
    expect(page.text()).toContain('解除配对，以下是那时的情况')
    expect(page.find('.unpair').exists()).toBe(false)
  })
})

describe('a site at HQ', () => {
  it('says by how much its clock is off', async () => {
    const late = site('1', { heard: { ...site('1').heard!, offset: -90_400 } })
    const { page, go } = await openHqPages({
      'site/read': () => ({ site: late, differences: [], incidents: [] }),
    })
    await go('#/site/1')
    expect(page.find('.facts').text()).toMatch(/现场时钟\s*慢90秒/)
  })

  it('is named on the board where a month is stated otherwise than counted', async () => {
    const { page, send } = await openHqPages()
    await send(frame([site('1', { differs: true }), site('2')]))
    expect(page.find('[data-site]').text()).toContain('数不一致')
    expect(page.find('.sites header').text()).toContain('1个要处理')
  })
})

describe('the own password', () => {
  it('says what is missing, what is wrong, and leads to the sign-in', async () => {
    const done: Record<string, never> = {}
    const { page, asked, go } = await openHqPages({
      'me/password': ({ before }: { before: string }) =>
        before === 'the old password' ? done : { refused: 'wrong-password' },
    })
    await go('#/me')
    const [before, password, again] = page.findAll('input')
    expect(page.find('form').text()).toContain('先输现在的密码')
    await before!.setValue('not the password')
    await password!.setValue('short')
    expect(page.find('form').text()).toContain('至少12个字符')
    await password!.setValue('a longer password')
    expect(page.find('form').text()).toContain('不一样')
    await again!.setValue('a longer password')
    await submit(page)
    expect(page.find('[role=alert]').text()).toBe('现在的密码不对。')
    await before!.setValue('the old password')
    await submit(page)
    expect(asked.at(-1)?.input).toEqual({
      before: 'the old password',
      password: 'a longer password',
    })
    expect(page.text()).toContain('密码已改，请用新密码登录')
  })
})

describe('deeds', () => {
  const deed = (id: number, part: object = {}) => ({
    ...{ id, at: NOW, person: '赵敏', deed: 'signed-in', detail: {} },
    ...part,
  })

  it('says who did what about whom, filters, and goes back further', async () => {
    const pages = [
      [
        deed(9, { deed: 'unpaired', detail: { site: '1', why: '撤店' } }),
        deed(8, {
          deed: 'appointed',
          detail: { name: '李强', role: 'viewer', regions: ['华东', '西南'], password: true },
        }),
        deed(7, { person: '', deed: 'sign-in-failed' }),
      ],
      [
        deed(4, { person: 'vigil-hq code', deed: 'made-code', detail: { region: '华东' } }),
        deed(3, { person: '李强', deed: 'danced' }), // of a newer program
      ],
    ]
    const { page, asked, send, go } = await openHqPages({ 'deeds/read': () => pages.shift() ?? [] })
    await send(frame([site('1')]))
    await go('#/deeds')
    const rows = (): string[] =>
      page.findAll('tbody tr').map((row) => row.text().replaceAll(/\s+/g, ' '))
    expect(rows()[0]).toMatch(/赵敏.*解除配对.*1号楼 · 撤店/)
    expect(rows()[1]).toMatch(/设人或改人.*李强 · 查看 · 华东、西南 · 设了密码/)
    expect(rows()[2]).toContain('没有这个人')
    await page.findAll('button').at(-1)!.trigger('click')
    await flushPromises()
    expect(asked.at(-1)).toEqual({ name: 'deeds/read', input: { before: 7 } })
    expect(rows()).toHaveLength(5)
    expect(rows()[3]).toMatch(/总部机器.*生成配对文字.*华东/)
    expect(page.text()).not.toContain('vigil-hq')
    await page.find('select').setValue('李强')
    expect(rows()).toEqual([expect.stringContaining('danced')])
  })

  it('has words for whatever HQ writes', async () => {
    const root = resolve(import.meta.dirname, '../../../src-main')
    const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n')
    const written = [
      ...source.matchAll(/\bdeed\([^'\n]*(?:'[^']*', )?'([\w-]+)'/g),
      ...source.matchAll(/insert into deed .*?'([\w-]+)'/g),
    ].map(([, kind]) => kind!)
    expect(new Set(written)).toEqual(new Set(DEED_KINDS))
    const { page, go } = await openHqPages({
      'deeds/read': () => DEED_KINDS.map((kind, index) => deed(99 - index, { deed: kind })),
    })
    await go('#/deeds')
    const named = page.findAll('tbody tr').map((row) => row.findAll('td')[2]!.text())
    expect(named).toHaveLength(DEED_KINDS.length)
    for (const words of named) expect(words).toMatch(/^[\u4e00-\u9fff]+$/)
  })

  it('is offered to administrators of every region alone', async () => {
    const all = await openHqPages()
    expect(all.page.find('nav').text()).toContain('操作记录')
    const regional = await openHqPages({ 'me/read': () => ({ ...ZHAO, regions: ['华东'] }) })
    expect(regional.page.find('nav').text()).not.toContain('操作记录')
  })
})
