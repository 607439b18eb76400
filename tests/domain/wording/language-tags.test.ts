/** Words in the other language are told as such, on paper by a tag and to readers by their runs. */
import { describe, expect, it } from 'vitest'
import { runsOf, withLanguageTags } from '#shared/domain/language-tags.ts'
import { localized } from '#shared/domain/text.ts'
import { allPlans, allTypes } from '../../kit/library.ts'

describe('a text in one language bears a tag on the other face', () => {
  it.each([
    ['in Chinese only', '拨打119', '拨打119', '拨打119', '拨打119 (中文)'],
    ['in English only', 'Call 119', 'Call 119', 'Call 119（EN）', 'Call 119'],
    ['in both', '拨打119', 'Call 119', '拨打119', 'Call 119'],
    [
      'made of such words',
      '拨打119：已超时',
      '拨打119: late',
      '拨打119：已超时',
      '拨打119: late (中文)',
    ],
    ['without a language', '119', '119', '119', '119'],
  ])('%s', (_, zh, en, onZh, onEn) => {
    expect(withLanguageTags(localized(zh, en))).toEqual(localized(onZh, onEn))
  })

  it('wherever it stands in plain data, and a string of a person stays as it is', () => {
    const step = { title: localized('疏散', '疏散'), place: '三楼', dueAt: 5, list: null }
    expect(withLanguageTags({ steps: [step], at: undefined })).toEqual({
      steps: [{ ...step, title: localized('疏散', '疏散 (中文)') }],
      at: undefined,
    })
  })

  it('what ships is in both, and bears none', () => {
    expect(withLanguageTags(allTypes())).toEqual(allTypes())
    for (const plan of allPlans()) expect(withLanguageTags(plan)).toEqual(plan)
  })
})

describe('the runs of a text', () => {
  it.each([
    ['Done: 拨打119 (中文)', 'en', ['Done: ', '>拨打119', ' (', '>中文', ')']],
    ['Reported: 三楼', 'en', ['Reported: ', '>三楼']],
    ['Call 119', 'en', ['Call 119']],
    ['已完成：Call the brigade.（EN）', 'zh', ['已完成：', '>Call the brigade.', '（EN）']],
    ['<Call> 119!', 'zh', ['><Call> 119!']],
    ['拨打119', 'zh', ['拨打119']],
    ['校验值3acf09be12d4aa77', 'zh', ['校验值3acf09be12d4aa77']],
    ['', 'zh', ['']],
  ] as const)('%j on a face in %s', (words, face, runs) => {
    expect(
      runsOf(words, face).map(({ words: part, language }) => `${language ? '>' : ''}${part}`),
    ).toEqual(runs)
  })
})
