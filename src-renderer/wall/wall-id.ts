/** The id of this screen: by chance and once a tab, so that two walls from one address are two. */

const KEPT = 'vigil.wall'

export function wallId(): string {
  const stored = sessionStorage.getItem(KEPT)
  if (stored) return stored
  const id = `wall-${crypto.randomUUID().slice(0, 8)}`
  sessionStorage.setItem(KEPT, id)
  return id
}
