/** What of its paper stands on the card of a step: the part that sets the limit, and no more. */
import { describe, expect, it } from 'vitest'
import { excerptOf } from '#shared/domain/paper/excerpt.ts'
import { localized } from '#shared/domain/text.ts'
import { step } from '../../kit/plan.ts'

const title = (zh: string) => ({ title: localized(zh, zh) })
const clause = (id: string, quote?: string) => ({
  id,
  chapter: localized('三', '3'),
  ...(quote === undefined ? { says: localized('内容', 'what it says') } : { quote }),
})
const DUE = { within: 1_800_000, from: 'reported' } as const
const of = (quote: string, zh: string, part = {}) =>
  excerptOf(step('s', { ...title(zh), clause: 'c', ...part }), [clause('c', quote)])?.words ?? null

describe('the words of the paper on a card', () => {
  it('are a short sentence whole', () => {
    expect(of('维保单位应在30分钟内到场。', '到场', { due: DUE })).toBe(
      '维保单位应在30分钟内到场。',
    )
  })

  it('are the part of a long one that sets the limit, with its neighbours as far as they fit', () => {
    const words = of(
      '发现有人被困后，监控室值班员立即用对讲电话安抚乘客并问清楼层和人数，维保单位接到通知后应在30分钟内赶到，到场后出示证件，由物业经理陪同进入机房开展救援。',
      '到场',
      { due: DUE },
    )
    expect(words).toBe('…维保单位接到通知后应在30分钟内赶到，到场后出示证件…')
  })

  it('never run over, though there is no comma to cut at', () => {
    const words = of(`在30分钟内${'完成各项工作'.repeat(12)}。`, '完成', { due: DUE }) ?? ''
    expect([...words].length).toBeLessThanOrEqual(42)
    expect(words).toMatch(/^在30分钟内.*…$/)
  })

  it('are of the clause that sets the limit, though it is not the first that the step cites', () => {
    const clauses = [clause('a', '安抚乘客。'), clause('b', '上述工作应在30分钟内完成。')]
    const excerpt = excerptOf(
      step('s', { ...title('安抚乘客'), clause: 'a', clauses: ['b'], due: DUE }),
      clauses,
    )
    expect(excerpt).toEqual({ clause: 'b', words: '上述工作应在30分钟内完成。' })
  })

  it('do not say again what the step says in the same words', () => {
    expect(of('如有人受伤，拨打120。', '有人受伤：拨打120')).toBeNull()
  })

  it('stand there where somebody has worded the step otherwise', () => {
    expect(of('应当及时安抚被困乘客情绪。', '对讲安抚')).toBe('应当及时安抚被困乘客情绪。')
  })

  it('are none where the plan cites no paper', () => {
    expect(excerptOf(step('s', { clause: 'c', due: DUE }), [clause('c')])).toBeNull()
    expect(excerptOf(step('s', { clause: 'gone' }), [])).toBeNull()
  })
})
