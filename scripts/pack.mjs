/**
 * `npm run pack`: the installers of this system in dist/, by a pinned electron-builder that npm
 * fetches for it (it is no part of the install). `npm run pack -- --check` packs with a dummy in
 * place of Electron and looks at what was packed; other arguments go to electron-builder.
 */
import { spawn } from 'node:child_process'
import { npmCommand } from './lib/install.mjs'
import { checkPacked } from './lib/packed.mjs'
import { Stop, say } from './lib/say.mjs'
import { ensureBuilt } from './lib/steps.mjs'

/**
 * Exact, like everything in package.json. @electron/fuses 1 knows eight fuses; Electron 45 has
 * nine.
 */
const TOOLS = ['electron-builder@26.17.0', '@electron/fuses@2.1.3']

/**
 * @param {string} root
 * @param {string[]} args for electron-builder
 * @param {{ quiet?: boolean, config?: string }} [how] `quiet`: shows what it says only in the
 *   answer
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runBuilder(
  root,
  args,
  { quiet = false, config = 'electron-builder.config.mjs' } = {},
) {
  const npm = npmCommand(process.env)
  const packages = TOOLS.map((tool) => `--package=${tool}`)
  const all = [
    ...npm.args,
    'exec',
    '--yes',
    '--ignore-scripts',
    '--loglevel=error',
    ...packages,
    '--',
    'electron-builder',
    '--config',
    config,
    '--publish',
    'never',
    ...args,
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(npm.file, all, {
      cwd: root,
      shell: npm.shell,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    })
    let output = ''
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** @param {string} root @param {string[]} args @returns {Promise<number>} */
export async function main(root, args) {
  if (!(await ensureBuilt(root)))
    throw new Stop('构建未通过，没有打包', 'The build failed: nothing was packed')
  if (args.includes('--check')) {
    const { skipped, faults } = await checkPacked(root, runBuilder)
    for (const fault of faults) console.log(`    ${fault}`)
    if (skipped) say(`已跳过：${skipped}`, `SKIPPED: ${skipped}`)
    else if (faults.length === 0) say('打包内容检查通过', 'the contents to be packed are correct')
    return skipped ? 77 : faults.length > 0 ? 1 : 0
  }
  say(
    '正在打包，首次需要联网下载工具和Electron',
    'packing; the first time, tools and Electron are downloaded',
  )
  const { code } = await runBuilder(root, args)
  if (code !== 0)
    say(
      '没有打包；若是下载失败，可设ELECTRON_MIRROR后重试',
      'Nothing was packed; if a download failed, set ELECTRON_MIRROR and try again',
    )
  return code
}
