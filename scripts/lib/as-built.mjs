/**
 * Lets specs take what `npm test` has just built where the sources would compile it anew for every
 * station: the library and what is learned from the sayings (a second of processor time each time)
 * and the threads. Stations, rules and pages stay those of the sources.
 */
import { join } from 'node:path'

/** The files that the build puts in place of these, too (electron.vite.config.ts). */
const COMPILED = {
  COMPILED_FILE: 'library.json',
  COMPILED_SAYINGS: 'sayings.json',
  COMPILED_RULES: 'report-rules.json',
  COMPILED_POLICIES: 'policies.json',
}

/**
 * Nothing where nothing was built for this run, so that a spec by itself never takes an old build.
 * @param {string} root
 * @returns {import('vite').Plugin[]}
 */
export function asBuilt(root) {
  if (!process.env['VIGIL_BUILT']) return []
  const file = (/** @type {string} */ name) => JSON.stringify(join(root, 'out/main', name))
  const sources = new Map([
    [
      join(root, 'src-main/adapters/plans/compiled-file.ts'),
      Object.entries(COMPILED)
        .map(([name, path]) => `export const ${name} = ${file(path)}`)
        .join('\n'),
    ],
    [
      join(root, 'src-main/adapters/thread-file.ts'),
      `export const threadFile = (_here, name) => ${file('/')} + name + '.js'`,
    ],
  ])
  return [{ name: 'as-built', load: (id) => sources.get(id) ?? null }]
}
