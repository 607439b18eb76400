/** What every document compares of people and money: dead, injured, missing, direct loss. */
import { localized } from '../text.ts'
import type { Compared } from './table.ts'

export const HARM: readonly Compared[] = [
  {
    title: localized('死亡（人）', 'Dead'),
    metric: 'casualties.dead',
    of: (item) => item.casualties.dead,
  },
  {
    title: localized('重伤（人）', 'Seriously injured'),
    metric: 'casualties.serious',
    of: (item) => item.casualties.serious,
  },
  {
    title: localized('轻伤（人）', 'Slightly injured'),
    metric: 'casualties.minor',
    of: (item) => item.casualties.minor,
  },
  {
    title: localized('失联（人）', 'Missing'),
    metric: 'casualties.missing',
    of: (item) => item.casualties.missing,
  },
  {
    title: localized('直接经济损失（元）', 'Direct economic loss (yuan)'),
    metric: 'loss',
    of: (item) => item.loss,
  },
]
