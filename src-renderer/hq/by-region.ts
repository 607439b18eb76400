/** The order in which pages list sites that are equal otherwise. */
import type { LocalizedText } from '#shared/domain/text.ts'

type Listed = { region: string; name: LocalizedText }
/** By region, then by name, as a Chinese dictionary has them. */
export const byRegion = (a: Listed, b: Listed): number =>
  a.region.localeCompare(b.region, 'zh') || a.name.zh.localeCompare(b.name.zh, 'zh')
