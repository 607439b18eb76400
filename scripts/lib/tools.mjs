/** Runs the tools that the steps are made of, with the Node that runs us, without a shell. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const TOOLS = {
  'dependency-cruiser': 'dependency-cruiser/bin/dependency-cruiser.mjs',
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  eslint: 'eslint/bin/eslint.js',
  oxfmt: 'oxfmt/bin/oxfmt',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript-7/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  'vue-tsc': 'vue-tsc/bin/vue-tsc.js',
}

/**
 * Runs a tool.
 * @param {string} root
 * @param {keyof typeof TOOLS} tool
 * @param {string[]} args
 * @param {boolean} [quiet] keeps what it writes for the caller
 * @returns {Promise<{ code: number, output: string }>} `output` is empty unless quiet
 */
export function outcome(root, tool, args, quiet = true) {
  return new Promise((resolve, reject) => {
    const file = join(root, 'node_modules', TOOLS[tool])
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // for tsc: its collector runs less often, which saves a quarter of its time; it has the room
      env: { GOGC: '400', ...process.env },
    })
    let output = ''
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Runs a tool; with `quiet` its output is kept and shown only at the end, so that two can run side
 * by side.
 * @param {string} root
 * @param {keyof typeof TOOLS} tool
 * @param {string[]} args
 * @param {boolean} [quiet]
 * @returns {Promise<number>} its exit code
 */
export async function run(root, tool, args, quiet = false) {
  const { code, output } = await outcome(root, tool, args, quiet)
  if (output.trim()) console.log(output.trimEnd())
  return code
}
