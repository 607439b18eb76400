/** Tells a path that means the same folder wherever the program was started. */

/** How the machine of the station writes its paths. */
export type PathStyle = 'unix' | 'windows'
/** `on-network`: a share of another machine, which would be handed this account's sign-in. */
export type FolderFault = 'not-whole' | 'on-network'

const WHOLE: Readonly<Record<PathStyle, RegExp>> = { unix: /^\//, windows: /^[A-Za-z]:[\\/]/ }

/** What is wrong with the path of a folder; null: nothing. */
export function folderFault(path: string, style: PathStyle): FolderFault | null {
  if (/^\\\\/.test(path) || (style === 'windows' && /^[\\/]{2}/.test(path))) return 'on-network'
  return WHOLE[style].test(path) ? null : 'not-whole'
}

/** On any kind of machine, a share of another one included. */
export const isWholePath = (path: string): boolean =>
  path.startsWith('\\\\') || Object.values(WHOLE).some((whole) => whole.test(path))
