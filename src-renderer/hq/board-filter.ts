/** What of the board somebody looks for: a region, and words of names. Kept from page to page. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { BoardSite } from '#shared/contract/hq-replies.ts'
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { useGroupBoard } from './group-board.ts'
import { isTroubled } from './site-standing.ts'

const written = ({ zh, en }: LocalizedText): string => `${zh} ${en}`
/** Every word of `query` stands somewhere in `text`. */
export function matches(text: string, query: string): boolean {
  const lower = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}

/** Whether every word of `query` stands in its name or its region. */
export const isNamed = ({ name, region }: BoardSite, query: string): boolean =>
  matches(`${written(name)} ${region}`, query)

export type RegionSum = {
  region: string
  sites: readonly BoardSite[]
  running: number
  late: number
  troubled: number
}

/** In the order of their names. */
export function regionSums(
  sites: readonly BoardSite[],
  incidents: readonly IncidentLine[],
): readonly RegionSum[] {
  const groups = Map.groupBy(sites, ({ region }) => region)
  return [...groups]
    .map(([region, ofRegion]) => {
      const ids = new Set(ofRegion.map(({ id }) => id))
      const theirs = incidents.filter(({ site, drill }) => !drill && ids.has(site))
      return {
        ...{ region, sites: ofRegion, running: theirs.length },
        late: theirs.filter(({ matter }) => matter?.standing === 'late').length,
        troubled: ofRegion.filter(isTroubled).length,
      }
    })
    .sort((a, b) => a.region.localeCompare(b.region, 'zh'))
}

export const useBoardFilter = defineStore('hq-board-filter', () => {
  const board = useGroupBoard()
  /** Empty: every region. */
  const region = ref('')
  const query = ref('')
  const all = computed(() => [...board.sites.values()])
  const regions = computed(() => regionSums(all.value, [...board.incidents.values()]))
  const inRegion = ({ region: of }: BoardSite): boolean =>
    region.value === '' || of === region.value
  const sites = computed(() =>
    all.value.filter((site) => inRegion(site) && isNamed(site, query.value)),
  )
  const incidents = computed(() =>
    [...board.incidents.values()].filter((incident) => {
      const site = board.sites.get(incident.site)
      if (region.value !== '' && site?.region !== region.value) return false
      const named = site ? `${written(site.name)} ${site.region}` : ''
      const text = `${incident.place} ${written(incident.kind)} ${incident.number ?? ''} ${named}`
      return matches(text, query.value)
    }),
  )
  const isOn = computed(() => region.value !== '' || query.value.trim() !== '')
  function clear(): void {
    region.value = ''
    query.value = ''
  }
  return { region, query, regions, sites, incidents, isOn, clear }
})
