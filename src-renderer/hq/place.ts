/** What is shown, as the address says it: `#/`, `#/month`, `#/site/ID`, `#/site/ID/INCIDENT`. */
import { onScopeDispose, ref, type Ref } from 'vue'

export const HQ_PAGE_IDS = ['board', 'month', 'orders', 'people', 'deeds', 'me', 'site'] as const
export type HqPageId = (typeof HQ_PAGE_IDS)[number]
export type HqPlace = { page: HqPageId; site: string; incident: string }

export function placeOf(hash: string): HqPlace {
  const [id = '', site = '', incident = ''] = hash.replace(/^#\/?/, '').split('/').map(decode)
  const page = HQ_PAGE_IDS.find((known) => known === id) ?? 'board'
  return page === 'site' ? { page, site, incident } : { page, site: '', incident: '' }
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
