/** Cards by posts with letters before them, and a library that keeps its readers company. */
import { describe, expect, it } from 'vitest'
import { titleOfPaper } from '#shared/domain/paper/draft.ts'
import type { PaperDraft } from '#shared/domain/paper/paper.ts'
import { draftOf, paragraphs } from './lift-paper.ts'

type Step = { title: { zh: string }; role: string; prohibits?: true; when?: unknown }
const stepWith = ({ plans }: PaperDraft, words: string): Step => {
  const steps = plans.flatMap((plan) => plan['steps'] as Step[])
  const step = steps.find(({ title }) => title.zh.includes(words))
  if (!step) throw new Error(`no step ${words}: ${JSON.stringify(steps)}`)
  return step
}
const postsOf = ({ document }: PaperDraft): string[] =>
  Object.values(document['roles'] as Record<string, { name: { zh: string } }>).map(
    ({ name }) => name.zh,
  )

const CARDS = [
  '长途汽车客运站应急处置卡汇编',
  '（一）车辆站内起火',
  'A 发现人：立即按下手动报警器，拨打119。',
  'B 安检员：切断安检机电源，不得乘坐电梯。',
  'C 义务消防队：3分钟内到场灭火。',
  'D 值班站长：10分钟内向市交通局值班室报告。',
  '（二）查获爆炸物品',
  'A 安检员：停止安检通道，稳住携带人。',
  'B 值班站长：通知疏散，拨打110。',
]

describe('a collection of cards', () => {
  const draft = draftOf(CARDS)

  it('has its name from its first line, which is no step', () => {
    expect(titleOfPaper(paragraphs(CARDS))).toBe('长途汽车客运站应急处置卡汇编')
    expect(draft.plans).toHaveLength(2)
  })

  it('has posts without the letter before them, one each', () => {
    const posts = postsOf(draft)
    expect(posts.filter((name) => /^[A-Z]/.test(name))).toEqual([])
    expect(posts.filter((name) => name === '值班站长')).toHaveLength(1)
    expect(posts).toContain('安检员')
  })
})

describe('a library', () => {
  const draft = draftOf([
    '图书馆突发事件处置办法',
    '第一条 读者突发疾病的，楼层馆员应当立即呼叫医务室，并守在读者身边，不得随意搬动。',
    '第二条 事发部门填写登记表，报馆长办公室存档。',
    '第三条 报刊室主任切断电源。',
    'A座值班员：关闭A座大门。',
  ])

  it('stays with whom it helps, and what is forbidden hangs on no such question', () => {
    expect(stepWith(draft, '守在读者身边').prohibits).toBeUndefined()
    expect(stepWith(draft, '不得随意搬动').prohibits).toBe(true)
    expect(JSON.stringify(draft.plans[0]?.['facts'] ?? {})).not.toContain('身边')
  })

  it('names the office that a paper goes to without the verb before it', () => {
    expect(postsOf(draft)).not.toContain('报馆长办公室')
    expect(postsOf(draft)).toEqual(expect.arrayContaining(['报刊室主任', 'A座值班员']))
  })
})
