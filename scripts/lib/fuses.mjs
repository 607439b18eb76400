/**
 * The nine switches inside the Electron binary, as the packed program has them. electron-builder's
 * own setting knows eight, so they are set here.
 */

/**
 * What marks the wire in the binary: this text, one byte of version, one of length, then a
 * character for each fuse.
 */
export const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/**
 * Name (as @electron/fuses has it) → on or off. A binary never takes code from outside: no Node
 * mode, no options, no inspector, no folder beside the archive. The archive's hash is checked where
 * Electron can: not on Linux.
 * @param {string} platform `darwin`, `win32` or `linux`
 * @returns {Record<string, boolean>}
 */
export const fusesFor = (platform) => ({
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: platform !== 'linux',
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
})

/**
 * The wire that a binary has now, in order of the fuses: `1` on, `0` off, `r` removed; null if
 * there is none.
 * @param {Buffer} binary
 */
export function wireOf(binary) {
  const index = binary.indexOf(SENTINEL)
  if (index < 0) return null
  const from = index + SENTINEL.length + 2
  return binary.toString('latin1', from, from + (binary[from - 1] ?? 0))
}

/** The same for what {@link fusesFor} asks. @param {string} platform */
export const wiredFor = (platform) => Object.values(fusesFor(platform)).map(Number).join('')

/**
 * Sets them in one binary. A fuse that a newer Electron has and that is not named here is an error,
 * never left as it comes.
 * @param {{ flipFuses: (path: string, config: object) => Promise<unknown>, FuseVersion:
 *   Record<string, string>, FuseV1Options: Record<string, string | number> }} fuses the module
 *   @electron/fuses
 * @param {string} binary path of the executable or of the .app
 * @param {string} platform
 */
export async function setFuses({ flipFuses, FuseVersion, FuseV1Options }, binary, platform) {
  const states = Object.entries(fusesFor(platform)).map(([name, on]) => {
    const at = FuseV1Options[name]
    if (at === undefined)
      throw new Error(`@electron/fuses does not know ${name}: another version of it is needed`)
    return [at, on]
  })
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...Object.fromEntries(states),
  })
}
