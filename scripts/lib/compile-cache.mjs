/** Where Node keeps what it has compiled of the program, so that the next start need not. */
import { join } from 'node:path'

/**
 * The environment in which the station is run. Whoever has chosen a place keeps it; where nothing
 * can be written, Node compiles as ever.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export const withCompileCache = (root, env) => ({
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
  ...env,
})
