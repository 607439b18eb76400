/** What public walls show by type, on the settings page: chosen, sent whole, said beside. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PrivacyRead, WallRead } from '#shared/contract/walls.ts'
import { localized } from '#shared/domain/text.ts'
import {
  aboveOf,
  chosenPrivacy,
  countsByDisclosure,
  privacyInput,
} from '#renderer/console/pages/site/walls/privacy-form.ts'
import { accepted, read } from './desk.ts'
import { settings } from './site-kit.ts'

beforeEach(() => sessionStorage.clear())

const type = (code: string, name: string, discreet = false): PrivacyRead['types'][number] => ({
  ...{ code, name: localized(name, name), category: localized('人身', 'People'), discreet },
})
const TYPES = [
  type('illness', '突发疾病'),
  type('illness.mind', '精神异常'),
  type('fire', '火情'),
  type('robbery', '抢劫', true),
]
const table = (privacy: PrivacyRead['privacy']): PrivacyRead => ({ privacy, types: TYPES })

describe('the table as it is chosen', () => {
  it('leaves open what goes by the type above, and says of others what they show', () => {
    expect(chosenPrivacy(table({ types: { illness: 'area' } }))).toEqual({
      types: { illness: 'area', 'illness.mind': '', fire: 'full' },
      untyped: '',
    })
  })

  it('is sent without what shows all anyway, and with what is set for former types', () => {
    const before = table({ types: { flood: 'never', fire: 'area' } })
    const chosen = { types: { illness: 'presence', 'illness.mind': 'full', fire: 'full' } } as const
    expect(privacyInput({ ...chosen, untyped: 'area' }, before)).toEqual({
      types: { flood: 'never', illness: 'presence', 'illness.mind': 'full' },
      untyped: 'area',
    })
    expect(privacyInput(chosenPrivacy(before), before)).toEqual({
      ...{ types: before.privacy.types, untyped: null },
    })
  })

  it('counts the types that are not shown whole, discreet ones aside', () => {
    const privacy = { types: { illness: 'presence', 'illness.mind': 'never', robbery: 'area' } }
    expect(countsByDisclosure(table(privacy as PrivacyRead['privacy']))).toEqual([
      { disclosure: 'presence', count: 1 },
      { disclosure: 'never', count: 1 },
    ])
    expect(aboveOf('illness.mind', privacy as PrivacyRead['privacy'])).toBe('presence')
  })
})

describe('on the page', () => {
  const wall: WallRead = {
    ...{ id: 'hall', name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark', signs: [] },
    public: true,
  }
  async function opened(privacy: PrivacyRead['privacy']) {
    const mounted = await settings(
      {},
      {
        'walls/read': () => accepted<'walls/read'>({ walls: [wall], unnamed: [] }),
        'walls/privacy-read': () => accepted<'walls/privacy-read'>(table(privacy)),
        'walls/privacy-set': () => accepted<'walls/privacy-set'>({}),
      },
    )
    const part = mounted.page.get('[data-part=walls]')
    const button = part.findAll('button').find((each) => read(each).includes('按类型'))!
    return { mounted, part, button }
  }

  it('says beside each public wall what it does not show whole', async () => {
    const { part } = await opened({ types: { illness: 'presence', fire: 'area' } })
    expect(read(part.get('[data-note=privacy]'))).toContain(
      '1类只到大厅、小区、2类只说有事；静默处置的不显示',
    )
    expect(read(part.get('li .limits'))).toBe('1类只到大厅、小区、2类只说有事')
  })

  it('says that all is shown where nothing is set', async () => {
    const { part } = await opened({ types: {} })
    expect(read(part.get('[data-note=privacy]'))).toContain('别的都显示')
    expect(part.find('li .limits').exists()).toBe(false)
  })

  it('is set in a dialog, a choice a type, and sent whole', async () => {
    const { mounted, button } = await opened({ types: {} })
    await button.trigger('click')
    await flushPromises()
    const field = (id: string) => document.getElementById(id) as HTMLSelectElement
    expect(field('privacy-robbery')).toBeNull()
    expect(document.querySelector('.el-dialog')?.textContent).toContain('静默处置：不显示')
    for (const [id, value] of [
      ['privacy-illness', 'never'],
      ['privacy-untyped', 'full'],
    ] as const) {
      field(id).value = value
      field(id).dispatchEvent(new Event('change'))
    }
    await flushPromises()
    expect(field('privacy-illness.mind').options[0]?.text).toContain('跟上级：不显示')
    document.querySelector<HTMLButtonElement>('.el-dialog form [type=submit]')!.click()
    await flushPromises()
    expect(mounted.station.of('walls/privacy-set')).toMatchObject([
      { types: { illness: 'never' }, untyped: 'full' },
    ])
    expect(document.querySelector('.el-dialog form')).toBeNull()
  })
})
