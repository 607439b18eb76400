/**
 * Whether every file is laid out as Prettier lays it out. Prettier needs more than a minute for all
 * of them; oxfmt, which agrees with it on sixteen files in seventeen, needs a second
 * (docs/adr/0066).
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { outcome, run } from './tools.mjs'

/**
 * @param {string} root
 * @param {{ quick: boolean }} how quick: Prettier looks only at what oxfmt would change
 * @returns {Promise<number>} 0 if all is laid out; what is not has been named
 */
export async function checkLayout(root, { quick }) {
  const paths = quick ? await doubtful(root) : ['.']
  if (paths.length === 0) return 0
  return run(root, 'prettier', ['--check', '--log-level', 'warn', ...paths], true)
}

/** What oxfmt would change; everything, where it cannot say. @param {string} root */
async function doubtful(root) {
  const args = ['--list-different', '-c', '.prettierrc.json', '.']
  const { code, output } = await outcome(root, 'oxfmt', args)
  if (code === 0) return []
  const paths = output.split('\n').filter((line) => line !== '')
  const isList = paths.length > 0 && paths.every((path) => existsSync(join(root, path)))
  return code === 1 && isList ? paths : ['.']
}
