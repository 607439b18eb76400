/**
 * What a row of HQ's wall says: whole where there is room, else cut so that the cut is seen, never
 * to a word that says something else ("滨江市民" of a basement, "没" of 没人办).
 */
import { describe, expect, it } from 'vitest'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { formOf, type WallForm } from '#renderer/hq/wall/plan.ts'
import { roomOf, rowWords, type RowWords } from '#renderer/hq/wall/row-words.ts'
import { cutName, namesIn } from '#renderer/hq/wall/fitting.ts'
import { boardIncidents, boardSites } from '../../kit/group.ts'
import { incident, NOW, site } from './hq-desk.ts'

const SITES = new Map(boardSites(200, NOW).map((row) => [row.id, row]))
const LANGUAGES = ['zh', 'en'] as const
const PANELS = {
  lying: [1920, 1080],
  upright: [1080, 1920],
  wide: [3840, 1080],
  far: [1500, 844],
} as const
const faces = Object.entries(PANELS).flatMap(([panel, [across, down]]) =>
  LANGUAGES.flatMap((lang) =>
    [3, 20].flatMap((count) =>
      [true, false].map((isLead) => ({
        ...{ panel, lang, isLead, count },
        form: formOf({ across, down, bands: 3, incidents: count, lang }),
      })),
    ),
  ),
)
const rowsOf = (form: WallForm, lang: 'zh' | 'en', isLead: boolean, count: number) =>
  boardIncidents(count, NOW).map((line) => {
    const tr = (text: LocalizedText): string => text[lang]
    const of = SITES.get(line.site)!
    const words = rowWords(line, of, roomOf(form, isLead, lang), {
      ...{ tr, mark: '', age: of.outOfTouch ? '9分前' : '', none: '没有要办的' },
    })
    return { line, of, words, tr }
  })

describe.each(faces)('$panel, $lang, lead: $isLead, $count incidents', (face) => {
  const rows = rowsOf(face.form, face.lang, face.isLead, face.count)

  it('shows each part whole, or with the mark of a cut', () => {
    const unmarked = rows.flatMap(({ line, of, words, tr }) => {
      const { matter } = line
      const title = matter ? tr(matter.title) : '没有要办的'
      const remark = matter?.note ? tr(matter.note) : ''
      const wholes: Readonly<Record<keyof RowWords, readonly string[]>> = {
        place: [line.place],
        kind: [tr(line.kind)],
        region: [of.region, ''],
        site: [tr(of.name)],
        role: [matter ? tr(matter.role) : ''],
        matter: [title, ''],
        remark: [remark, ''],
      }
      return (Object.keys(wholes) as (keyof RowWords)[])
        .filter((part) => !wholes[part].includes(words[part]) && !words[part].includes('…'))
        .map((part) => `${part}: ${words[part]} of ${wholes[part].join('|')}`)
    })
    expect(unmarked).toEqual([])
  })

  it('shows what of happened and who must act in full where words are as short as they shall be', () => {
    const cut = rows.flatMap(({ words }) =>
      [words.kind, words.role].filter((text) => text.includes('…')),
    )
    expect(cut).toEqual([])
  })
})

describe('the lead', () => {
  const form = formOf({ across: 1920, down: 1080, bands: 3, incidents: 20, lang: 'zh' })
  const say = (part: Parameters<typeof incident>[2], lang: 'zh' | 'en' = 'zh') =>
    rowWords(
      incident('a', 'i', part),
      site('a', { name: localized('江城政务服务中心', 'Jiangcheng') }),
      roomOf(form, true, lang),
      {
        ...{ tr: (text: LocalizedText) => text[lang], mark: '', age: '', none: '' },
      },
    )

  it('says where, who, what and that nobody is on it, all of it whole', () => {
    const matter = {
      ...{ kind: 'limit' as const, title: localized('组织疏散', 'Evacuate people'), at: NOW },
      ...{ role: localized('值班经理', 'Duty manager'), standing: 'late' as const },
      note: localized('没人办', 'Nobody on it'),
    }
    expect(say({ matter })).toMatchObject({
      ...{ site: '江城政务服务中心', role: '值班经理', matter: '组织疏散', remark: '没人办' },
    })
    expect(say({ matter }, 'en')).toMatchObject({
      matter: 'Evacuate people',
      remark: 'Nobody on it',
    })
  })

  it('keeps beginning and end of a place that is too long for it', () => {
    const { place } = say({ place: '滨江市民中心西附楼地下二层B区停车场东侧通道水泵房三号' })
    expect(place).toMatch(/^滨江.*….*三号$/)
  })
})

describe('names in a band', () => {
  const words = { gap: 1, others: (count: number) => `另${count}个`, shorten: cutName }
  const lines = [['甲单位'], ['乙', '丙', '丁', '戊'].map((name) => `${name}市政务服务中心`)]

  it('gives what one kind leaves to the other', () => {
    const [first, second] = namesIn(lines, 18, words)
    expect(first!.shown).toEqual(['甲单位'])
    expect(second).toMatchObject({ shown: ['乙市政务服务中心'], rest: '另3个' })
  })

  it('says nothing beside its number where not one name is readable', () => {
    const [, second] = namesIn(lines, 7, words)
    expect(second).toMatchObject({ shown: [], rest: '' })
  })
})
