/** Names the browser and system of a page by what its browser says of itself. */

/** The first that is named counts: most browsers also name those that they descend from. */
const BROWSERS = [
  ['Electron/', 'Vigil'],
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const SYSTEMS = [
  ['Windows', 'Windows'],
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iOS'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const
const LONGEST = 40 // characters of one that nobody knows

/** Empty if it says nothing. */
export function deviceOf(userAgent: string): string {
  const named = [BROWSERS, SYSTEMS].flatMap(
    (list) => list.find(([mark]) => userAgent.includes(mark))?.[1] ?? [],
  )
  return named.length > 0
    ? named.join(' · ')
    : userAgent.replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST)
}
