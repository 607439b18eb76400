/**
 * The compose file of HQ, read by Compose itself (Debian's, unpacked in tmp): its schema, its
 * anchors, its secrets. It starts nothing: that needs an engine of containers.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { check, mustFail, printNote, runChecks, skip } from './lib/checks.ts'
import { unpacked } from './lib/debian.ts'
import { inNewFolder } from './lib/station.ts'

const FILE = resolve(import.meta.dirname, '../../resources/hq/container/compose.yaml')

function compose(): string {
  if (process.platform !== 'linux') skip('Debian’s packages are needed')
  try {
    return join(unpacked(['docker-compose']), 'usr/libexec/docker/cli-plugins/docker-compose')
  } catch (error) {
    skip(`Debian’s packages cannot be had: ${String(error).slice(0, 200)}`)
  }
}

await runChecks(async () => {
  const program = compose()
  const faultsIn = (file: string): string[] => {
    const args = ['--file', file, '--profile', 'backup', 'config', '--quiet']
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
    return status === 0 ? [] : [`exit ${status}: ${stderr.trim()}`]
  }
  const { stdout } = spawnSync(program, ['version', '--short'], { encoding: 'utf8' })
  printNote(`Compose ${stdout.trim()}`)
  check('Compose takes the file as it is shipped', faultsIn(FILE))
  await inNewFolder((dir) => {
    const folder = join(dir, 'a/b/c') // as deep below the sources as the shipped one
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'compose.yaml')
    writeFileSync(file, readFileSync(FILE, 'utf8').replace('cap_drop:', 'caps_drop:'))
    mustFail('a word that Compose has not', faultsIn(file))
    return Promise.resolve()
  })
})
