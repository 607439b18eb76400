/** Builds the address of a wall with its options (wall/params.ts reads it). */
export type WallChoice = {
  english: boolean
  light: boolean
  privacy: boolean
  public: boolean // its session hides more; the address of such a wall is another one
  distance: string
  width: string
}

/** The typed number if it is above zero; else null. */
export const positive = (typed: string): number | null => {
  const number = Number(typed.trim())
  return typed.trim() !== '' && Number.isFinite(number) && number > 0 ? number : null
}
export const isFaulty = (typed: string): boolean => typed.trim() !== '' && positive(typed) === null

/** `url` is the wall's, with its key after `#`, which stays. Default options are left out. */
export function wallLink(
  url: string,
  { english, light, privacy, distance, width }: WallChoice,
): string {
  const address = new URL(url)
  if (english) address.searchParams.set('lang', 'en')
  if (light) address.searchParams.set('theme', 'light')
  if (privacy) address.searchParams.set('privacy', '1')
  const [d, w] = [positive(distance), positive(width)]
  if (d !== null && w !== null) {
    address.searchParams.set('d', String(d))
    address.searchParams.set('w', String(w))
  }
  return address.href
}
