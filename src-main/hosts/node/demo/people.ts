/** The sample site and who sits at its desk; whoever else there is stands in its register. */
import type { Site } from '#shared/domain/site/site.ts'
import { localized } from '#shared/domain/text.ts'

export const sampleSite = (zone: string): Site => ({
  name: localized('示例·云雀湾燃气客服中心', 'Sample: Lark Bay Gas Customer Service'),
  zone,
  kinds: ['gas-customer-service', 'government-hall'],
  demo: true,
  setUp: true,
})

export const DISPATCHERS = ['云小甲', '雀小乙', '湾小丙'] as const
