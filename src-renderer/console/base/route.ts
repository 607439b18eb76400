/**
 * Tells which page is shown: the address after `#`, as `#/plans/<id>?revision=…`, so that links,
 * the back key and a reload work as everywhere. The key that signs in also comes after `#`; it is
 * taken by transport/key.ts, and an address that names no page means the first one.
 */
import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'

export type Place = { path: readonly string[]; query: Readonly<Record<string, string>> }

function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // typed by hand
  }
}

/** The place that a hash names; the path is empty where it names none. */
export function placeOf(hash: string): Place {
  if (!hash.startsWith('#/')) return { path: [], query: {} }
  const [path = '', query = ''] = hash.slice(2).split('?', 2)
  return {
    path: path
      .split('/')
      .filter((part) => part !== '')
      .map(plain),
    query: Object.fromEntries(new URLSearchParams(query)),
  }
}

/**
 * The hash of a place: `hashOf(['plans', 'mall-fire'], { at: 'mf-01' })` →
 * `#/plans/mall-fire?at=mf-01`. What is undefined is left out.
 */
export function hashOf(
  path: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()
  return `#/${path.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`
}

export const useRoute = defineStore('route', () => {
  const hash = shallowRef(location.hash)
  let guard: ((to: string) => boolean) | null = null
  const isAllowed = (to: string): boolean => to === hash.value || guard === null || guard(to)
  function read(): void {
    if (isAllowed(location.hash)) hash.value = location.hash
    // the page stays, and so does its address
    else history.pushState(history.state, '', hash.value || location.pathname + location.search)
  }
  addEventListener('hashchange', read)
  onScopeDispose(() => removeEventListener('hashchange', read))
  return {
    place: computed(() => placeOf(hash.value)),
    /** Goes to a hash; the address follows, and so does the way back. */
    go(to: string): void {
      if (!isAllowed(to)) return
      location.hash = to
      hash.value = to // the browser tells it later: nobody waits for that
    },
    /**
     * The address says the same page in other words, such as a search that is being typed: the way
     * back does not grow.
     */
    rename(to: string): void {
      history.replaceState(history.state, '', to)
      hash.value = to
    },
    /**
     * Until it is released, the page is left only if `ask` allows it; `ask` may ask a person first
     * and then go. Returns the release.
     */
    hold(ask: (to: string) => boolean): () => void {
      guard = ask
      return () => {
        if (guard === ask) guard = null
      }
    },
  }
})
