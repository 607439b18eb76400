/**
 * What is shown, as the address says it: `#/`, `#/month`, `#/site/ID`, `#/site/ID/INCIDENT`,
 * `#/reports/ID/ISSUE`.
 */
import { onScopeDispose, ref, type Ref } from 'vue'

export const HQ_PAGE_IDS = [
  'board',
  'month',
  'reports',
  'orders',
  'people',
  'deeds',
  'me',
  'site',
] as const
export type HqPageId = (typeof HQ_PAGE_IDS)[number]
/** What the page does not have is ''. */
export type HqPlace = {
  page: HqPageId
  site: string
  incident: string
  report: string
  issue: string
}

export function placeOf(hash: string): HqPlace {
  const [id = '', first = '', second = ''] = hash.replace(/^#\/?/, '').split('/').map(decode)
  const page = HQ_PAGE_IDS.find((known) => known === id) ?? 'board'
  const of = (owner: HqPageId, part: string): string => (page === owner ? part : '')
  return {
    page,
    ...{ site: of('site', first), incident: of('site', second) },
    ...{ report: of('reports', first), issue: of('reports', second) },
  }
}
/** An address that somebody typed may hold anything. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

export const linkTo = (page: HqPageId, ...parts: readonly string[]): string =>
  `#/${[page === 'board' ? '' : page, ...parts.map(encodeURIComponent)].join('/')}`

export function usePlace(): Readonly<Ref<HqPlace>> {
  const place = ref(placeOf(location.hash))
  const follow = (): void => {
    place.value = placeOf(location.hash)
  }
  addEventListener('hashchange', follow)
  onScopeDispose(() => removeEventListener('hashchange', follow))
  return place
}
