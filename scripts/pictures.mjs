/**
 * `npm run pictures [-- wall|console|guide|hq]`: draws every page of the console, every form of the
 * wall, pages and wall of HQ and the pictures of the guides into reports/pictures, and tells each
 * as it is drawn. It runs the browser specs that look at them, so what is wrong with a picture is
 * said, too. Exit code 1 if anything is.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PICTURES } from './lib/long-specs.mjs'
import { say, Stop } from './lib/say.mjs'
import { ensureBuilt, tests } from './lib/steps.mjs'
import { closingLine } from './lib/tally.mjs'

/** @type {Record<string, string[]>} */
const SPECS = PICTURES

/** @param {string} folder @param {number} since ms @returns {number} */
const drawnSince = (folder, since) =>
  existsSync(folder)
    ? readdirSync(folder).filter((file) => statSync(join(folder, file)).mtimeMs >= since).length
    : 0

/** @param {string} root @param {string[]} names all of them if none @returns {Promise<number>} */
export async function main(root, names) {
  const unknown = names.find((name) => !(name in SPECS))
  if (unknown !== undefined)
    throw new Stop(
      `没有这一组图片：${unknown}`,
      `no such pictures: ${Object.keys(SPECS).join(', ')}`,
      64,
    )
  if (!(await ensureBuilt(root))) return 1
  process.env['VIGIL_LONG'] = '1'
  const started = Date.now()
  const chosen = names.length > 0 ? names : Object.keys(SPECS)
  const specs = chosen.flatMap((name) => SPECS[name] ?? [])
  const tally = await tests(root, ['--project', 'e2e', ...specs], 'pictures', 'verbose')
  const folder = join(root, 'reports/pictures')
  const count = drawnSince(folder, started)
  say(`已画${count}张图片：${folder}`, `${count} pictures drawn`)
  console.log(closingLine(tally))
  return tally.failed === 0 ? 0 : 1
}
