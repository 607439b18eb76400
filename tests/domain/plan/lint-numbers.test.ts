/** Numbers that differ between the two languages of a text. */
import { describe, expect, it } from 'vitest'
import { lintPlan } from '#shared/domain/plan/lint.ts'
import { differingNumbers } from '#shared/domain/plan/lint/numbers.ts'
import { localized } from '#shared/domain/text.ts'
import { samplePlan, withStep } from './sample.ts'

describe('numbers differ', () => {
  it.each([
    ['30分钟内到场', 'On site within 20 minutes', [30], [20]],
    ['三次以上', 'More than 4 times', [3], [4]],
    ['损失超过5000元', 'Loss over 50,000 yuan', [5000], [50000]],
    ['5万元以上', 'Over 5,000 yuan', [50000], [5000]],
    ['半小时巡一遍', 'Patrol every 20 minutes', [30], [20]],
    ['等15分钟', 'Wait', [15], []],
    ['两人一组', 'In pairs of three people', [2], [3]],
    ['120分钟', '90 minutes', [120], [90]],
  ])('%s / %s', (zh, en, chinese, english) => {
    expect(differingNumbers(localized(zh, en))).toEqual({ zh: chinese, en: english })
  })

  it.each([
    ['30分钟内到场', 'On site within 30 minutes'],
    ['三次以上', 'More than 3 times'],
    ['三次以上', 'More than three times'],
    ['损失超过5000元', 'Loss over 5,000 yuan'],
    ['5万元以上', 'Over 50,000 yuan'],
    ['半小时巡一遍', 'Patrol every half hour'],
    ['半小时巡一遍', 'Patrol every 30 minutes'],
    ['一人留守，第一时间上报', 'A person stays; report at once'],
    ['叫救护车，拨打120', 'Call an ambulance'],
    ['按S09-77第三条报告', 'Report as S09-77 says'],
    ['三楼疏散', 'Evacuate the third floor'],
    ['11月15日起', 'From 15 November'],
    ['{hours}小时后', 'After {hours} hours'],
    ['等15分钟', '等15分钟'],
  ])('%s / %s say the same', (zh, en) => {
    expect(differingNumbers(localized(zh, en))).toEqual({ zh: [], en: [] })
  })

  it.each([
    [2, '两', 'two'],
    [3, '三', 'three'],
    [4, '四', 'four'],
    [5, '五', 'five'],
    [6, '六', 'six'],
    [7, '七', 'seven'],
    [8, '八', 'eight'],
    [9, '九', 'nine'],
    [10, '十', 'ten'],
    [15, '十五', 'fifteen'],
    [20, '二十', 'twenty'],
    [30, '三十', 'thirty'],
    [40, '四十', 'forty'],
    [60, '六十', 'sixty'],
  ])('%i is read from %s and from %s', (number, zh, en) => {
    const none = { zh: [], en: [] }
    expect(differingNumbers(localized(`${zh}分钟`, `${number} minutes`))).toEqual(none)
    expect(differingNumbers(localized(`${number}分钟`, `${en} minutes`))).toEqual(none)
  })

  it('is a warning beside the field, which names them', () => {
    const plan = withStep('s-1', { title: localized('30分钟内到场', 'On site within 20 minutes') })
    const [finding] = lintPlan(plan).filter(({ code }) => code === 'numbers-differ')
    expect(finding).toMatchObject({ severity: 'warning', path: 'steps.s-1.title' })
    expect(finding?.message.zh).toMatch(/30.*20/)
    expect(finding?.message.en).toMatch(/30.*20/)
  })
})

describe('numbers at their bounds', () => {
  it.each([
    ['一百零五人', '105 people', [], []], // nought in between
    ['一百零五人', '15 people', [105], [15]],
    ['一二三人', '123 people', [], [123]], // digits without units are no number
    ['二零二六年', '2026 years', [], [2026]],
    ['两千三百人', '2,300 people', [], []],
    ['3亿元', '300,000,000 yuan', [], []],
    ['3亿元', '300,000,001 yuan', [3e8], [300_000_001]],
    ['第三次', 'Once', [], []], // the third: no count
    ['三次', 'Once', [3], []],
    ['三万人', '30,000 people', [], []],
    ['一次', '1 time', [], []],
    ['2次', 'Once', [2], []],
    ['一个半小时', '90 minutes', [30], []],
    ['119人', 'people', [119], []],
    ['拨打119', 'call', [], []],
  ])('%s / %s', (zh, en, chinese, english) => {
    expect(differingNumbers(localized(zh, en))).toEqual({ zh: chinese, en: english })
  })

  it('says for each language which, or none', () => {
    const differ = (zh: string, en: string) =>
      lintPlan(withStep(samplePlan().steps[0]?.id ?? '', { title: localized(zh, en) }))
        .filter(({ code }) => code === 'numbers-differ')
        .map(({ message }) => [message.zh, message.en])
    expect(differ('等15分钟', 'Wait')).toEqual([
      [
        '中英文的数不一致：只在中文里有15，只在英文里有（无）',
        'The numbers differ: only in Chinese 15, only in English none',
      ],
    ])
    expect(differ('等3到5分钟', 'Wait 7 minutes')).toEqual([
      [
        '中英文的数不一致：只在中文里有3、5，只在英文里有7',
        'The numbers differ: only in Chinese 3, 5, only in English 7',
      ],
    ])
  })
})
