/** The built station loads no package at its start: each one costs it time and memory. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

/** Names on stderr each module that is loaded from a package. */
const TELLING = `
import Module from 'node:module'
const load = Module._load
Module._load = function (name, ...rest) {
  process.stderr.write('loaded ' + name + '\\n')
  return load.call(this, name, ...rest)
}
Module.createRequire(process.argv[1])('node:os')`

it('given the built station, when it is ready, then no package was loaded, and what is loaded is told', async () => {
  const data = mkdtempSync(join(tmpdir(), 'vigil-light-start-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const station = resolve(import.meta.dirname, '../../out/main/station.js')
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(TELLING)}`,
      station,
      ...['serve', '--data', join(data, 'record'), '--port', '0'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  await once(child.stdout, 'data')
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  await ended
  const loaded = [...stderr.matchAll(/^loaded (.+)$/gm)].map(([, name = '']) => name)
  expect(loaded).toContain('node:os')
  expect(loaded.filter((name) => !name.startsWith('node:'))).toEqual([])
})
